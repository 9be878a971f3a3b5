/*
 * language - one language of an offer: its pieces, its interface words, its direction.
 *
 * The offer's catalogue (translations/<lang>/offer.po) is laid over the model's pieces: an array with one struct
 * door_said per piece. No record is copied per language; drawing a prose field is one index.
 *
 * Owns:   the arrays, in the build's arena.
 * Called: by commands/ to load them; by views/ and theme/ to read them.
 * Never:  changes once loaded: workers share it.
 */
#ifndef DOOR_LANGUAGE_LANGUAGE_H
#define DOOR_LANGUAGE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

struct door_arena;
struct door_offer;
struct door_prose;
struct door_words;

enum door_state {
    DOOR_STATE_FRESH,       /* in this language (or this is the language content is written in) */
    DOOR_STATE_STALE,       /* translated once; the English has changed since (gettext's fuzzy) */
    DOOR_STATE_MISSING,     /* the English stands in */
};

struct door_said {
    const char *text;               /* the words; of a leaf block its Markdown */
    const struct door_prose *leaf;  /* of a leaf block: its tree, else NULL */
    unsigned short language;        /* which language the words are in: an index of door_languages.items */
    unsigned char state;            /* enum door_state */
};

/* An interface word (or sentence): one text per plural form. Missing ones hold the English. */
struct door_phrase {
    const char *const *forms;       /* form_count texts */
    size_t form_count;              /* 1, unless it is a plural */
    bool missing;
};

struct door_language {
    const char *code;               /* "ur", "en-GB": BCP 47, as in `lang` */
    const char *own_name;           /* "اردو", from ICU */
    const char *locale;             /* "ur_PK": with the land where most speak it; NULL: not known */
    const char *path;               /* "" for the first, else "ur/": below the site's root */
    int index;                      /* in door_languages.items */
    bool right_to_left;
    bool native;                    /* a native reader has read its catalogues, or nobody had to translate it */
    const struct door_said *pieces;     /* by the numbers of model/pieces.h */
    size_t piece_count;
    const struct door_phrase *phrases;  /* by the numbers of language/words.h */
    size_t phrase_count;
    bool worded;                    /* none of those is missing */
};

struct door_languages {
    struct door_language *items;    /* items[0] is the language content is written in */
    size_t count;
};

/*
 * Load the languages of the offer: read <root>/translations/<lang>/offer.po over its pieces, and for the words the
 * built-in <interface>/<lang>/interface.po with the offer's own <root>/translations/<lang>/interface.po on top.
 * A missing file is a language with nothing translated, and no mistake. False if anything was an error.
 */
bool door_languages_load(struct door_arena *arena, const struct door_offer *offer, const struct door_words *words,
        const char *root, const char *interface_folder, struct door_languages *languages, struct door_diag *diag);

/* The language with this code, or NULL. */
const struct door_language *door_languages_find(const struct door_languages *languages, const char *code);

/* The words of a piece as this language has them. piece must not be 0. */
const struct door_said *door_language_piece(const struct door_language *language, uint32_t piece);

/* The interface word of this number (language/words.h), singular. */
const char *door_language_word(const struct door_language *language, size_t number);

/* Is each of the pieces first <= n < end fresh in this language? For the line that says a page is partly English. */
bool door_language_is_whole(const struct door_language *language, uint32_t first, uint32_t end);

#endif
