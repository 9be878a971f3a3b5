#include "publish/site.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/map.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "publish/output.h"
#include "publish/sitemap.h"
#include "theme/theme.h"
#include "views/codes.h"
#include "views/pages.h"
#include "views/paper.h"
#include "views/visit.h"

bool
door_site_compile(struct door_arena *arena, struct door_site *site, struct door_words *words, struct door_diag *diag)
{
    const struct door_template_source *source = &site->theme->source;
    size_t i, errors = door_diag_errors(diag);

    site->pages = door_arena_array(arena, door_page_kind_count, sizeof *site->pages);
    for (i = 0; i < door_page_kind_count; i++)
        site->pages[i] = door_template_compile(arena, source, door_page_kinds[i]->template, door_page_kinds[i]->view,
                words, diag);
    site->go = door_template_compile(arena, source, door_go_page.template, door_go_page.view, words, diag);
    site->booklet = door_template_compile(arena, source, "print/booklet.html", &door_paper_view_record, words, diag);
    site->poster = door_template_compile(arena, source, "print/poster.html", &door_paper_view_record, words, diag);
    return door_diag_errors(diag) == errors;
}

void
door_site_bind(struct door_arena *arena, struct door_site *site)
{
    size_t i;

    for (i = 0; i < door_page_kind_count; i++)
        door_template_bind(site->pages[i], arena, site->languages);
    door_template_bind(site->go, arena, site->languages);
    door_template_bind(site->booklet, arena, site->languages);
    door_template_bind(site->poster, arena, site->languages);
}

/* One website being published. */
struct publishing {
    const struct door_site *site;
    struct door_visit visit;
    struct door_output *output;
    struct door_diag *diag;
    struct door_map codes;          /* code to the entry it leads to */
    struct door_arena arena;        /* for the codes and the list of pages */
};

/* "../" for each folder that path lies in: the way back to the root it counts from. */
static const char *
way_back(struct door_arena *arena, const char *path)
{
    struct door_buf way = { 0 };
    const char *text;

    for (; *path; path++)
        if (*path == '/')
            door_buf_text(&way, "../");
    text = door_arena_text(arena, way.size ? way.data : "./");
    door_buf_release(&way);
    return text;
}

/* The path of the offer's url, for the one page that is shown at any depth: "/" or "/families/". */
static const char *
url_path(struct door_arena *arena, const char *url)
{
    const char *host = strstr(url, "://");
    const char *path = host ? strchr(host + 3, '/') : NULL;
    size_t size = path ? strlen(path) : 0;

    if (!size)
        return "/";
    return door_arena_format(arena, "%s%s", path, path[size - 1] == '/' ? "" : "/");
}

/* Draw a view to a file. path is below the language's root; name, of the file, below the site's. */
static void
draw(struct publishing *publishing, const struct door_template *template, const void *view, const char *path,
        const char *name, bool anywhere)
{
    struct door_worker *worker = publishing->visit.worker;
    const struct door_language *language = publishing->visit.language;
    struct door_drawing drawing = {
        .view = view, .languages = publishing->visit.languages, .language = language, .worker = worker,
    };

    if (anywhere) {
        drawing.assets = url_path(&worker->scratch, publishing->visit.offer->url);
        drawing.root = door_arena_format(&worker->scratch, "%s%s", drawing.assets, language->path);
    } else {
        drawing.root = way_back(&worker->scratch, path);
        drawing.assets = way_back(&worker->scratch, name);
    }
    door_buf_clear(&worker->page);
    door_template_write(template, &drawing, &worker->page);
    door_output_file(publishing->output, name, worker->page.data, worker->page.size);
    door_arena_empty(&worker->scratch);
}

static void
publish_page(struct publishing *publishing, const struct door_page_at *page)
{
    const struct door_page_kind *kind = door_page_kinds[page->kind];
    const void *view = kind->build(&publishing->visit, page->path, page->entry);
    const char *name = door_arena_format(&publishing->visit.worker->scratch, "%s%s%s",
            publishing->visit.language->path, page->path, kind->is_file ? "" : "index.html");

    draw(publishing, publishing->site->pages[page->kind], view, page->path, name, kind->is_file);
}

/* A code may be on paper already, so it must never lead to two things. */
static bool
claim_code(struct publishing *publishing, const char *code, const struct door_entry *entry)
{
    const char *what = entry ? entry->path : "the front door";
    const char *earlier = door_map_find(&publishing->codes, code);

    if (earlier) {
        door_diag_error(publishing->diag, entry ? entry->place : (struct door_place){ "content/offer.yaml", 0, 0 },
                "code-twice", "Rename one of the two entries.", "its short code %s is also that of %s", code, earlier);
        return false;
    }
    door_map_put(&publishing->codes, &publishing->arena, door_arena_text(&publishing->arena, code), what);
    return true;
}

static void
publish_code(struct publishing *publishing, const struct door_entry *entry)
{
    struct door_arena *scratch = &publishing->visit.worker->scratch;
    char code[DOOR_CODE_DIGITS + 1];
    const char *path;

    door_code_of(entry, publishing->visit.language, NULL, code);
    if (!claim_code(publishing, code, entry))
        return;
    path = door_arena_format(scratch, "go/%s/", code);
    draw(publishing, publishing->site->go, door_go_page.build(&publishing->visit, path, entry), path,
            door_arena_format(scratch, "%sindex.html", path), false);
}

/* Every page of an entry can be printed behind a code one day, so each has one now. */
static void
publish_language(struct publishing *publishing, const struct door_list *pages)
{
    const struct door_page_at *all = pages->items;
    size_t i;

    publish_code(publishing, NULL);
    for (i = 0; i < pages->count; i++) {
        publish_page(publishing, &all[i]);
        if (all[i].entry)
            publish_code(publishing, all[i].entry);
    }
}

/* The stylesheet's name changes with its text, so that browsers may keep it for ever. */
static const char *
publish_style(struct publishing *publishing)
{
    const char *style = publishing->site->theme->style, *name;
    char digits[9];

    door_hash_digits(door_hash(style, strlen(style)), 8, digits);
    name = door_arena_format(&publishing->arena, "/assets/style.%s.css", digits);
    door_output_file(publishing->output, name + 1, style, strlen(style));
    return name;
}

size_t
door_site_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output,
        struct door_diag *diag)
{
    struct publishing publishing = {
        .site = site, .output = output, .diag = diag,
        .visit = { .offer = site->offer, .mentions = &site->mentions, .languages = site->languages, .worker = worker,
                .today = site->today },
    };
    struct door_list pages = door_pages_of(&publishing.arena, site->offer);
    size_t i;

    publishing.visit.style = publish_style(&publishing);
    for (i = 0; i < site->languages->count; i++) {
        publishing.visit.language = &site->languages->items[i];
        publish_language(&publishing, &pages);
    }
    door_sitemap_publish(site, &pages, worker, output);
    door_arena_release(&publishing.arena);
    return pages.count * site->languages->count;
}
