#include "publish/gallery.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/pieces.h"
#include "publish/output.h"
#include "theme/template.h"
#include "theme/theme.h"

struct door_gallery {
    struct door_arena *arena;
    const struct door_theme *theme;
    struct door_components components;
    struct door_template ***templates;      /* by component and example; NULL: passed over */
    size_t first_piece;                     /* of the examples */
};

struct door_gallery *
door_gallery_compile(struct door_arena *arena, const struct door_theme *theme, const struct door_offer *offer,
        struct door_words *words, struct door_diag *diag)
{
    struct door_gallery *gallery = door_arena_alloc(arena, sizeof *gallery);
    size_t errors = door_diag_errors(diag), i, j;

    *gallery = (struct door_gallery){ .arena = arena, .theme = theme, .first_piece = offer->pieces.count,
        .components = door_components_load(arena, theme, offer, "/assets/style.css", diag) };
    if (door_diag_errors(diag) > errors)
        return NULL;
    gallery->templates = door_arena_array(arena, gallery->components.count, sizeof *gallery->templates);
    for (i = 0; i < gallery->components.count; i++) {
        const struct door_component *component = &gallery->components.items[i];

        gallery->templates[i] = door_arena_array(arena, component->example_count, sizeof **gallery->templates);
        for (j = 0; j < component->example_count; j++)
            if (component->examples[j].use)
                gallery->templates[i][j] = door_template_compile_text(arena, &theme->source, component->file,
                        component->examples[j].use, component->examples[j].view, words, diag);
    }
    return door_diag_errors(diag) > errors ? NULL : gallery;
}

/* The language with this code, or the first: words in a language that the offer does not have count as English. */
static unsigned short
index_of(const struct door_languages *languages, const char *code)
{
    const struct door_language *language = door_languages_find(languages, code);

    return (unsigned short)(language ? language->index : 0);
}

/* The languages, with the words of examples behind each one's own. */
static struct door_languages
lengthen(const struct door_gallery *gallery, const struct door_languages *languages)
{
    const struct door_pieces *pieces = gallery->components.pieces;
    struct door_language *items = door_arena_array(gallery->arena, languages->count, sizeof *items);
    size_t i, j;

    for (i = 0; i < languages->count; i++) {
        struct door_said *said = door_arena_array(gallery->arena, pieces->count + 1, sizeof *said);

        items[i] = languages->items[i];
        memcpy(said, items[i].pieces, gallery->first_piece * sizeof *said);
        for (j = gallery->first_piece; j < pieces->count; j++)
            said[j] = (struct door_said){ .text = pieces->items[j].text,
                .language = index_of(languages, pieces->items[j].context) };
        items[i].pieces = said;
        items[i].piece_count = pieces->count;
    }
    return (struct door_languages){ items, languages->count };
}

/* One example, on light or on dark ground: a stylesheet of the same name below another folder makes the difference. */
static void
draw(const struct door_gallery *gallery, const struct door_languages *languages, const struct door_component *component,
        size_t number, struct door_template *template, bool dark, struct door_worker *worker,
        struct door_output *output)
{
    const struct door_example *example = &component->examples[number];
    struct door_drawing drawing = {
        .view = example->values, .languages = languages, .language = &languages->items[example->language],
        .root = "../", .assets = dark ? "../dark/" : "../", .worker = worker,
    };

    door_buf_clear(&worker->page);
    door_template_write(template, &drawing, &worker->page);
    door_output_file(output, door_arena_format(gallery->arena, "%s/%zu%s.html", component->name, number + 1,
            dark ? "-dark" : ""), worker->page.data, worker->page.size);
    door_arena_empty(&worker->scratch);
}

static void
draw_both(const struct door_gallery *gallery, const struct door_languages *languages,
        const struct door_component *component, size_t number, struct door_template *template,
        struct door_worker *worker, struct door_output *output)
{
    door_template_bind(template, gallery->arena, languages);
    draw(gallery, languages, component, number, template, false, worker, output);
    draw(gallery, languages, component, number, template, true, worker, output);
}

/* What is meant for dark holds always. */
static void
write_dark_style(struct door_buf *out, const char *style)
{
    static const char *const queries[] = {
        "@media (prefers-color-scheme:dark)", "@media (prefers-color-scheme: dark)"
    };
    size_t i;

    while (*style) {
        for (i = 0; i < 2 && !door_text_starts(style, queries[i]); i++)
            ;
        if (i < 2) {
            door_buf_text(out, "@media all");
            style += strlen(queries[i]);
        } else {
            door_buf_char(out, *style++);
        }
    }
}

static void
publish_text(struct door_output *output, const char *name, const char *text)
{
    door_output_file(output, name, text, strlen(text));
}

/* The stylesheet asks for fonts beside it. */
static void
publish_brand(const struct door_gallery *gallery, struct door_output *output)
{
    const struct door_brand *brand = &gallery->theme->brand;
    size_t i;

    for (i = 0; i < brand->file_count; i++) {
        door_output_file(output, brand->files[i].name, brand->files[i].bytes, brand->files[i].size);
        door_output_file(output, door_arena_join(gallery->arena, "dark/", brand->files[i].name), brand->files[i].bytes,
                brand->files[i].size);
    }
}

struct door_gallery_counts
door_gallery_publish(struct door_gallery *gallery, const struct door_languages *languages, struct door_worker *worker,
        struct door_output *output)
{
    struct door_languages longer = lengthen(gallery, languages);
    struct door_gallery_counts counts = { 0 };
    struct door_buf page = { 0 };
    size_t i, j;

    for (i = 0; i < gallery->components.count; i++) {
        const struct door_component *component = &gallery->components.items[i];

        counts.components += component->example_count > 0;
        for (j = 0; j < component->example_count; j++) {
            if (gallery->templates[i][j])
                draw_both(gallery, &longer, component, j, gallery->templates[i][j], worker, output);
            else
                counts.passed_over++;
            counts.examples += gallery->templates[i][j] != NULL;
        }
    }
    door_gallery_page_write(&page, gallery->theme, &gallery->components);
    door_output_file(output, "index.html", page.data, page.size);
    door_buf_clear(&page);
    write_dark_style(&page, gallery->theme->style);
    door_output_file(output, "dark/assets/style.css", page.data, page.size);
    door_buf_release(&page);
    publish_text(output, "assets/style.css", gallery->theme->style);
    publish_brand(gallery, output);
    publish_text(output, "assets/picture.svg", door_gallery_picture);
    publish_text(output, "dark/assets/picture.svg", door_gallery_picture);
    publish_text(output, "assets/gallery.css", door_gallery_style);
    publish_text(output, "assets/gallery.js", door_gallery_script);
    return counts;
}
