/*
 * Texts judged by the program's own list of words, as the unit tests of plain/ need it.
 */
#ifndef DOOR_TESTS_PLAIN_TEST_H
#define DOOR_TESTS_PLAIN_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/yaml.h"
#include "model/pieces.h"
#include "plain/lexicon.h"
#include "plain/rules.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

struct judge {
    struct door_arena arena;
    struct door_diag *diag;
    struct door_lexicon lexicon;
    struct door_rules rules;
};

/* With english.yaml, and an offer's list on top if own is not NULL. */
static inline void
judge_open(struct judge *judge, const char *own)
{
    static const char path[] = "generator/plain/english.yaml";
    const struct door_node *root;
    size_t size;
    char *bytes;

    *judge = (struct judge){ .diag = door_diag_open() };
    judge->lexicon.arena = &judge->arena;
    bytes = door_file_read(&judge->arena, path, &size);
    assert_non_null(bytes);
    root = door_yaml_parse(&judge->arena, path, bytes, size, 0, judge->diag);
    assert_non_null(root);
    door_lexicon_load(&judge->lexicon, root, judge->diag);
    assert_int_equal(door_diag_errors(judge->diag), 0);
    if (own) {
        root = door_yaml_parse(&judge->arena, "plain.yaml", own, strlen(own), 0, judge->diag);
        assert_non_null(root);
        door_lexicon_load(&judge->lexicon, root, judge->diag);
    }
    judge->rules = (struct door_rules){ .lexicon = &judge->lexicon, .arena = &judge->arena, .diag = judge->diag };
}

static inline void
judge_close(struct judge *judge)
{
    door_plain_text_release(&judge->rules.text);
    door_sight_release(&judge->rules.sight);
    door_diag_close(judge->diag);
    door_arena_release(&judge->arena);
}

/* Judge a text as one piece of an entry; more texts may follow. */
static inline void
judge_text(struct judge *judge, const char *text)
{
    struct door_piece piece = { .context = "services/x#summary", .text = text };

    door_plain_text_read(&judge->rules.text, &piece, &judge->lexicon);
    door_rules_judge(&judge->rules, 1, false);
}

/* What is told of a text: "message [id]" of each problem, parted by " | ". */
static inline const char *
judge_told(struct judge *judge)
{
    struct door_buf told = { 0 };
    size_t count, i;
    const struct door_problem *problems = door_diag_problems(judge->diag, &count);
    const char *text;

    for (i = 0; i < count; i++)
        door_buf_format(&told, "%s%s [%s]", i ? " | " : "", problems[i].message, problems[i].id);
    text = door_arena_text(&judge->arena, door_buf_string(&told));
    door_buf_release(&told);
    return text;
}

#endif
