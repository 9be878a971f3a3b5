/*
 * rules - what plain language asks of one piece of prose: its words, sentences, and the style of the NHS and GOV.UK.
 *
 * Owns:   the one pass over a piece's words.
 * Called: by plain.c, piece after piece.
 * Never:  knows an entry but by the short forms that it has explained.
 */
#ifndef DOOR_PLAIN_RULES_H
#define DOOR_PLAIN_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "plain/ease.h"
#include "plain/sight.h"
#include "plain/text.h"

struct door_arena;
struct door_diag;
struct door_lexicon;

enum { DOOR_EXPLAINED = 8 };

/* What the pass knows of the entry that it is in. */
struct door_plain_entry {       /* starts as { 0 } */
    struct door_ease ease;
    const char *explained[DOOR_EXPLAINED];  /* short forms that stood in brackets behind their words */
    size_t explained_count;
    double hardest;             /* reading age of the hardest sentence */
    size_t hardest_piece, hardest_token;
};

struct door_rules {
    struct door_lexicon *lexicon;
    struct door_arena *arena;
    struct door_diag *diag;     /* NULL: only measure */
    bool alt;                   /* the piece tells who can be seen in a picture: nobody is left out there */
    bool errors;                /* of the offer that says `plain: error` */
    const char *name;           /* of the entry, "services/baby-massage"; NULL where nothing is silenced */
    struct door_sight sight;
    struct door_plain_text text;
    struct door_plain_entry entry;
};

/* Say a problem, unless the offer's list silences it. */
void door_rules_tell(struct door_rules *rules, struct door_place place, const char *id, const char *hint,
        const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Judge the piece that rules->text holds. A label is no running text: it is not measured. */
void door_rules_judge(struct door_rules *rules, size_t piece, bool is_label);

/* Where a token stands in its file. */
struct door_place door_rules_place(struct door_rules *rules, const struct door_token *token);

#endif
