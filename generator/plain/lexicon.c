#include "plain/lexicon.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/schema.h"
#include "plain/syllables.h"

struct loader {
    struct door_lexicon *lexicon;
    struct door_arena *arena;
    struct door_diag *diag;
};

static void
refuse(struct loader *loader, struct door_place place, const char *hint, const char *message)
{
    door_diag_error(loader->diag, place, "plain-list", hint, "%s", message);
}

static bool
has_capital(const char *text)
{
    for (; *text; text++)
        if (isupper((unsigned char)*text))
            return true;
    return false;
}

static char *
lower(struct door_arena *arena, const char *bytes, size_t size)
{
    char *copy = door_arena_copy(arena, bytes, size), *p;

    for (p = copy; *p; p++)
        *p = (char)tolower((unsigned char)*p);
    return copy;
}

static struct door_lexeme *
add_lexeme(struct door_lexicon *lexicon, const char *key)
{
    struct door_lexeme *lexeme = door_arena_alloc(lexicon->arena, sizeof *lexeme);

    door_map_put(&lexicon->words, lexicon->arena, key, lexeme);
    return lexeme;
}

static struct door_lexeme *
lexeme_of(struct loader *loader, const char *word)
{
    const char *key = lower(loader->arena, word, strlen(word));
    struct door_lexeme *lexeme = door_map_find(&loader->lexicon->words, key);

    return lexeme ? lexeme : add_lexeme(loader->lexicon, key);
}

const struct door_lexeme *
door_lexicon_meet(struct door_lexicon *lexicon, const char *word)
{
    struct door_lexeme *lexeme = door_map_find(&lexicon->words, word);

    if (lexeme && lexeme->syllables)
        return lexeme;
    if (!lexeme)
        lexeme = add_lexeme(lexicon, door_arena_text(lexicon->arena, word));
    lexeme->syllables = door_syllables(word, strlen(word));
    return lexeme;
}

/* The items of a list, or the one value that stands for it; NULL behind the last. */
static const struct door_node *
first_item(struct loader *loader, const struct door_node *node)
{
    const struct door_node *item;

    if (node->type == DOOR_NODE_SCALAR)
        return node;
    for (item = node->type == DOOR_NODE_LIST ? node->children : NULL; item; item = item->next)
        if (!item->text)
            break;
    if (node->type == DOOR_NODE_LIST && !item)
        return node->children;
    refuse(loader, node->place, "Write words, or a list of them in [ ].", "this is no list of words");
    return NULL;
}

static const struct door_node *
next_item(const struct door_node *node, const struct door_node *item)
{
    return node->type == DOOR_NODE_LIST ? item->next : NULL;
}

static void
mark_all(struct loader *loader, const struct door_node *node, unsigned mark)
{
    const struct door_node *item;

    for (item = first_item(loader, node); item; item = next_item(node, item))
        lexeme_of(loader, item->text)->marks |= mark;
}

/* --- words and phrases, and what to say instead --- */

/* "Write "help" or "services"." */
static const char *
word_hint(struct loader *loader, const struct door_node *node)
{
    const struct door_node *item, *first = first_item(loader, node);
    struct door_buf hint = { 0 };
    const char *text;

    for (item = first; item && *item->text; item = next_item(node, item)) {
        bool last = !next_item(node, item);

        door_buf_format(&hint, "%s\"%s\"", item == first ? "Write " : last ? " or " : ", ", item->text);
    }
    door_buf_text(&hint, hint.size ? "." : "Leave it out.");
    text = door_arena_text(loader->arena, hint.data);
    door_buf_release(&hint);
    return text;
}

/* The words of a phrase; a full stop behind one ("a.m.") is no part of it, as in texts. */
static size_t
split(struct door_arena *arena, const char *phrase, const char **words, size_t most)
{
    size_t count = 0, size;

    for (; *phrase; phrase += size) {
        phrase += strspn(phrase, " ");
        size = strcspn(phrase, " ");
        if (size && count < most) {
            size_t kept = size - (phrase[size - 1] == '.');

            words[count++] = door_arena_copy(arena, phrase, kept);
        }
    }
    return count;
}

static bool
is_phrase(const struct door_saying *saying, const char *phrase)
{
    return saying->cased || has_capital(phrase) ? strcmp(saying->phrase, phrase) == 0
            : door_text_same(saying->phrase, phrase);
}

static struct door_saying *
find_saying(const struct door_lexeme *lexeme, const char *phrase)
{
    struct door_saying *saying = lexeme->sayings;

    while (saying && !is_phrase(saying, phrase))
        saying = saying->next;
    return saying;
}

enum { MOST_WORDS = 8 };

static void
add_saying(struct loader *loader, const char *phrase, struct door_advice *advice)
{
    const char *words[MOST_WORDS];
    struct door_saying *saying, **at;
    struct door_lexeme *lexeme;
    size_t count = split(loader->arena, phrase, words, MOST_WORDS);

    if (!count)
        return;
    lexeme = lexeme_of(loader, words[0]);
    saying = find_saying(lexeme, phrase);
    if (saying) {               /* the offer's word for it is the last one */
        saying->advice = advice;
        return;
    }
    saying = door_arena_alloc(loader->arena, sizeof *saying);
    *saying = (struct door_saying){ .phrase = phrase, .count = count, .cased = has_capital(phrase), .advice = advice };
    saying->words = memcpy(door_arena_array(loader->arena, count, sizeof *words), words, count * sizeof *words);
    for (at = &lexeme->sayings; *at && (*at)->count >= count; at = &(*at)->next)
        ;
    saying->next = *at;
    *at = saying;
}

/* "utilise, utilises, utilised": use */
static void
add_sayings(struct loader *loader, const struct door_node *node, bool style)
{
    const struct door_node *child;

    if (node->type != DOOR_NODE_MAP) {
        refuse(loader, node->place, "Write each as \"hard word: plain word\" on a line of its own.",
                "this is no list of words with what to say instead");
        return;
    }
    for (child = node->children; child; child = child->next) {
        struct door_advice *advice = door_arena_alloc(loader->arena, sizeof *advice);
        const char *form = child->key;
        size_t size;

        *advice = (struct door_advice){ .hint = word_hint(loader, child), .style = style };
        for (; *form; form += size + (form[size] == ',')) {
            struct door_span span;

            size = strcspn(form, ",");
            span = door_text_trim((struct door_span){ form, size });
            add_saying(loader, door_arena_copy(loader->arena, span.start, span.size), advice);
        }
    }
}

static void
load_words(struct loader *loader, const struct door_node *node)
{
    add_sayings(loader, node, false);
}

static void
load_style(struct loader *loader, const struct door_node *node)
{
    add_sayings(loader, node, true);
}

/* --- the other parts of a file --- */

static void
load_limits(struct loader *loader, const struct door_node *node)
{
    struct door_lexicon *lexicon = loader->lexicon;
    const struct { const char *name; int *value; } limits[] = {
        { "reading_age", &lexicon->reading_age },
        { "reading_words", &lexicon->reading_words },
        { "sentence_words", &lexicon->sentence_words },
    };
    const struct door_node *child;
    size_t i;

    for (child = node->children; child; child = child->next) {
        long value = child->text ? strtol(child->text, NULL, 10) : 0;

        for (i = 0; i < DOOR_COUNT(limits) && (!child->key || strcmp(child->key, limits[i].name) != 0); i++)
            ;
        if (i == DOOR_COUNT(limits) || value < 1 || value > 1000)
            refuse(loader, child->place, "There are reading_age, reading_words and sentence_words, each a number.",
                    "this limit is none");
        else
            *limits[i].value = (int)value;
    }
}

static void
load_syllables(struct loader *loader, const struct door_node *node)
{
    const struct door_node *child;

    for (child = node->children; child; child = child->next) {
        const char *form = child->key ? child->key : "";
        int count = child->text && child->text[0] >= '1' && child->text[0] <= '9' && !child->text[1]
                ? child->text[0] - '0' : 0;
        size_t size;

        if (!count)
            refuse(loader, child->place, "Write \"word: 2\".", "this is no number of syllables");
        for (; *form; form += size + (form[size] == ',')) {
            struct door_span span;

            size = strcspn(form, ",");
            span = door_text_trim((struct door_span){ form, size });
            lexeme_of(loader, door_arena_copy(loader->arena, span.start, span.size))->syllables = count;
        }
    }
}

static void
load_mums(struct loader *loader, const struct door_node *node)
{
    const struct door_node *words = door_node_find(node, "words"), *with = door_node_find(node, "with"),
            *say = door_node_find(node, "say");

    if (words)
        mark_all(loader, words, DOOR_MARK_MUM);
    if (with)
        mark_all(loader, with, DOOR_MARK_OTHERS);
    if (say)
        loader->lexicon->mums_hint = word_hint(loader, say);
}

static void
load_be(struct loader *loader, const struct door_node *node)
{
    mark_all(loader, node, DOOR_MARK_BE);
}

static void
load_between(struct loader *loader, const struct door_node *node)
{
    mark_all(loader, node, DOOR_MARK_BETWEEN);
}

static void
load_participles(struct loader *loader, const struct door_node *node)
{
    mark_all(loader, node, DOOR_MARK_PARTICIPLE);
}

static void
load_states(struct loader *loader, const struct door_node *node)
{
    mark_all(loader, node, DOOR_MARK_STATE);
}

static void
load_capitals(struct loader *loader, const struct door_node *node)
{
    mark_all(loader, node, DOOR_MARK_CAPITALS);
}

/*
 * A word that families here know: one of the list, a short form in capitals, or a phrase that is right though a word of
 * it is hard ("Universal Credit").
 */
static void
load_allow(struct loader *loader, const struct door_node *node)
{
    const struct door_node *item;

    for (item = first_item(loader, node); item; item = next_item(node, item)) {
        const char *words[MOST_WORDS];
        struct door_saying *saying = NULL;
        size_t count = split(loader->arena, item->text, words, MOST_WORDS);

        if (count)
            saying = find_saying(lexeme_of(loader, words[0]), item->text);
        if (saying) {
            saying->advice->allowed = true;
        } else if (count > 1) {
            struct door_advice *fine = door_arena_alloc(loader->arena, sizeof *fine);

            fine->allowed = true;
            add_saying(loader, item->text, fine);
            continue;
        }
        if (has_capital(item->text))
            lexeme_of(loader, item->text)->marks |= DOOR_MARK_CAPITALS;
        else if (!saying)
            door_diag_error(loader->diag, item->place, "plain-list",
                    "Take it out, or write the form that the warning names.",
                    "\"%s\" is not a word that would be warned of", item->text);
    }
}

static const char *const ids[] = {
    "plain-capitals", "plain-link", "plain-mums", "plain-passive", "plain-phone", "plain-reading-age",
    "plain-sentence", "plain-style", "plain-word",
};

static bool
is_id(const char *text)
{
    size_t i;

    for (i = 0; i < DOOR_COUNT(ids); i++)
        if (strcmp(ids[i], text) == 0)
            return true;
    return false;
}

/* "plain-passive", "pages/privacy", or one thing of one entry: "plain-word pages/words-we-use". */
static bool
can_be_silenced(const struct door_lexicon *lexicon, struct door_arena *arena, const char *text)
{
    const char *space = strchr(text, ' ');

    if (space)
        return is_id(door_arena_copy(arena, text, (size_t)(space - text)))
                && door_map_find(&lexicon->entries, space + 1);
    return is_id(text) || door_map_find(&lexicon->entries, text);
}

static void
load_silence(struct loader *loader, const struct door_node *node)
{
    const struct door_node *item;

    for (item = first_item(loader, node); item; item = next_item(node, item)) {
        if (can_be_silenced(loader->lexicon, loader->arena, item->text))
            door_map_put(&loader->lexicon->silenced, loader->arena, item->text, item);
        else
            door_diag_error(loader->diag, item->place, "plain-list",
                    "Write the id of a message, an entry, or one of each: plain-word pages/words-we-use.",
                    "no message and no entry is called \"%s\"", item->text);
    }
}

bool
door_lexicon_is_silent(const struct door_lexicon *lexicon, const char *id, const char *entry)
{
    char both[160];

    if (!lexicon->silenced.count)
        return false;
    if (door_map_find(&lexicon->silenced, id) || (entry && door_map_find(&lexicon->silenced, entry)))
        return true;
    return entry && (size_t)snprintf(both, sizeof both, "%s %s", id, entry) < sizeof both
            && door_map_find(&lexicon->silenced, both);
}

static const struct {
    struct door_plain_part part;
    void (*load)(struct loader *loader, const struct door_node *node);
} sections[] = {
    { { "limits", "From when on a text is told as hard.", DOOR_PLAIN_NUMBERS,
        (const char *const[]){ "reading_age", "reading_words", "sentence_words", NULL } }, load_limits },
    { { "words", "Hard words, each with the plain one: \"forms, of a word: plain word\".", DOOR_PLAIN_SAYINGS,
        NULL }, load_words },
    { { "style", "Words that are spelled another way here: \"wrong, forms: right\".", DOOR_PLAIN_SAYINGS, NULL },
        load_style },
    { { "mums", "Words that leave out fathers, words that make up for it in the same sentence, and what to say.",
        DOOR_PLAIN_LISTS, (const char *const[]){ "words", "with", "say", NULL } }, load_mums },
    { { "capitals", "Short forms that need no words before them: [NHS, GP].", DOOR_PLAIN_LIST, NULL }, load_capitals },
    { { "be", "Forms of \"be\", with which the passive begins.", DOOR_PLAIN_LIST, NULL }, load_be },
    { { "between", "Words that may stand in the middle of a passive.", DOOR_PLAIN_LIST, NULL }, load_between },
    { { "participles", "Participles that do not end in -ed.", DOOR_PLAIN_LIST, NULL }, load_participles },
    { { "states", "Participles that tell how somebody is: \"worried\" is no passive.", DOOR_PLAIN_LIST, NULL },
        load_states },
    { { "syllables", "How many syllables a word has that is not said as it is spelled: \"forms, of it: 2\".",
        DOOR_PLAIN_NUMBERS, NULL }, load_syllables },
    { { "allow", "Words, phrases and short forms that families here know. All forms of a word are allowed with it.",
        DOOR_PLAIN_LIST, NULL }, load_allow },
    { { "silence", "What is not told: the id of a message, an entry, or one of each, as in plain-word "
        "pages/words-we-use.", DOOR_PLAIN_SILENCE, NULL }, load_silence },
};

const struct door_plain_part *
door_plain_part(size_t i)
{
    return i < DOOR_COUNT(sections) ? &sections[i].part : NULL;
}

const char *
door_plain_message(size_t i)
{
    return i < DOOR_COUNT(ids) ? ids[i] : NULL;
}

void
door_lexicon_load(struct door_lexicon *lexicon, const struct door_node *root, struct door_diag *diag)
{
    struct loader loader = { lexicon, lexicon->arena, diag };
    const char *names[DOOR_COUNT(sections)];
    const struct door_node *child;
    size_t i;

    for (i = 0; i < DOOR_COUNT(sections); i++)
        names[i] = sections[i].part.name;
    if (root->type != DOOR_NODE_MAP) {
        refuse(&loader, root->place, "Begin with words: and a list below it.", "this is no list of words");
        return;
    }
    for (child = root->children; child; child = child->next) {
        for (i = 0; i < DOOR_COUNT(sections) && strcmp(child->key, names[i]) != 0; i++)
            ;
        if (i < DOOR_COUNT(sections))
            sections[i].load(&loader, child);
        else
            door_diag_error(diag, door_node_key_place(child), "field-unknown",
                    door_text_did_you_mean(loader.arena, child->key, names, DOOR_COUNT(names)),
                    "a list of plain words has no part \"%s\"", child->key);
    }
}
