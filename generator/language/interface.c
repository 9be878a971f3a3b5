#include "language/interface.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "language/catalogue.h"
#include "language/language.h"
#include "language/plural.h"
#include "language/words.h"

enum { DEPTH_MOST = 16 };

struct overlay {
    struct door_arena *arena;
    const struct door_plural *plural;
    struct door_diag *diag;
    struct door_buf key;
};

/* ---- English ---- */

static struct door_phrase
english(struct door_arena *arena, const struct door_interface_word *word)
{
    const char **forms = door_arena_array(arena, 2, sizeof *forms);

    forms[0] = word->text;
    forms[1] = word->plural;
    return (struct door_phrase){ .forms = forms, .form_count = word->plural ? 2 : 1 };
}

const struct door_phrase *
door_interface_english(struct door_arena *arena, const struct door_words *words)
{
    struct door_phrase *phrases = door_arena_array(arena, words->count, sizeof *phrases);
    size_t i;

    for (i = 0; i < words->count; i++)
        phrases[i] = english(arena, &words->items[i]);
    return phrases;
}

/* ---- holes and inline codes ---- */

/* The next mark of the text, "{date}" or "<1>" or "</1>" or "<1/>"; false when there is none. Steps over it. */
static bool
next_mark(const char **text, char opening, char closing, struct door_span *mark)
{
    const char *start = strchr(*text, opening);
    size_t size;

    for (; start; start = strchr(start + 1, opening)) {
        size = 1 + strspn(start + 1, opening == '{' ? "abcdefghijklmnopqrstuvwxyz0123456789_-" : "0123456789/");
        if (size == 1 || start[size] != closing)
            continue;
        *mark = (struct door_span){ start, size + 1 };
        *text = start + size + 1;
        return true;
    }
    return false;
}

static bool
has_mark(const char *text, char opening, char closing, struct door_span wanted)
{
    struct door_span mark;

    while (text && next_mark(&text, opening, closing, &mark))
        if (mark.size == wanted.size && memcmp(mark.start, wanted.start, mark.size) == 0)
            return true;
    return false;
}

static bool
is_known_mark(const struct door_interface_word *word, char opening, char closing, struct door_span mark)
{
    return has_mark(word->text, opening, closing, mark) || has_mark(word->plural, opening, closing, mark);
}

/* Where a form stands for one number or two, that need not be said; in Ukrainian the first is for 21 and 31 too. */
static bool
may_be_left_out(const struct overlay *overlay, const struct door_interface_word *word, size_t form,
        struct door_span mark)
{
    return word->plural && door_span_is(mark, "{count}") && door_plural_is_narrow(overlay->plural, form);
}

struct mark_rule {
    char opening, closing;
    const char *id, *lost, *extra;      /* hints */
};

static const struct mark_rule holes = { '{', '}', "po-placeholder",
    "The program writes a value there: keep the word in { } as it is, in English letters.",
    "Only the words in { } that the English has can be filled." };
static const struct mark_rule codes = { '<', '>', "po-markup",
    "The numbers in < > mark a link or a bold word: put both around the same words of the translation.",
    "Only the numbers in < > that the English has mean anything." };

/* A closing code stands or falls with its opening one. */
static bool
is_closing(struct door_span mark)
{
    return mark.start[0] == '<' && mark.start[1] == '/';
}

/* A form of a message, beside the English that it is held against. */
struct form {
    const char *source, *text;
    size_t number;
};

/* What the English source has must be in the form, and nothing else. */
static bool
check_marks(const struct overlay *overlay, const struct door_interface_word *word, const struct form *form,
        const struct door_po_message *message, const struct mark_rule *rule)
{
    struct door_span mark;
    const char *p;
    bool ok = true;

    for (p = form->source; next_mark(&p, rule->opening, rule->closing, &mark);)
        if (!is_closing(mark) && !may_be_left_out(overlay, word, form->number, mark)
                && !has_mark(form->text, rule->opening, rule->closing, mark)) {
            door_diag_error(overlay->diag, message->text_place, rule->id, rule->lost,
                    "\"%.*s\" is missing from the translation of \"%s\"", (int)mark.size, mark.start, form->source);
            ok = false;
        }
    for (p = form->text; next_mark(&p, rule->opening, rule->closing, &mark);)
        if (!is_closing(mark) && !is_known_mark(word, rule->opening, rule->closing, mark)) {
            door_diag_error(overlay->diag, message->text_place, rule->id, rule->extra,
                    "\"%.*s\" is not in the English, \"%s\"", (int)mark.size, mark.start, form->source);
            ok = false;
        }
    return ok;
}

/* Do inline codes open and close in order, each once? Those written <1/> stand alone. */
static bool
codes_are_nested(const char *form)
{
    struct door_span mark, open[DEPTH_MOST];
    size_t depth = 0;

    while (next_mark(&form, '<', '>', &mark)) {
        if (mark.start[mark.size - 2] == '/')
            continue;
        if (mark.start[1] != '/') {
            if (depth == DEPTH_MOST)
                return false;
            open[depth++] = mark;
        } else if (depth == 0 || open[depth - 1].size + 1 != mark.size
                || memcmp(open[depth - 1].start + 1, mark.start + 2, mark.size - 2) != 0) {
            return false;
        } else {
            depth--;
        }
    }
    return depth == 0;
}

static size_t
count_codes(const char *text)
{
    struct door_span mark;
    size_t count = 0;

    while (next_mark(&text, '<', '>', &mark))
        count++;
    return count;
}

static bool
check_form(const struct overlay *overlay, const struct door_interface_word *word, const struct form *form,
        const struct door_po_message *message)
{
    bool holes_ok = check_marks(overlay, word, form, message, &holes);

    if (!check_marks(overlay, word, form, message, &codes))
        return false;
    if (!codes_are_nested(form->text) || count_codes(form->text) != count_codes(form->source)) {
        door_diag_error(overlay->diag, message->text_place, codes.id, codes.lost,
                "the codes in < > do not open and close as in the English, \"%s\"", form->source);
        return false;
    }
    return holes_ok;
}

/* ---- translations ---- */

/* "msgstr[0] for numbers like 1; msgstr[1] for numbers like 2, 3, 4" */
static const char *
describe_forms(const struct overlay *overlay)
{
    struct door_buf text = { 0 };
    const char *hint;
    size_t i;

    door_buf_text(&text, "Write ");
    for (i = 0; i < door_plural_count(overlay->plural); i++)
        door_buf_format(&text, "%smsgstr[%zu] for numbers like %s", i ? "; " : "", i,
                door_plural_examples(overlay->plural, overlay->arena, i));
    door_buf_char(&text, '.');
    hint = door_arena_text(overlay->arena, door_buf_string(&text));
    door_buf_release(&text);
    return hint;
}

static bool
has_right_forms(const struct overlay *overlay, const struct door_interface_word *word,
        const struct door_po_message *message)
{
    size_t wanted = word->plural ? door_plural_count(overlay->plural) : 1, count = message->text_count;

    if (word->plural ? door_plural_accepts(overlay->plural, count) : count == 1)
        return true;
    door_diag_error(overlay->diag, message->text_place, "po-plural", describe_forms(overlay),
            "\"%s\" has %zu msgstr, this language takes %zu", word->text, count, wanted);
    return false;
}

/* Nothing is reported of a message that cannot be used: it counts as not translated. */
static bool
is_translated(const struct door_interface_word *word, const struct door_po_message *message)
{
    size_t i;

    if (!message || message->fuzzy || message->text_count == 0 || !word->plural != !message->plural_id)
        return false;
    for (i = 0; i < message->text_count; i++)
        if (!*message->texts[i])
            return false;
    return true;
}

/* The English that a form is held against: the plural one has the holes, the singular may say "one". */
static const char *
source_of_form(const struct overlay *overlay, const struct door_interface_word *word, size_t form)
{
    return word->plural && (form > 0 || !door_plural_is_narrow(overlay->plural, form)) ? word->plural : word->text;
}

static bool
translate(const struct overlay *overlay, const struct door_interface_word *word,
        const struct door_po_message *message, struct door_phrase *phrase)
{
    const char **forms;
    size_t count = word->plural ? door_plural_count(overlay->plural) : 1, i;

    if (!is_translated(word, message) || !has_right_forms(overlay, word, message))
        return false;
    forms = door_arena_array(overlay->arena, count, sizeof *forms);
    for (i = 0; i < count; i++) {
        struct form form = { source_of_form(overlay, word, i), message->texts[0], i };

        if (word->plural)
            form.text = message->texts[door_plural_written(overlay->plural, message->text_count, i)];
        if (!check_form(overlay, word, &form, message))
            return false;
        forms[i] = form.text;
    }
    *phrase = (struct door_phrase){ .forms = forms, .form_count = count };
    return true;
}

static bool
find(struct overlay *overlay, const struct door_interface_word *word, const struct door_catalogue *catalogue,
        struct door_phrase *phrase)
{
    return translate(overlay, word, door_catalogue_find(catalogue, &overlay->key, word->context, word->text), phrase);
}

const struct door_phrase *
door_interface_build(struct door_arena *arena, const struct door_words *words, const char *code,
        const struct door_catalogue *own, const struct door_catalogue *built_in, struct door_diag *diag)
{
    struct door_plural *plural = door_plural_open(code);
    struct overlay overlay = { .arena = arena, .plural = plural, .diag = diag };
    struct door_phrase *phrases = door_arena_array(arena, words->count, sizeof *phrases);
    size_t i, missing = 0, distinct = 0;

    for (i = 0; i < words->count; i++) {
        distinct += !words->items[i].again;
        if (find(&overlay, &words->items[i], own, &phrases[i])
                || find(&overlay, &words->items[i], built_in, &phrases[i]))
            continue;
        phrases[i] = english(arena, &words->items[i]);
        phrases[i].missing = true;
        missing += !words->items[i].again;
    }
    if (missing)
        door_diag_warn(diag, (struct door_place){ own->po.file, 0, 0 }, "interface-missing",
                "Translate them in this file (\"frontdoor translations update\" lists them); they stand in English.",
                "%zu of the %zu words of buttons, headings and labels have no translation into \"%s\"", missing,
                distinct, code);
    door_buf_release(&overlay.key);
    door_plural_close(plural);
    return phrases;
}
