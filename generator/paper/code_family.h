/*
 * code_family - QR codes whose texts differ in a few characters only, as the short addresses of one offer do.
 *
 * A site has one for each entry and language. Encoding each by itself tries eight masks and costs as much as half a
 * page; but error correction is linear (ISO/IEC 18004, 7.5): where one bit of the text turns, always the same modules
 * turn. So those are found once, by libqrencode, for each bit that can turn, and a code is then put together from them.
 *
 * Owns:   nothing; families lie in the caller's arena and are const, so threads may share one.
 * Called: by publish/ for the pictures of codes. What is printed is made one by one, with the best mask.
 * Never:  chooses a mask: all members have that of the first. Readers take any.
 */
#ifndef DOOR_PAPER_CODE_FAMILY_H
#define DOOR_PAPER_CODE_FAMILY_H

#include <stddef.h>

struct door_arena;
struct door_code;
struct door_code_family;

/* Codes that say `before`, so many ASCII letters or digits, `after`. NULL if that is too long for a code. */
const struct door_code_family *door_code_family_make(struct door_arena *arena, const char *before, size_t digits,
        const char *after, char level);

/* The one with these digits. */
const struct door_code *door_code_family_member(const struct door_code_family *family, struct door_arena *arena,
        const char *digits);

#endif
