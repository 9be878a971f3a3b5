/*
 * The stubs of base/late.h. LATE is a file of lines such as
 *
 *     late "libzbar.so.0" zbar_image_create
 *
 * which .ci/late writes. A stub jumps to wherever its record says: first to `bind`, which keeps all that a caller may
 * hand over in registers, has door_late_bind look for the function, and goes on there as if nothing had been.
 */
        .macro  late library name
        .text
        .globl  \name
        .type   \name, @function
\name:  jmp     *record_of_\name(%rip)
bind_\name:
        leaq    record_of_\name(%rip), %r11
        jmp     bind
        .size   \name, . - \name

        .section .rodata.late, "a"
library_of_\name:
        .asciz  "\library"
name_of_\name:
        .asciz  "\name"

        .data
        .balign 8
record_of_\name:
        .quad   bind_\name, library_of_\name, name_of_\name
        .endm

        .text
        .type   bind, @function
bind:   .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset %rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register %rbp
        subq    $192, %rsp
        andq    $-16, %rsp
        movups  %xmm0, (%rsp)
        movups  %xmm1, 16(%rsp)
        movups  %xmm2, 32(%rsp)
        movups  %xmm3, 48(%rsp)
        movups  %xmm4, 64(%rsp)
        movups  %xmm5, 80(%rsp)
        movups  %xmm6, 96(%rsp)
        movups  %xmm7, 112(%rsp)
        movq    %rdi, 128(%rsp)
        movq    %rsi, 136(%rsp)
        movq    %rdx, 144(%rsp)
        movq    %rcx, 152(%rsp)
        movq    %r8, 160(%rsp)
        movq    %r9, 168(%rsp)
        movq    %rax, 176(%rsp)         /* how many of xmm0 to xmm7 a function of "..." may find something in */
        movq    %r11, %rdi
        call    door_late_bind
        movq    %rax, %r11
        movups  (%rsp), %xmm0
        movups  16(%rsp), %xmm1
        movups  32(%rsp), %xmm2
        movups  48(%rsp), %xmm3
        movups  64(%rsp), %xmm4
        movups  80(%rsp), %xmm5
        movups  96(%rsp), %xmm6
        movups  112(%rsp), %xmm7
        movq    128(%rsp), %rdi
        movq    136(%rsp), %rsi
        movq    144(%rsp), %rdx
        movq    152(%rsp), %rcx
        movq    160(%rsp), %r8
        movq    168(%rsp), %r9
        movq    176(%rsp), %rax
        leave
        .cfi_def_cfa %rsp, 8
        jmp     *%r11
        .cfi_endproc
        .size   bind, . - bind

        .include LATE
        .section .note.GNU-stack, "", @progbits
