/*
 * lexicon - what is known of single words: which are hard and what to say instead, which make a passive, how many
 * syllables those have that spelling gets wrong. Read from english.yaml, then from the offer's own content/plain.yaml.
 *
 * Owns:   the words by their lower-case form, in the build's arena.
 * Called: by plain.c to load it, by text.c to look up each word, by rules.c.
 * Never:  loaded when the offer says `plain: off`.
 */
#ifndef DOOR_PLAIN_LEXICON_H
#define DOOR_PLAIN_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"

struct door_arena;
struct door_diag;
struct door_node;

enum {
    DOOR_MARK_BE         = 1 << 0,  /* a form of "be" */
    DOOR_MARK_BETWEEN    = 1 << 1,  /* may stand between it and a participle: "not" */
    DOOR_MARK_PARTICIPLE = 1 << 2,  /* one that does not end in -ed: "given" */
    DOOR_MARK_STATE      = 1 << 3,  /* looks like a participle and says how somebody is: "worried" */
    DOOR_MARK_CAPITALS   = 1 << 4,  /* a short form that families know: "NHS" */
    DOOR_MARK_MUM        = 1 << 5,  /* names mothers */
    DOOR_MARK_OTHERS     = 1 << 6,  /* in a sentence with it mums are not alone, or meant alone: "dad", "pregnant" */
};

/* A way to put it: the forms "utilise, utilises" share one. */
struct door_advice {
    const char *hint;           /* a sentence: what to write */
    bool style;                 /* the word is plain, the way it is written is not */
    bool allowed;
};

/* A word or phrase that should be put in another way. */
struct door_saying {
    const char *phrase;         /* as the list has it */
    const char *const *words;   /* in lower case, the first too, unless cased */
    size_t count;
    bool cased;                 /* written with capitals in the list: only this form is meant */
    struct door_advice *advice;
    struct door_saying *next;   /* with the same first word, longer ones first */
};

struct door_lexeme {
    unsigned marks;
    int syllables;              /* 0: not listed, and not met in a text yet */
    struct door_saying *sayings;
};

struct door_lexicon {           /* starts as { 0 } but for the arena */
    struct door_arena *arena;
    struct door_map words;      /* lower case to struct door_lexeme * */
    struct door_map silenced;   /* "plain-passive", "pages/privacy", "plain-word pages/words-we-use" */
    struct door_map entries;    /* those that there are */
    int reading_age;            /* years, above which an entry is told */
    int reading_words;          /* fewer can't be measured */
    int sentence_words;         /* the most of one sentence */
    const char *mums_hint;
};

/* A part of such a file, as the manual and editors' tools tell it. */
struct door_plain_part {
    const char *name, *help;
    enum door_plain_form {
        DOOR_PLAIN_LIST,        /* words */
        DOOR_PLAIN_LISTS,       /* words under each of the names */
        DOOR_PLAIN_SAYINGS,     /* under any name one word or several; none: leave it out */
        DOOR_PLAIN_NUMBERS,     /* a number under each of the names, or under any */
        DOOR_PLAIN_SILENCE      /* messages and entries */
    } form;
    const char *const *names;   /* NULL behind the last; or NULL */
};

/* The i-th part, and the i-th message that can be silenced; NULL behind the last. */
const struct door_plain_part *door_plain_part(size_t i);
const char *door_plain_message(size_t i);

/* Lay a file's words over those that are there. What is wrong with it is told as errors. */
void door_lexicon_load(struct door_lexicon *lexicon, const struct door_node *root, struct door_diag *diag);

/*
 * What is known of a lower-case word. A new word is learned: an offer has few different words, so its syllables are
 * counted once and not on each page.
 */
const struct door_lexeme *door_lexicon_meet(struct door_lexicon *lexicon, const char *word);

/* The same for a word that is looked at in passing: NULL if it is not known. */
static inline const struct door_lexeme *
door_lexicon_find(const struct door_lexicon *lexicon, const char *word)
{
    return door_map_find(&lexicon->words, word);
}

/* Is nothing to be said under this id, of this entry (NULL: any)? */
bool door_lexicon_is_silent(const struct door_lexicon *lexicon, const char *id, const char *entry);

#endif
