/*
 * init - an offer to begin with: generator/starter/ with the council's name, address and languages filled in.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/create.h"
#include "commands/options.h"
#include "commands/share.h"
#include "content/stray.h"
#include "model/values.h"

#define MOST_NAME 100

/* What stands in the starter's files as {council} and the like. */
struct answers {
    const char *council, *area, *id, *url, *host, *languages;
};

/* One line from whoever sits at the terminal, or NULL. */
static const char *
ask(struct door_arena *arena, const char *question)
{
    char line[512];

    fprintf(stderr, "%s ", question);
    if (!fgets(line, sizeof line, stdin))
        return NULL;
    return door_text_is_clean(line, strlen(line), &(size_t){ 0 }) ? door_text_fold_space(arena, line) : NULL;
}

/* "Brackenshire" of "Brackenshire County Council" and "London Borough of Brackenshire". */
static const char *
area_of(struct door_arena *arena, const char *council)
{
    static const char *const ends[] = { " Council", " County", " City", " Borough", " Metropolitan", " District" };
    static const char *const starts[] = { "London Borough of ", "Royal Borough of ", "City of ", "Council of " };
    size_t size = strlen(council), i;

    for (i = 0; i < sizeof starts / sizeof *starts; i++)
        if (door_text_starts(council, starts[i])) {
            council += strlen(starts[i]);
            size = strlen(council);
        }
    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (size > strlen(ends[i]) && strncmp(council + size - strlen(ends[i]), ends[i], strlen(ends[i])) == 0)
            size -= strlen(ends[i]);
    return door_arena_copy(arena, council, size);
}

/*
 * "council.gov.uk" of "https://families.council.gov.uk/": where its e-mail addresses most likely end. Three labels
 * below .uk, else two.
 */
static const char *
host_of(struct door_arena *arena, const char *url)
{
    const char *host = strstr(url, "//"), *start;
    size_t size;
    int labels;

    host = host ? host + 2 : url;
    size = strcspn(host, "/:?#");
    labels = size > 3 && strncmp(host + size - 3, ".uk", 3) == 0 ? 3 : 2;
    for (start = host + size; start > host; start--)
        if (start[-1] == '.' && --labels == 0)
            break;
    return door_arena_copy(arena, start, (size_t)(host + size - start));
}

/* It stands in YAML and in Markdown as it is, so what means something there may not be in it. */
static bool
is_good_name(struct door_arena *arena, const char *name)
{
    size_t bad;

    (void)arena;
    if (*name && !strchr("-?*&!|>%@`'.,~_+ ", *name) && !strpbrk(name, "\"\\:#{}[]<>*_`\n")
            && door_text_is_clean(name, strlen(name), &bad) && door_text_length(name) <= MOST_NAME)
        return true;
    fprintf(stderr, "frontdoor init: \"%s\" is not a name; begin with a letter, write at most %d characters, and none "
            "of \" \\ : # * _ or brackets\n", name, MOST_NAME);
    return false;
}

static bool
is_good_url(struct door_arena *arena, const char *text)
{
    struct door_mistake mistake = { 0 };
    const char *value;

    if (!strpbrk(text, "?#") && door_text_is_clean(text, strlen(text), &(size_t){ 0 })
            && door_url_parse(arena, text, &value, &mistake))
        return true;
    fprintf(stderr, "frontdoor init: %s\n", mistake.message ? mistake.message
            : *text ? "the address has a ? or # in it, or is no text" : "the site needs an address");
    fprintf(stderr, "  hint: %s\n", mistake.hint ? mistake.hint : "Write it as https://families.council.gov.uk.");
    return false;
}

/* "en-GB,pl, ur" to "en-GB, pl, ur"; NULL, with a message, if one is no language. The starter's words are English. */
static const char *
read_languages(struct door_arena *arena, const char *text)
{
    struct door_buf list = { 0 };
    const char *tag, *ok = NULL;
    size_t size;

    for (; *text; text += size) {
        struct door_mistake mistake = { 0 };

        text += strspn(text, " ,");
        size = strcspn(text, " ,");
        if (!size)
            break;
        if (!door_language_parse(arena, door_arena_copy(arena, text, size), &tag, &mistake)) {
            fprintf(stderr, "frontdoor init: %s\n", mistake.message);
            goto out;
        }
        door_buf_format(&list, "%s%s", list.size ? ", " : "", tag);
    }
    if (door_text_starts(door_buf_string(&list), "en"))
        ok = door_arena_text(arena, list.data);
    else
        fprintf(stderr, "frontdoor init: the first language is the one you write in, and what is here to begin with is "
                "English: write en-GB first\n");
out:
    door_buf_release(&list);
    return ok;
}

/* Nothing typed is English alone. */
static bool
are_good_languages(struct door_arena *arena, const char *text)
{
    return !*text || read_languages(arena, text);
}

/* What an option gave, or what is typed: asked for again while it is wrong. NULL: it is wrong, or nobody answers. */
static const char *
settle(struct door_arena *arena, const char *given, const char *question,
        bool (*is_good)(struct door_arena *arena, const char *text))
{
    const char *text = given;

    do {
        if (!given)
            text = ask(arena, question);
        if (text && is_good(arena, text))
            return text;
    } while (text && !given);
    return NULL;
}

/* The answers from the options, else from the terminal; false if one is missing or wrong. */
static bool
gather(struct door_arena *arena, const struct door_options *options, struct answers *answers)
{
    bool asks = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
    const char *languages;

    if (!asks && (!options->name || !options->url || !options->languages)) {
        fprintf(stderr, "frontdoor init: there is nobody to ask: give --name, --url and --languages (or --sample), "
                "such as\n  frontdoor init %s --name \"Brackenshire Council\" "
                "--url https://families.brackenshire.example --languages en-GB,pl,ur\n", options->verb);
        return false;
    }
    answers->council = settle(arena, options->name, "The council's name:", is_good_name);
    if (!answers->council)
        return false;
    answers->url = settle(arena, options->url, "The address that the site will have (https://...):", is_good_url);
    if (!answers->url)
        return false;
    languages = settle(arena, options->languages, "Its languages, English first (en-GB, pl, ur):", are_good_languages);
    if (!languages)
        return false;
    answers->languages = read_languages(arena, *languages ? languages : "en-GB");
    answers->area = area_of(arena, answers->council);
    answers->id = door_stray_suggest_id(arena, answers->council);
    answers->host = host_of(arena, answers->url);
    if (!*answers->id)
        answers->id = "council";
    return true;
}

/* The text with each {name} of ours replaced; other braces stay. */
static void
fill_in(struct door_buf *out, const char *text, const struct answers *answers)
{
    const struct {
        const char *name, *value;
    } names[] = {
        { "{council}", answers->council }, { "{area}", answers->area }, { "{council-id}", answers->id },
        { "{url}", answers->url }, { "{host}", answers->host }, { "{languages}", answers->languages },
    };
    size_t i;

    while (*text) {
        for (i = 0; i < sizeof names / sizeof *names; i++)
            if (door_text_starts(text, names[i].name))
                break;
        if (i < sizeof names / sizeof *names) {
            door_buf_text(out, names[i].value);
            text += strlen(names[i].name);
        } else {
            door_buf_char(out, *text++);
        }
    }
}

/* Copy a folder of the starter, names and texts filled in. */
static void
plant(struct door_beginning *beginning, const char *from, const char *to, const struct answers *answers)
{
    struct door_arena arena = { 0 };
    struct door_buf text = { 0 }, name = { 0 };
    size_t count, size, i;
    struct door_file *files = door_files_list(&arena, from, &count);

    if (!files)
        door_begin_fail(beginning, from, errno);
    for (i = 0; i < count; i++) {
        const char *path = door_path_join(&arena, from, files[i].name), *bytes;

        door_buf_clear(&name);
        fill_in(&name, files[i].name, answers);
        if (files[i].type == DOOR_FILE_FOLDER) {
            plant(beginning, path, door_path_join(&arena, to, door_buf_string(&name)), answers);
            continue;
        }
        bytes = door_file_read(&arena, path, &size);
        if (!bytes)
            door_begin_fail(beginning, path, errno);
        door_buf_clear(&text);
        fill_in(&text, bytes, answers);
        door_begin_file(beginning, door_path_join(&arena, to, door_buf_string(&name)), door_buf_string(&text),
                text.size);
    }
    door_buf_release(&name);
    door_buf_release(&text);
    door_arena_release(&arena);
}

/* The sample's content and its translations; its interface words are the program's own and need no copy. */
static void
copy_sample(struct door_beginning *beginning, struct door_arena *arena, const char *share)
{
    const char *translations = door_path_join(arena, share, "translations");
    size_t count, i;
    struct door_file *languages = door_files_list(arena, translations, &count);

    door_begin_copy(beginning, door_path_join(arena, share, "content"), "content");
    for (i = 0; languages && i < count; i++) {
        const char *file = door_arena_format(arena, "%s/offer.po", languages[i].name);
        const char *from = door_path_join(arena, translations, file);

        if (languages[i].type == DOOR_FILE_FOLDER && door_file_exists(from))
            door_begin_copy(beginning, from, door_path_join(arena, "translations", file));
    }
}

int
door_command_init(const struct door_options *options)
{
    struct door_arena arena = { 0 };
    struct answers answers = { 0 };
    const char *share = door_share_find(&arena), *to = options->verb;
    struct door_beginning *beginning;
    int status = 2;

    if (!to || strcmp(options->offer, ".") != 0) {
        fprintf(stderr, "frontdoor init: say one folder: frontdoor init families\n");
    } else if (!door_begin_is_free(to)) {
        fprintf(stderr, "frontdoor init: %s is not empty; name a folder that is not there yet\n", to);
    } else if (options->sample || gather(&arena, options, &answers)) {
        beginning = door_begin(to);
        if (options->sample)
            copy_sample(beginning, &arena, share);
        else
            plant(beginning, door_path_join(&arena, share, "generator/starter/offer"), "", &answers);
        door_begin_finish(beginning);
        if (!options->quiet)
            fprintf(stderr, "%s holds an offer now; `frontdoor build %s` builds it, `frontdoor serve %s` shows it\n",
                    to, to, to);
        status = 0;
    }
    door_arena_release(&arena);
    return status;
}
