/*
 * template_program - what a template is compiled to: two flat arrays of operations, run by template_draw.c.
 *
 * Owns:   nothing; programs lie in the build's arena.
 * Called: by the compiler's files (template_compile.c, template_element.c, template_words.c, template_join.c), by
 *         template_phrase.c to bind languages, by template_draw.c to run.
 *
 * `parts` has one operation for each tag, attribute and text, as paper needs them. `bytes` is the same with all that
 * never changes joined into ready HTML: most of a page is then copied in a few pieces.
 *
 *     <p class="x" fd:if="a.b" fd:text="a.b"/>        parts                   bytes
 *                                                     TEST a.b, else 7        TEST a.b, else 6
 *                                                     START p                 BYTES <p class="x"
 *                                                     ATTRIBUTE class x       LANGUAGE a.b
 *                                                     LANGUAGE a.b            BYTES >
 *                                                     START_END               VALUE a.b
 *                                                     VALUE a.b               BYTES </p>
 *                                                     END p
 *
 * Phrases and literals keep their HTML beside their text for the same reason.
 */
#ifndef DOOR_THEME_TEMPLATE_PROGRAM_H
#define DOOR_THEME_TEMPLATE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "model/schema.h"
#include "theme/path.h"
#include "theme/template.h"

enum door_op_type {
    DOOR_OP_BYTES,          /* text, size: ready HTML; in `bytes` only */
    DOOR_OP_DOCTYPE,
    DOOR_OP_HREF,           /* name: an address in the site; text, size: its HTML; in `bytes` only */
    DOOR_OP_START,          /* name */
    DOOR_OP_ATTRIBUTE,      /* name, text */
    DOOR_OP_COMPUTED,       /* name, expression; in `bytes` text, size: what stands before the value */
    DOOR_OP_WORDED,         /* name, phrase: an attribute in the page's language; text, size as above */
    DOOR_OP_PAGE_LANGUAGE,  /* lang and dir of the page */
    DOOR_OP_LANGUAGE,       /* lang and dir of the value of path, where they are not the page's */
    DOOR_OP_PHRASE_LANGUAGE,    /* the same for a phrase: it may be missing */
    DOOR_OP_START_END,
    DOOR_OP_END,            /* name; is_void: of an element that has no end tag */
    DOOR_OP_TEXT,           /* text: the same in every language */
    DOOR_OP_VALUE,          /* path: its element says the language */
    DOOR_OP_HOLE,           /* path: no element of its own, so one is made where the language differs */
    DOOR_OP_PROSE,          /* path, number: how much deeper the headings lie */
    DOOR_OP_DATA,           /* what machines read of the page */
    /* From here on operations may go on elsewhere. */
    DOOR_OP_PHRASE,         /* phrase; the codes' start tags lie between here and target */
    DOOR_OP_EACH,           /* path, number: the slot for its items; target: behind the loop */
    DOOR_OP_NEXT,           /* number: the slot; target: the first operation inside */
    DOOR_OP_TEST,           /* condition; target: where to go if it does not hold */
    DOOR_OP_JUMP,           /* target */
};

struct door_op {
    enum door_op_type type;
    bool is_void, is_raw;   /* raw: inside title, option or textarea, where no element can stand */
    int number;
    size_t target;
    const char *name, *text;
    size_t size;
    const struct door_path *path;
    const struct door_expression *expression;
    const struct door_condition *condition;
    struct door_phrase_use *phrase;
};

struct door_program {
    struct door_op *ops;
    size_t count, capacity;
};

/* A path that is set, or a word that is (or is not) the one named. */
struct door_condition {
    const struct door_path *path;
    bool compared, negated;
    int word;                       /* of a WORD path */
    const char *literal;            /* what a literal parameter is compared with */
};

/* Is the condition the same for every page? *holds says how it ends. template_expression.c */
bool door_condition_is_constant(const struct door_condition *condition, bool *holds);

/* What an attribute's text is made for. */
enum door_form {
    DOOR_FORM_MACHINE,      /* ids, classes, datetime: a word as in files, an ISO date */
    DOOR_FORM_HUMAN,        /* alt, aria-label, content: as fd:text would be */
    DOOR_FORM_ADDRESS,      /* href, src */
};

struct door_expression_part {
    const char *literal, *html;     /* html: ready for an attribute, size bytes; or */
    size_t size;
    const struct door_path *path;
};

struct door_expression {
    enum door_form form;
    const char *scheme;             /* "sms:" in place of "tel:" */
    struct door_expression_part *parts;
    size_t count;
    const struct door_condition *condition;     /* the attribute is left out where it does not hold; or NULL */
};

/* A phrase in one language, cut at its holes and codes. */
enum door_phrase_part_type {
    DOOR_PHRASE_TEXT,
    DOOR_PHRASE_HOLE,       /* index in holes */
    DOOR_PHRASE_OPEN,       /* index in codes */
    DOOR_PHRASE_CLOSE,
    DOOR_PHRASE_WHOLE,      /* <1/>: an element without words */
};

struct door_phrase_part {
    enum door_phrase_part_type type;
    size_t index;
    const char *text, *html;        /* html: of a text, size bytes */
    size_t size;
};

struct door_phrase_form {
    const struct door_phrase_part *parts;
    size_t count;
};

struct door_phrase_text {
    const struct door_phrase_form *forms;
    size_t form_count;
    bool missing;           /* the English stands in */
};

struct door_phrase_hole {
    const char *name;
    const struct door_path *path;   /* NULL: {count} */
};

/* Inline markup of a phrase: operations [start, end) of the program that make its start tag (or all of a whole one). */
struct door_phrase_code {
    const char *name;
    bool whole;
    size_t start, end;              /* in `parts` */
    size_t joined_start, joined_end;    /* in `bytes` */
};

enum {
    DOOR_PHRASE_HOLES = 16,
    DOOR_PHRASE_CODES = 16,
};

struct door_phrase_use {
    size_t word;                    /* its number in language/words.h */
    bool is_attribute;
    struct door_phrase_hole holes[DOOR_PHRASE_HOLES];
    size_t hole_count;
    struct door_phrase_code codes[DOOR_PHRASE_CODES];
    size_t code_count;
    const struct door_path *number; /* of a plural: what is counted */
    const struct door_phrase_text *texts;   /* by language, once bound */
    struct door_phrase_use *next;
};

struct door_template {
    struct door_program parts, bytes;
    struct door_phrase_use *phrases;
};

/* template_join.c: make `bytes` from `parts`. */
void door_template_join(struct door_template *template, struct door_arena *arena);

size_t door_program_add(struct door_program *program, struct door_arena *arena, struct door_op op);

/* template_value.c: what stands in the page for a value. */
struct door_value {
    const char *text;
    const struct door_language *language;
    bool left_to_right;             /* in any language: a phone, a postcode */
};
struct door_value door_value_say(const struct door_drawing *drawing, const struct door_path *path, const void *at);
/* For a machine; NULL where the attribute is to be left out. */
const char *door_value_machine(const struct door_drawing *drawing, const struct door_path *path, const void *at,
        const char *attribute);
/* For href and src; NULL where nothing leads anywhere. */
const char *door_value_address(const struct door_drawing *drawing, const struct door_path *path, const void *at,
        const char *scheme);
/* An address below the page's root; one that begins with "/" is below the site's. */
const char *door_href(const struct door_drawing *drawing, const char *href);
/* How many: a number, a period's days, a list's length. */
long door_value_count(const struct door_path *path, const void *at);

/* Which of the uses a kind of value can be put to. */
bool door_kind_has_text(enum door_kind kind);
bool door_kind_has_text_as_list(enum door_kind kind);
bool door_kind_is_for_machines(enum door_kind kind);
bool door_kind_is_address(enum door_kind kind);
/* May its text be in another language than the page, or run left to right in any? */
bool door_kind_has_language(enum door_kind kind);

#endif
