/*
 * workshop - a toy offer to draw templates with: people with phones, friends and notes, in English and Urdu.
 *
 * Owns:   a folder of template files under /tmp, until workshop_close.
 * Called: by the tests of theme/; each is a program of its own, so the functions are here.
 */
#ifndef DOOR_TESTS_WORKSHOP_H
#define DOOR_TESTS_WORKSHOP_H

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/prose.h"
#include "base/text.h"
#include "language/format.h"
#include "language/language.h"
#include "language/phrases.h"
#include "language/words.h"
#include "language/worker.h"
#include "model/entry.h"
#include "model/schema.h"
#include "theme/template.h"

#define UNUSED __attribute__((unused))

enum mood {
    MOOD_HAPPY = 1,
    MOOD_SAD,
};

struct pet {
    const char *name;
    uint32_t note;
};

struct person {
    struct door_entry entry;
    uint32_t name;
    const char *town, *phone, *email, *site, *postcode;
    int mood;
    bool famous;
    struct door_date born;
    struct door_times awake;
    const struct pet *pet;
    struct door_list pets;          /* struct pet */
    struct door_list friends;       /* const struct door_entry *: struct person */
    struct door_list speaks;        /* const char * */
    const struct door_prose *body;
    const char *secret;
    int fee;
    double height, east;
};

struct people {
    const struct person *person;
    const char *greeting;           /* worded */
    const struct door_said *title;
    const char *link;               /* href */
    const struct door_entry *about; /* of any type */
    struct door_list all;           /* const struct door_entry *: struct person */
    int count;
};

static const struct door_word mood_list[] = { { "happy", "Happy" }, { "sad", "Sad" } };
static const struct door_enumeration moods = { "mood", mood_list, 2 };

static const struct door_field pet_fields[] = {
    { .name = "name", .kind = DOOR_KIND_TEXT, .flags = DOOR_REQUIRED, .offset = offsetof(struct pet, name) },
    { .name = "note", .kind = DOOR_KIND_PROSE, .offset = offsetof(struct pet, note) },
};
static const struct door_record pet_record = {
    .name = "pet", .size = sizeof(struct pet), .fields = pet_fields, .field_count = DOOR_COUNT(pet_fields)
};

static const struct door_record person_record;
#define PERSON(member) .offset = offsetof(struct person, member)
static const struct door_field person_fields[] = {
    { .name = "name", .kind = DOOR_KIND_PROSE, .flags = DOOR_REQUIRED, PERSON(name) },
    { .name = "town", .kind = DOOR_KIND_TEXT, .flags = DOOR_REQUIRED, PERSON(town) },
    { .name = "phone", .kind = DOOR_KIND_PHONE, PERSON(phone) },
    { .name = "email", .kind = DOOR_KIND_EMAIL, .flags = DOOR_REQUIRED, PERSON(email) },
    { .name = "site", .kind = DOOR_KIND_URL, .flags = DOOR_REQUIRED, PERSON(site) },
    { .name = "postcode", .kind = DOOR_KIND_POSTCODE, .flags = DOOR_REQUIRED, PERSON(postcode) },
    { .name = "mood", .kind = DOOR_KIND_WORD, .fallback = "happy", .words = &moods, PERSON(mood) },
    { .name = "famous", .kind = DOOR_KIND_YES, PERSON(famous) },
    { .name = "born", .kind = DOOR_KIND_DATE, .flags = DOOR_REQUIRED, PERSON(born) },
    { .name = "awake", .kind = DOOR_KIND_TIMES, .flags = DOOR_REQUIRED, PERSON(awake) },
    { .name = "pet", .kind = DOOR_KIND_RECORD, .record = &pet_record, PERSON(pet) },
    { .name = "pets", .kind = DOOR_KIND_RECORD, .flags = DOOR_LIST, .record = &pet_record, PERSON(pets) },
    { .name = "friends", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .record = &person_record, PERSON(friends) },
    { .name = "speaks", .kind = DOOR_KIND_LANGUAGE, .flags = DOOR_LIST, PERSON(speaks) },
    { .name = "body", .kind = DOOR_KIND_BODY, .flags = DOOR_REQUIRED, PERSON(body) },
    { .name = "secret", .kind = DOOR_KIND_TEXT, .flags = DOOR_SECRET, PERSON(secret) },
    { .name = "height", .kind = DOOR_KIND_LENGTH, .flags = DOOR_REQUIRED, PERSON(height) },
    { .name = "east", .kind = DOOR_KIND_DEGREES, .flags = DOOR_REQUIRED, PERSON(east) },
    { .name = "fee", .kind = DOOR_KIND_MONEY, .flags = DOOR_REQUIRED, PERSON(fee) },
};
static const struct door_record person_record = {
    .name = "person", .size = sizeof(struct person), .fields = person_fields,
    .field_count = DOOR_COUNT(person_fields), .base = &door_entry_record, .has_page = true,
};

#define VIEW(member) .offset = offsetof(struct people, member)
static const struct door_field people_fields[] = {
    { .name = "person", .kind = DOOR_KIND_REF, .flags = DOOR_REQUIRED | DOOR_INHERIT, .record = &person_record,
      VIEW(person) },
    { .name = "greeting", .kind = DOOR_KIND_WORDED, .flags = DOOR_REQUIRED, VIEW(greeting) },
    { .name = "title", .kind = DOOR_KIND_SAID, .flags = DOOR_REQUIRED, VIEW(title) },
    { .name = "link", .kind = DOOR_KIND_HREF, .flags = DOOR_REQUIRED, VIEW(link) },
    { .name = "about", .kind = DOOR_KIND_REF, VIEW(about) },
    { .name = "all", .kind = DOOR_KIND_REF, .flags = DOOR_LIST, .record = &person_record, VIEW(all) },
    { .name = "count", .kind = DOOR_KIND_NUMBER, .flags = DOOR_REQUIRED, VIEW(count) },
};
static const struct door_record people_record = {
    .name = "people", .size = sizeof(struct people), .fields = people_fields,
    .field_count = DOOR_COUNT(people_fields),
};

/* The pieces: number, English, Urdu (NULL: missing). */
static const char *const piece_texts[][2] = {
    { NULL, NULL },
    { "Ada & <Co>", "عائدہ" },
    { "Bob", NULL },
    { "Likes \"cats\"", NULL },
    { "About Ada", "عائدہ کے بارے میں" },
    { "She writes.", NULL },
    { "Read more", "مزید پڑھیں" },
};

/* What the theme's translator has done: English, Urdu. */
static const char *const urdu_words[][2] = {
    { "Hello", "سلام" },
    { "Born on {date}", "{date} کو پیدا" },
    { "See <1>{name}</1> and <2>more</2>", "<2>مزید</2> اور <1>{name}</1>" },
    { "Happy", "خوش" },
    { "{count} friend", "{count} دوست" },
    { "Call {person_town}", "{person_town} فون" },
};

/* A place to compile and draw in. */
struct workshop {
    struct door_arena arena;
    struct door_words words;
    struct door_diag *diag;
    struct door_language items[2];
    struct door_languages languages;
    struct door_worker worker;
    struct door_said pieces[2][DOOR_COUNT(piece_texts)];
    struct door_prose body, heading, paragraph, link, texts[3];
    struct person ada, bob;
    struct pet pets[2];
    const struct door_entry *friends[2];
    const char *speaks[2];
    struct door_said title;
    struct people people;
    char folder[32];
    const char *folders[1], *names[1];
    struct door_template_source source;
    struct door_buf out;
};

static void
fill_pieces(struct workshop *workshop)
{
    size_t i, j;

    for (j = 0; j < 2; j++) {
        for (i = 1; i < DOOR_COUNT(piece_texts); i++) {
            bool missing = j && !piece_texts[i][1];

            workshop->pieces[j][i] = (struct door_said){ piece_texts[i][missing ? 0 : j], NULL,
                (unsigned short)(missing ? 0 : j), missing ? DOOR_STATE_MISSING : DOOR_STATE_FRESH };
        }
        workshop->items[j].pieces = workshop->pieces[j];
        workshop->items[j].piece_count = DOOR_COUNT(piece_texts);
        workshop->items[j].index = (int)j;
    }
    workshop->items[0].code = "en-GB";
    workshop->items[0].own_name = "English";
    workshop->items[0].path = "";
    workshop->items[1].code = "ur";
    workshop->items[1].own_name = "اردو";
    workshop->items[1].path = "ur/";
    workshop->items[1].right_to_left = true;
}

/* ## About Ada / She writes. [Read more](person:bob) */
static void
fill_body(struct workshop *workshop)
{
    workshop->texts[0] = (struct door_prose){ .type = DOOR_PROSE_TEXT, .text = "About Ada" };
    workshop->texts[1] = (struct door_prose){ .type = DOOR_PROSE_TEXT, .text = "She writes. ",
        .next = &workshop->link };
    workshop->texts[2] = (struct door_prose){ .type = DOOR_PROSE_TEXT, .text = "More" };
    workshop->link = (struct door_prose){ .type = DOOR_PROSE_LINK, .entry = &workshop->bob.entry,
        .children = &workshop->texts[2] };
    workshop->paragraph = (struct door_prose){ .type = DOOR_PROSE_PARAGRAPH, .piece = 5,
        .children = &workshop->texts[1] };
    workshop->heading = (struct door_prose){ .type = DOOR_PROSE_HEADING, .level = 2, .piece = 4,
        .children = &workshop->texts[0], .next = &workshop->paragraph };
    workshop->body = (struct door_prose){ .type = DOOR_PROSE_BODY, .children = &workshop->heading };
}

static void
fill_people(struct workshop *workshop)
{
    workshop->pets[0] = (struct pet){ "Rex", 3 };
    workshop->pets[1] = (struct pet){ "Tom", 0 };
    workshop->bob = (struct person){
        .entry = { .record = &person_record, .id = "bob", .path = "people/bob/" }, .name = 2, .town = "York",
        .email = "bob@x.example", .site = "https://x.example/?a=1&b=2", .postcode = "YO1 7HH", .mood = MOOD_SAD,
        .born = { 1990, 5, 1 }, .awake = { 540, 1020 }, .body = &workshop->body, .fee = 0,
    };
    workshop->friends[0] = &workshop->bob.entry;
    workshop->friends[1] = &workshop->ada.entry;
    workshop->speaks[0] = "ur";
    workshop->speaks[1] = "pl";
    workshop->ada = workshop->bob;
    workshop->ada.entry.id = "ada";
    workshop->ada.entry.path = "people/ada/";
    workshop->ada.name = 1;
    workshop->ada.phone = "01632 960 123";
    workshop->ada.mood = MOOD_HAPPY;
    workshop->ada.famous = true;
    workshop->ada.pet = &workshop->pets[0];
    workshop->ada.pets = (struct door_list){ workshop->pets, 2 };
    workshop->ada.friends = (struct door_list){ workshop->friends, 1 };
    workshop->ada.speaks = (struct door_list){ workshop->speaks, 2 };
    workshop->ada.fee = 350;
    workshop->ada.height = 1700;
    workshop->ada.east = -54.1234567;
    workshop->title = workshop->pieces[0][3];
    workshop->people = (struct people){ &workshop->ada, "Hi", &workshop->title, "help/", &workshop->bob.entry,
        { workshop->friends, 2 }, 1 };
}

static UNUSED void
workshop_open(struct workshop *workshop)
{
    *workshop = (struct workshop){ .folder = "/tmp/frontdoor-theme-XXXXXX" };
    assert_non_null(mkdtemp(workshop->folder));
    workshop->folders[0] = workshop->folder;
    workshop->names[0] = "themes/toy";
    workshop->source = (struct door_template_source){ workshop->folders, workshop->names, 1, NULL };
    workshop->diag = door_diag_open();
    workshop->languages = (struct door_languages){ workshop->items, 2 };
    fill_pieces(workshop);
    fill_body(workshop);
    fill_people(workshop);
    door_phrases_add(&workshop->words, &workshop->arena);
    workshop->worker.speech = door_speech_open(&workshop->languages);
}

static void
remove_folder(const char *path)
{
    struct door_arena arena = { 0 };
    size_t count = 0, i;
    struct door_file *files = door_files_list(&arena, path, &count);

    for (i = 0; files && i < count; i++) {
        char *inner = door_path_join(&arena, path, files[i].name);

        if (files[i].type == DOOR_FILE_FOLDER)
            remove_folder(inner);
        else
            unlink(inner);
    }
    rmdir(path);
    door_arena_release(&arena);
}

static UNUSED void
workshop_close(struct workshop *workshop)
{
    remove_folder(workshop->folder);
    door_speech_close(workshop->worker.speech);
    door_diag_close(workshop->diag);
    door_buf_release(&workshop->out);
    door_arena_release(&workshop->worker.scratch);
    door_arena_release(&workshop->arena);
}

static void
write_below(const char *folder, const char *file, const char *text)
{
    struct door_arena arena = { 0 };
    char *path = door_path_join(&arena, folder, file), *slash = path + strlen(folder);
    FILE *stream;

    while ((slash = strchr(slash + 1, '/'))) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
    stream = fopen(path, "w");
    assert_non_null(stream);
    fputs(text, stream);
    fclose(stream);
    door_arena_release(&arena);
}

/* Keep a file: "components/card/template.html". */
static UNUSED void
workshop_write(struct workshop *workshop, const char *file, const char *text)
{
    write_below(workshop->folder, file, text);
}

static const struct door_phrase *
phrases_of(struct workshop *workshop, bool urdu)
{
    struct door_phrase *phrases = door_arena_array(&workshop->arena, workshop->words.count, sizeof *phrases);
    size_t i, j;

    for (i = 0; i < workshop->words.count; i++) {
        const struct door_interface_word *word = &workshop->words.items[i];
        const char **forms = door_arena_array(&workshop->arena, 2, sizeof *forms);

        forms[0] = word->text;
        forms[1] = word->plural;
        phrases[i] = (struct door_phrase){ forms, word->plural ? 2 : 1, urdu };
        for (j = 0; urdu && j < DOOR_COUNT(urdu_words); j++) {
            if (strcmp(urdu_words[j][0], word->text) == 0) {
                forms[0] = forms[1] = urdu_words[j][1];
                phrases[i].missing = false;
            }
        }
    }
    return phrases;
}

static UNUSED struct door_template *
compile(struct workshop *workshop, const char *file, const char *page)
{
    struct door_template *template;
    size_t i;

    workshop_write(workshop, file, page);
    template = door_template_compile(&workshop->arena, &workshop->source, file, &people_record, &workshop->words,
            workshop->diag);
    for (i = 0; template && i < 2; i++) {
        workshop->items[i].phrases = phrases_of(workshop, i == 1);
        workshop->items[i].phrase_count = workshop->words.count;
    }
    if (template)
        door_template_bind(template, &workshop->arena, &workshop->languages);
    return template;
}

static UNUSED struct door_drawing
drawing_of(struct workshop *workshop, const char *language)
{
    return (struct door_drawing){ .view = &workshop->people, .languages = &workshop->languages,
        .language = &workshop->items[language[0] == 'u'], .root = "../", .assets = "../../",
        .worker = &workshop->worker };
}

/* Compile a page and draw it in this language; NULL (with the problems in diag) if it is wrong. */
static UNUSED const char *
workshop_draw(struct workshop *workshop, const char *page, const char *language)
{
    const struct door_template *template = compile(workshop, "pages/x.html", page);
    struct door_drawing drawing = drawing_of(workshop, language);

    if (!template)
        return NULL;
    door_buf_clear(&workshop->out);
    door_template_write(template, &drawing, &workshop->out);
    return door_buf_string(&workshop->out);
}

static void
note_open(void *to, const char *name, const struct door_attribute *attributes, size_t count)
{
    size_t i;

    door_buf_format(to, "(%s", name);
    for (i = 0; i < count; i++)
        door_buf_format(to, " %s=%s", attributes[i].name, attributes[i].value);
    door_buf_text(to, ")");
}

static void
note_text(void *to, const char *text, const struct door_language *language)
{
    door_buf_format(to, "[%s %s]", language->code, text);
}

static void
note_close(void *to, const char *name)
{
    door_buf_format(to, "(/%s)", name);
}

/* The same for a sink: "(p class=x)[en-GB text](/p)". file is "pages/x.html" or "print/x.html". */
static UNUSED const char *
workshop_emit(struct workshop *workshop, const char *file, const char *page, const char *language)
{
    static const struct door_sink sink = { note_open, note_text, note_close };
    const struct door_template *template = compile(workshop, file, page);
    struct door_drawing drawing = drawing_of(workshop, language);

    if (!template)
        return NULL;
    door_buf_clear(&workshop->out);
    door_template_emit(template, &drawing, &sink, &workshop->out);
    return door_buf_string(&workshop->out);
}

/* Compile a page that is wrong; the problems as "2:7 template-path: message (hint)", a line each. */
static UNUSED const char *
workshop_complain(struct workshop *workshop, const char *page)
{
    const struct door_problem *problems;
    size_t count, i;

    door_diag_close(workshop->diag);
    workshop->diag = door_diag_open();
    door_buf_clear(&workshop->out);
    if (compile(workshop, "pages/x.html", page))
        return "no complaint";
    problems = door_diag_problems(workshop->diag, &count);
    for (i = 0; i < count; i++) {
        const char *file = problems[i].place.file;

        door_buf_format(&workshop->out, "%s%s%s%d:%d %s: %s", i ? "\n" : "",
                strstr(file, "pages/") ? "" : file + strlen("themes/toy/"), strstr(file, "pages/") ? "" : ":",
                problems[i].place.line, problems[i].place.column, problems[i].id, problems[i].message);
        if (problems[i].hint)
            door_buf_format(&workshop->out, " (%s)", problems[i].hint);
    }
    return door_buf_string(&workshop->out);
}

#endif
