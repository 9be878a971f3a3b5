/*
 * Binding: each phrase is cut at its holes and codes once for each language, so that drawing copies pieces. A
 * translation whose codes do not match its English (the check of translations reports it) counts as missing.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "language/language.h"
#include "theme/escape.h"
#include "theme/template_program.h"

static bool
find_hole(const struct door_phrase_use *use, const char *name, size_t size, size_t *index)
{
    for (*index = 0; *index < use->hole_count; ++*index) {
        const char *hole = use->holes[*index].name;

        if (strlen(hole) == size && memcmp(hole, name, size) == 0)
            return true;
    }
    return false;
}

/* Read "<1>", "</1>" or "<1/>" at text; its size, or 0 if it is no code of this phrase. */
static size_t
read_code(const struct door_phrase_use *use, const char *text, struct door_phrase_part *part)
{
    const char *p = text + 1;
    bool closes = *p == '/';
    char *end;
    unsigned long number;

    p += closes;
    if (*p < '1' || *p > '9')
        return 0;
    number = strtoul(p, &end, 10);
    if (number > use->code_count)
        return 0;
    part->index = number - 1;
    part->type = closes ? DOOR_PHRASE_CLOSE : *end == '/' ? DOOR_PHRASE_WHOLE : DOOR_PHRASE_OPEN;
    end += *end == '/';
    if (*end != '>' || (part->type == DOOR_PHRASE_WHOLE) != use->codes[number - 1].whole)
        return 0;
    return (size_t)(end + 1 - text);
}

/* Do the codes nest, and does each of the phrase's stand there once? */
static bool
codes_match(const struct door_phrase_use *use, const struct door_phrase_form *form)
{
    size_t open[DOOR_PHRASE_CODES], depth = 0, i;
    bool seen[DOOR_PHRASE_CODES] = { false };

    for (i = 0; i < form->count; i++) {
        const struct door_phrase_part *part = &form->parts[i];

        if (part->type == DOOR_PHRASE_CLOSE && (!depth || open[--depth] != part->index))
            return false;
        if (part->type != DOOR_PHRASE_OPEN && part->type != DOOR_PHRASE_WHOLE)
            continue;
        if (seen[part->index])
            return false;
        seen[part->index] = true;
        if (part->type == DOOR_PHRASE_OPEN)
            open[depth++] = part->index;
    }
    for (i = 0; i < use->code_count; i++)
        if (!seen[i])
            return false;
    return depth == 0;
}

/* A text between holes and codes, as it stands in HTML. Few have a sign that is written otherwise there. */
static void
make_ready(const struct door_phrase_use *use, struct door_arena *arena, struct door_phrase_part *part)
{
    struct door_buf html = { 0 };

    if (use->is_attribute)
        door_html_attribute(&html, part->text);
    else
        door_html_text(&html, part->text);
    part->size = html.size;
    part->html = html.size == strlen(part->text) ? part->text : door_arena_copy(arena, html.data, html.size);
    door_buf_release(&html);
}

static size_t
count_parts(const char *text)
{
    size_t count = 1;

    for (; *text; text++)
        count += *text == '{' || *text == '<' ? 2 : 0;
    return count;
}

static bool
cut(const struct door_phrase_use *use, struct door_arena *arena, const char *text, struct door_phrase_form *form)
{
    struct door_phrase_part *parts = door_arena_array(arena, count_parts(text), sizeof *parts);

    *form = (struct door_phrase_form){ parts, 0 };
    while (*text) {
        struct door_phrase_part *part = &parts[form->count++];
        size_t size = strcspn(text, "{<");

        if (size) {
            part->type = DOOR_PHRASE_TEXT;
            part->text = text[size] ? door_arena_copy(arena, text, size) : text;
            make_ready(use, arena, part);
        } else if (*text == '<') {
            size = read_code(use, text, part);
        } else {
            size = strcspn(text, "}");
            part->type = DOOR_PHRASE_HOLE;
            size = text[size] && find_hole(use, text + 1, size - 1, &part->index) ? size + 1 : 0;
        }
        if (!size)
            return false;
        text += size;
    }
    return codes_match(use, form);
}

static bool
cut_forms(const struct door_phrase_use *use, struct door_arena *arena, const struct door_phrase *phrase,
        struct door_phrase_text *text)
{
    struct door_phrase_form *forms = door_arena_array(arena, phrase->form_count, sizeof *forms);
    size_t i;

    *text = (struct door_phrase_text){ forms, phrase->form_count, phrase->missing };
    for (i = 0; i < phrase->form_count; i++)
        if (!cut(use, arena, phrase->forms[i], &forms[i]))
            return false;
    return true;
}

void
door_template_bind(struct door_template *template, struct door_arena *arena, const struct door_languages *languages)
{
    struct door_phrase_use *use;
    size_t i;

    for (use = template->phrases; use; use = use->next) {
        struct door_phrase_text *texts = door_arena_array(arena, languages->count, sizeof *texts);

        for (i = 0; i < languages->count; i++) {
            if (cut_forms(use, arena, &languages->items[i].phrases[use->word], &texts[i]))
                continue;
            assert(i > 0);      /* the compiler wrote the English itself */
            texts[i] = texts[0];
            texts[i].missing = true;
        }
        use->texts = texts;
    }
}
