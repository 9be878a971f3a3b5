/*
 * The site is published whole or not at all. Each system call that changes the disk is stood in for below, so that a
 * build can be killed, or a call made to fail, at the first one, the second one, and so on to the last.
 */
#include "publish/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLED 9

struct page {
    const char *name, *text;
};

/* Between them a page changes, stays, goes and comes, a folder becomes a file, and a file a folder. */
static const struct page old_site[] = {
    { "index.html", "old" }, { "same/deep/index.html", "same" }, { "gone/index.html", "gone" },
    { "swapped/index.html", "in a folder" }, { "other", "a file" }, { NULL, NULL },
};
static const struct page new_site[] = {
    { "index.html", "new" }, { "same/deep/index.html", "same" }, { "come/index.html", "come" },
    { "swapped", "a file" }, { "other/index.html", "in a folder" }, { NULL, NULL },
};
static const struct page third_site[] = {
    { "index.html", "third" }, { "third/index.html", "third" }, { NULL, NULL },
};

static struct {
    int calls;          /* until the fault; 0: none */
    int error;          /* what that call fails with; 0: the program is killed */
    bool exchange, links, read_only;
} fault = { 0, 0, true, true, false };

static bool
fails(void)
{
    if (fault.calls == 0 || --fault.calls > 0)
        return false;
    if (fault.error == 0)
        _exit(KILLED);
    errno = fault.error;
    return true;
}

int
rename(const char *from, const char *to)
{
    return fails() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return fails() ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
}

int
renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if (!fault.exchange) {
        errno = EINVAL;
        return -1;
    }
    return fails() ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int
linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    if (!fault.links) {
        errno = EPERM;
        return -1;
    }
    return fails() ? -1 : (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

int
unlinkat(int folder, const char *name, int flags)
{
    return fails() ? -1 : (int)syscall(SYS_unlinkat, folder, name, flags);
}

int
mkdir(const char *name, mode_t mode)
{
    if (fault.read_only) {
        errno = EROFS;
        return -1;
    }
    return (int)syscall(SYS_mkdirat, AT_FDCWD, name, mode);
}

int
mkdirat(int folder, const char *name, mode_t mode)
{
    return fails() ? -1 : (int)syscall(SYS_mkdirat, folder, name, mode);
}

ssize_t
write(int descriptor, const void *bytes, size_t size)
{
    return descriptor > 2 && fails() ? -1 : syscall(SYS_write, descriptor, bytes, size);
}

/* Flushing a busy machine's disk a thousand times would prove nothing here. */
int
syncfs(int descriptor)
{
    (void)descriptor;
    return fails() ? -1 : 0;
}

static void
put(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");

    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
}

static char *
text_of(const char *path)
{
    static char text[4096];
    FILE *stream = fopen(path, "r");

    if (!stream)
        return NULL;
    text[fread(text, 1, sizeof text - 1, stream)] = '\0';
    fclose(stream);
    return text;
}

static ino_t
inode_of(const char *path)
{
    struct stat status;

    assert_int_equal(lstat(path, &status), 0);
    return status.st_ino;
}

static int files_seen;

static int
see(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)path;
    (void)status;
    (void)where;
    files_seen += type != FTW_D;
    return 0;
}

/* Does "site" hold these pages and nothing else? */
static bool
shows(const struct page *pages)
{
    char path[256];
    int count;

    for (count = 0; pages[count].name; count++) {
        const char *text;

        snprintf(path, sizeof path, "site/%s", pages[count].name);
        text = text_of(path);
        if (!text || strcmp(text, pages[count].text) != 0)
            return false;
    }
    files_seen = 0;
    nftw("site", see, 16, FTW_PHYS);
    return files_seen == count;
}

static void
publish(const char *path, const struct page *pages)
{
    struct door_output *output = door_output_open(path);

    for (; pages->name; pages++)
        door_output_file(output, pages->name, pages->text, strlen(pages->text));
    door_output_commit(output);
    door_output_close(output);
}

/* Run a build in a process of its own, with its messages in "said"; its exit status. */
static int
build_to(const char *path, const struct page *pages)
{
    pid_t child;
    int status;

    fflush(NULL);
    child = fork();
    if (child == 0) {
        if (!freopen("said", "w", stderr))
            _exit(99);
        publish(path, pages);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int
build(const struct page *pages)
{
    return build_to("site", pages);
}

/* The same with a fault at the nth call. */
static int
build_with_fault(const struct page *pages, int calls, int error)
{
    int status;

    fault.calls = calls;
    fault.error = error;
    status = build(pages);
    fault.calls = 0;
    return status;
}

/* A build that stops before it publishes anything, as for an error in the content. */
static void
look_in(void)
{
    struct door_output *output = door_output_open("site");

    door_output_close(output);
}

static void
killed_at_every_call(bool exchange)
{
    int calls, status = KILLED;

    fault.exchange = exchange;
    for (calls = 1; status == KILLED; calls++) {
        assert_int_equal(build(third_site), 0);     /* the same spare each time, so that the calls are the same */
        assert_int_equal(build(old_site), 0);
        status = build_with_fault(new_site, calls, 0);
        if (!exchange)
            look_in();      /* between two renames there is no site; whoever comes next puts it back */
        assert_true(shows(old_site) || shows(new_site));
        assert_int_equal(build(new_site), 0);
        assert_true(shows(new_site));
    }
    assert_int_equal(status, 0);
    assert_true(calls > 15);
}

static void
a_build_killed_at_any_call_leaves_the_old_site_or_the_new(void **state)
{
    (void)state;
    killed_at_every_call(true);
}

static void
so_does_one_on_a_file_system_without_exchange(void **state)
{
    (void)state;
    killed_at_every_call(false);
}

static void
builds_killed_one_after_another_leave_a_folder_that_is_still_ours(void **state)
{
    int first, second;
    bool killed = true;

    (void)state;
    for (first = 1; killed; first++) {
        int again = KILLED;

        killed = false;
        for (second = 1; again == KILLED; second++) {
            assert_int_equal(build(third_site), 0);     /* the same spare each time, so that the calls are the same */
            assert_int_equal(build(old_site), 0);
            killed |= build_with_fault(new_site, first, 0) == KILLED;
            again = build_with_fault(third_site, second, 0);
            assert_true(again == KILLED || again == 0);
        }
    }
    assert_int_equal(build(third_site), 0);
    assert_true(shows(third_site));
}

static void
a_call_that_fails_ends_the_build_and_the_old_site_stands(void **state)
{
    static const int errors[] = { ENOSPC, EIO };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof errors / sizeof *errors; i++) {
        int calls, failed = 0, last = 0;

        for (calls = 1; calls < 60; calls++) {
            int status;

            assert_int_equal(build(third_site), 0);
            assert_int_equal(build(old_site), 0);
            status = build_with_fault(new_site, calls, errors[i]);
            assert_true(status == 0 || status == 2);
            assert_true(shows(status == 0 ? new_site : old_site) || (status == 2 && shows(new_site) && !last++));
            failed += status == 2;
            if (status == 2)
                assert_non_null(strstr(text_of("said"), strerror(errors[i])));
        }
        assert_true(failed > 10);
        assert_true(last <= 1);     /* the new site stands, but its list could not be put in place */
    }
}

static void
files_that_did_not_change_keep_their_inode_there_and_back(void **state)
{
    ino_t same, index;

    (void)state;
    assert_int_equal(build(old_site), 0);
    same = inode_of("site/same/deep/index.html");
    index = inode_of("site/index.html");
    assert_int_equal(build(new_site), 0);
    assert_int_equal(inode_of("site/same/deep/index.html"), same);
    assert_int_not_equal(inode_of("site/index.html"), index);
    assert_int_equal(build(old_site), 0);
    assert_int_equal(inode_of("site/same/deep/index.html"), same);
}

static void
a_page_changed_by_hand_is_put_right_and_never_written_into(void **state)
{
    (void)state;
    assert_int_equal(build(old_site), 0);
    assert_int_equal(build(old_site), 0);       /* live and spare share the file now */
    put("site/same/deep/index.html", "SAME");
    assert_int_equal(link("site/same/deep/index.html", "kept"), 0);
    assert_int_equal(build(old_site), 0);
    assert_true(shows(old_site));
    assert_string_equal(text_of("kept"), "SAME");
}

static void
where_links_are_refused_files_are_copied(void **state)
{
    (void)state;
    assert_int_equal(build(old_site), 0);
    fault.links = false;
    assert_int_equal(build(old_site), 0);
    assert_int_equal(build(new_site), 0);
    assert_true(shows(new_site));
}

/* Whatever was done to the spare, the site is right and what a link leads to is not touched. */
static void
a_spare_that_was_tampered_with_does_no_harm(void **state)
{
    (void)state;
    assert_int_equal(build(old_site), 0);
    assert_int_equal(build(new_site), 0);
    assert_int_equal(mkdir("outside", 0777), 0);
    put("outside/index.html", "outside");
    put("outside/deep", "outside");
    assert_int_equal(system("cd .site.frontdoor/tree && rm -r same index.html swapped && ln -s ../../outside same"
            " && mkdir -p index.html/x .frontdoor-new/x && touch come && ln -s ../../outside stray"
            " && ln -s ../../outside/index.html swapped && mkfifo pipe"), 0);
    assert_int_equal(build(new_site), 0);
    assert_true(shows(new_site));
    assert_string_equal(text_of("outside/index.html"), "outside");
    assert_string_equal(text_of("outside/deep"), "outside");
}

static void
a_spare_or_list_that_is_a_link_is_replaced(void **state)
{
    (void)state;
    assert_int_equal(build(old_site), 0);
    assert_int_equal(mkdir("outside", 0777), 0);
    put("outside/letter.txt", "mine");
    assert_int_equal(symlink("../outside", ".site.frontdoor/tree"), 0);
    assert_int_equal(symlink("../outside/letter.txt", ".site.frontdoor/list.new"), 0);
    assert_int_equal(build(new_site), 0);
    assert_true(shows(new_site));
    assert_string_equal(text_of("outside/letter.txt"), "mine");
    assert_int_equal(access("outside/index.html", F_OK), -1);
}

static void
what_somebody_else_put_into_the_site_is_refused(void **state)
{
    static const char *const puts[][2] = {
        { "echo mine > site/letter.txt", "site: holds something that frontdoor did not write: letter.txt" },
        { "echo mine > site/same/letter.txt", "letter.txt" },
        { "ln -s /etc site/etc", "etc" },
        { "ln -s nowhere site/same/etc", "same/etc" },
        { "mkdir -p site/uploads", "uploads" },
        { "mkfifo site/pipe", "pipe" },
    };
    size_t i;

    (void)state;
    assert_int_equal(build(old_site), 0);
    for (i = 0; i < sizeof puts / sizeof *puts; i++) {
        char undo[64];

        assert_int_equal(system(puts[i][0]), 0);
        assert_int_equal(build(new_site), 2);
        assert_non_null(strstr(text_of("said"), puts[i][1]));
        snprintf(undo, sizeof undo, "rm -r %s", strstr(puts[i][0], "site/"));
        assert_int_equal(system(undo), 0);
        assert_true(shows(old_site));
    }
    assert_int_equal(build(new_site), 0);
}

static void
what_somebody_puts_there_during_a_build_is_refused(void **state)
{
    struct door_output *output;
    pid_t child;
    int status;

    (void)state;
    assert_int_equal(build(old_site), 0);
    fflush(NULL);
    child = fork();
    if (child == 0) {
        if (!freopen("said", "w", stderr))
            _exit(99);
        output = door_output_open("site");
        door_output_file(output, "index.html", "new", 3);
        put("site/letter.txt", "mine");
        door_output_commit(output);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_string_equal(text_of("site/letter.txt"), "mine");
    assert_string_equal(text_of("site/index.html"), "old");
}

static void
a_second_build_at_the_same_time_is_refused(void **state)
{
    struct door_output *output;

    (void)state;
    output = door_output_open("site");
    assert_int_equal(build(old_site), 2);
    assert_non_null(strstr(text_of("said"), "another build"));
    door_output_close(output);
    assert_int_equal(build(old_site), 0);
}

static void
outputs_that_cannot_be_swapped_are_refused_and_nothing_is_left_behind(void **state)
{
    static const char *const paths[] = {
        "/", ".", "..", "./", "real/.", "real/..", "link", "link/", "dangling", "file", "real", "./real//",
    };
    size_t i;

    (void)state;
    assert_int_equal(system("mkdir real && echo mine > real/letter.txt && ln -s real link && ln -s nowhere dangling"
            " && echo mine > file"), 0);
    for (i = 0; i < sizeof paths / sizeof *paths; i++)
        assert_int_equal(build_to(paths[i], old_site), 2);
    assert_int_equal(system("test -z \"$(ls -d .*.frontdoor real/..frontdoor 2>/dev/null)\""), 0);
    assert_string_equal(text_of("real/letter.txt"), "mine\n");
}

static void
a_folder_above_that_is_read_only_is_told_with_the_reason(void **state)
{
    (void)state;
    fault.read_only = true;
    assert_int_equal(build(old_site), 2);
    assert_non_null(strstr(text_of("said"), ".site.frontdoor: Read-only file system\n  hint: "));
}

static void
outputs_may_be_written_in_several_ways(void **state)
{
    (void)state;
    assert_int_equal(build_to("site/", old_site), 0);
    assert_int_equal(build_to("./site", new_site), 0);
    assert_true(shows(new_site));
    assert_int_equal(build_to("a/b/../c/site//", new_site), 0);
    assert_string_equal(text_of("a/c/site/index.html"), "new");
}

static int
begin(void **state)
{
    char *folder = strdup("/tmp/frontdoor-XXXXXX");

    fault.calls = 0;
    fault.exchange = fault.links = true;
    fault.read_only = false;
    *state = folder;
    return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int
end(void **state)
{
    char command[64];

    snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
    free(*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_build_killed_at_any_call_leaves_the_old_site_or_the_new, begin, end),
        cmocka_unit_test_setup_teardown(so_does_one_on_a_file_system_without_exchange, begin, end),
        cmocka_unit_test_setup_teardown(builds_killed_one_after_another_leave_a_folder_that_is_still_ours, begin, end),
        cmocka_unit_test_setup_teardown(a_call_that_fails_ends_the_build_and_the_old_site_stands, begin, end),
        cmocka_unit_test_setup_teardown(files_that_did_not_change_keep_their_inode_there_and_back, begin, end),
        cmocka_unit_test_setup_teardown(a_page_changed_by_hand_is_put_right_and_never_written_into, begin, end),
        cmocka_unit_test_setup_teardown(where_links_are_refused_files_are_copied, begin, end),
        cmocka_unit_test_setup_teardown(a_spare_that_was_tampered_with_does_no_harm, begin, end),
        cmocka_unit_test_setup_teardown(a_spare_or_list_that_is_a_link_is_replaced, begin, end),
        cmocka_unit_test_setup_teardown(what_somebody_else_put_into_the_site_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(what_somebody_puts_there_during_a_build_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_second_build_at_the_same_time_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(outputs_that_cannot_be_swapped_are_refused_and_nothing_is_left_behind, begin,
                end),
        cmocka_unit_test_setup_teardown(a_folder_above_that_is_read_only_is_told_with_the_reason, begin, end),
        cmocka_unit_test_setup_teardown(outputs_may_be_written_in_several_ways, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
