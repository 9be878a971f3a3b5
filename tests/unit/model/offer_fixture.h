/*
 * A small offer from strings: the files below, some of them replaced by a test's own, and what is told about them.
 */
#ifndef DOOR_TESTS_OFFER_FIXTURE_H
#define DOOR_TESTS_OFFER_FIXTURE_H

#include "model_test.h"

#include "base/yaml.h"
#include "content/folder.h"
#include "content/markdown.h"
#include "model/offer.h"

struct file {
    const char *folder, *id, *front, *body;     /* front NULL: could not be read; body NULL: none */
};

static const char usual_offer[] =
        "format: 1\n"
        "name: Babies and Young Children\n"
        "area: Brackenshire\n"
        "publisher: {name: Brackenshire Council, email: families@brackenshire.example}\n"
        "url: https://families.brackenshire.example\n"
        "languages: [en-GB, ur]\n"
        "urgent:\n"
        "  - {name: Emergency, phone: \"999\", when: A life is at risk}\n";

static const char usual_service[] =
        "name: Baby massage\n"
        "summary: Learn gentle strokes.\n"
        "topics: [infant-feeding]\n"
        "ages: {from: birth, to: 12 months}\n"
        "how_to_get: drop-in\n"
        "organisation: council\n"
        "cost: free\n"
        "checked: {date: 2026-10-01, by: families@brackenshire.example}\n"
        "contacts: [{phone: 01632 960 123}]\n";

static const struct file usual_files[] = {
    { "", "offer", usual_offer, NULL },
    { "", "stages", "- {id: pregnancy, name: Pregnancy, ages: {from: pregnancy, to: birth}}\n", NULL },
    { "organisations", "council", "name: Brackenshire Council\n", NULL },
    { "places", "hub", "name: Thornleigh Hub\nkind: family-hub\n"
      "address: {lines: 4 Mill Lane, town: Thornleigh, postcode: yo17hh}\n", NULL },
    { "services", "massage", usual_service,
      "Bring a *towel*. Come to [the hub](place:hub).\n\n## Fathers\n\n- You too.\n" },
    { "topics", "infant-feeding", "name: Feeding your baby\nsummary: Help with milk.\n", NULL },
};

#define USUAL_COUNT (sizeof usual_files / sizeof *usual_files)

struct built {
    struct door_arena arena;
    const struct door_offer *offer;     /* NULL if there were errors */
    char *told;                         /* all problems, as they are printed */
};

static inline int
compare_sources(const void *a, const void *b)
{
    const struct door_source *left = a, *right = b;
    int folders = strcmp(left->folder, right->folder);

    return folders ? folders : strcmp(left->id, right->id);
}

static inline struct door_source
make_source(struct door_arena *arena, const struct file *file, struct door_diag *diag)
{
    const char *name = door_arena_format(arena, "content/%s%s%s.%s", file->folder, *file->folder ? "/" : "", file->id,
            *file->folder && strcmp(file->folder, "print") ? "md" : "yaml");
    struct door_source source = { name, file->folder, file->id, NULL, NULL };

    if (file->front)
        source.front = door_yaml_parse(arena, name, file->front, strlen(file->front), 0, diag);
    if (file->body)
        source.body = door_markdown_parse(arena, (struct door_place){ name, 20, 1 }, file->body, strlen(file->body),
                diag);
    return source;
}

/* Build the usual files, each with the folder and id of one of the others replaced by it. */
static inline struct built
build(const struct file *others, size_t count, bool drafts)
{
    static const char *const media[] = { "media/massage.svg" };
    struct built built = { 0 };
    struct door_diag *diag = door_diag_open();
    struct door_source *sources = door_arena_array(&built.arena, USUAL_COUNT + count, sizeof *sources);
    struct door_content content = { .root = "/nowhere", .sources = sources, .media = media, .media_count = 1 };
    size_t size, i, j;
    FILE *stream;

    for (i = 0; i < USUAL_COUNT; i++) {
        bool replaced = false;

        for (j = 0; j < count; j++)
            replaced = replaced || (strcmp(others[j].folder, usual_files[i].folder) == 0
                    && strcmp(others[j].id, usual_files[i].id) == 0);
        if (!replaced)
            sources[content.source_count++] = make_source(&built.arena, &usual_files[i], diag);
    }
    for (j = 0; j < count; j++)
        sources[content.source_count++] = make_source(&built.arena, &others[j], diag);
    qsort(sources, content.source_count, sizeof *sources, compare_sources);
    built.offer = door_offer_build(&built.arena, &content, drafts, diag);
    stream = open_memstream(&built.told, &size);
    assert_non_null(stream);
    door_diag_print(diag, stream, false);
    fclose(stream);
    door_diag_close(diag);
    return built;
}

static inline void
release(struct built *built)
{
    door_arena_release(&built->arena);
    free(built->told);
}

/* A file and exactly what is told about it. */
struct told {
    struct file file;
    const char *told;
};

static inline void
assert_all_exactly(const struct told *cases, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        struct built built = build(&cases[i].file, 1, false);

        assert_string_equal(built.told, cases[i].told);
        assert_int_equal(built.offer == NULL, strstr(cases[i].told, ": error: ") != NULL);
        release(&built);
    }
}

#define ASSERT_ALL_EXACTLY(cases) assert_all_exactly(cases, sizeof cases / sizeof *cases)

#endif
