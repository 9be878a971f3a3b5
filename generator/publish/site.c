#include "publish/site.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/text.h"
#include "base/threads.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "paper/code_family.h"
#include "publish/codes_svg.h"
#include "publish/feed.h"
#include "publish/guard.h"
#include "publish/json_ld.h"
#include "publish/output.h"
#include "publish/server.h"
#include "publish/search.h"
#include "publish/sheaf.h"
#include "publish/sitemap.h"
#include "theme/theme.h"
#include "views/codes.h"
#include "views/gift.h"
#include "views/order.h"
#include "views/frame.h"
#include "views/pages.h"
#include "views/paper.h"
#include "views/visit.h"

bool
door_site_compile(struct door_arena *arena, struct door_site *site, struct door_words *words, struct door_diag *diag)
{
    const struct door_template_source *source = &site->theme->source;
    size_t i, errors = door_diag_errors(diag);

    site->pages = door_arena_array(arena, door_page_kind_count, sizeof *site->pages);
    site->gives = door_arena_array(arena, door_page_kind_count, sizeof *site->gives);
    for (i = 0; i < door_page_kind_count; i++) {
        site->pages[i] = door_template_compile(arena, source, door_page_kinds[i]->template, door_page_kinds[i]->view,
                words, diag);
        site->gives[i] = site->pages[i] && door_template_shows(site->pages[i], &door_gift_view_record);
    }
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

enum {
    PAGES_A_SHEAF = 8,      /* enough that handing over costs nothing, few enough that memory stays small */
    DEEPEST = 12            /* folders that a page may lie in */
};

/* One website being published. */
struct publishing {
    const struct door_site *site;
    struct door_output *output;
    struct door_diag *diag;
    struct door_worker *workers;
    struct door_logo_view logo;     /* href NULL: the theme has none */
    const char *style, *icon, *exit;    /* where they lie; icon and exit may be NULL */
    const char *search;             /* the script of the search page; NULL: the theme has none */
    const char **searches;          /* and what it looks in, one a language */
    struct door_list pages;         /* struct door_page_at: what each language has */
    size_t sheaves_a_language;
    struct door_sheaf *sheaves;     /* one a slot */
    const struct door_code_family *family;      /* the codes on screens; NULL: addresses are too long for one */
    struct door_map codes;          /* code to the entry it leads to */
    struct door_arena arena;        /* for the codes and the list of pages */
};

/* What one worker draws: a few pages of one language. */
struct task {
    const struct publishing *publishing;
    struct door_visit visit;
    struct door_sheaf *sheaf;
};

/* The page whose data is asked for. */
struct data {
    const struct task *task;
    const struct door_entry *entry;
    const char *name;
};

/* "../" for each folder that path lies in: the way back to the root it counts from. */
static const char *
way_back(const char *path)
{
    static const char up[] = "../../../../../../../../../../../../";
    size_t depth = 0;

    for (; *path; path++)
        depth += *path == '/';
    assert(depth <= DEEPEST);
    return depth ? up + (DEEPEST - depth) * 3 : "./";
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

/* What machines read of a page, for the place that its template has for it. */
static void
write_data(void *context, struct door_buf *out)
{
    const struct data *data = context;
    struct door_buf *json = &data->task->visit.worker->page;

    door_buf_clear(json);
    door_json_ld_write(&data->task->visit, data->entry, json);
    if (!json->size)
        return;
    /* The page is looked at as a whole, but there "&" is an escape that a secret could hide behind. */
    door_guard_look(data->task->publishing->site->guard, data->name, json->data, json->size);
    door_json_ld_embed(json->data, out);
}

/* Draw a view to a file. path is below the language's root; name, of the file, below the site's. */
static void
draw(const struct task *task, const struct door_template *template, const void *view, const char *path,
        const char *name, bool anywhere, const struct door_entry *entry)
{
    struct data data = { task, entry, name };
    struct door_worker *worker = task->visit.worker;
    const struct door_language *language = task->visit.language;
    struct door_drawing drawing = {
        .view = view, .languages = task->visit.languages, .language = language, .worker = worker,
        .data = write_data, .data_context = &data,
    };

    if (anywhere) {
        drawing.assets = url_path(&worker->scratch, task->visit.offer->url);
        drawing.root = door_arena_join(&worker->scratch, drawing.assets, language->path);
    } else {
        drawing.from_disk = task->publishing->site->from_disk;
        drawing.root = way_back(path);
        drawing.assets = way_back(name);
    }
    door_template_write(template, &drawing, &task->sheaf->bytes);
    door_guard_look(task->publishing->site->guard, name, task->sheaf->bytes.data + task->sheaf->begun,
            task->sheaf->bytes.size - task->sheaf->begun);
    door_sheaf_end(task->sheaf, name);
    door_arena_empty(&worker->scratch);
}

static void
draw_page(struct task *task, const struct door_page_at *page)
{
    const struct door_page_kind *kind = door_page_kinds[page->kind];
    const char *name = door_arena_format(&task->visit.worker->scratch, "%s%s%s", task->visit.language->path,
            page->path, kind->is_file ? "" : "index.html");
    const void *view;

    task->visit.part = page->part;
    task->visit.gives = task->publishing->family && task->publishing->site->gives[page->kind];
    view = kind->build(&task->visit, page->path, page->entry);
    draw(task, task->publishing->site->pages[page->kind], view, page->path, name, kind->is_file, page->entry);
}

/* Beside an entry's page lie its codes in all languages, for a screen to be scanned from. */
static void
draw_gift(const struct task *task, const struct door_page_at *page)
{
    const struct door_languages *languages = task->visit.languages;
    const struct publishing *publishing = task->publishing;
    struct door_arena *scratch = &task->visit.worker->scratch;
    const struct door_code **codes = door_arena_array(scratch, languages->count, sizeof *codes);
    const char **ids = door_arena_array(scratch, languages->count, sizeof *ids), *name;
    char code[DOOR_CODE_DIGITS + 1];
    size_t i;

    for (i = 0; i < languages->count; i++) {
        door_code_of(page->entry, &languages->items[i], NULL, code);
        codes[i] = door_code_family_member(publishing->family, scratch, code);
        ids[i] = languages->items[i].code;
    }
    name = door_arena_join(scratch, page->path, DOOR_GIFT_CODES);
    door_codes_svg_write(codes, ids, languages->count, &task->sheaf->bytes);
    door_guard_look(publishing->site->guard, name, task->sheaf->bytes.data + task->sheaf->begun,
            task->sheaf->bytes.size - task->sheaf->begun);
    door_sheaf_end(task->sheaf, name);
    door_arena_empty(scratch);
}

/* Every page of an entry can be printed behind a code one day, so each has one now. */
static void
draw_code(const struct task *task, const struct door_entry *entry)
{
    struct door_arena *scratch = &task->visit.worker->scratch;
    char code[DOOR_CODE_DIGITS + 1];
    const char *path;

    door_code_of(entry, task->visit.language, NULL, code);
    path = door_arena_format(scratch, "go/%s/", code);
    draw(task, task->publishing->site->go, door_go_page.build(&task->visit, path, entry), path,
            door_arena_join(scratch, path, "index.html"), false, NULL);
}

/* A file for print that was taken out leads on too: at its address stands a folder with a page in it. */
static void
draw_gone_prints(const struct task *task)
{
    static const char type[] = "publication:";
    const struct door_list *list = &task->visit.offer->gone;
    const struct door_gone *gone = list->items;
    size_t i;

    for (i = 0; i < list->count; i++) {
        struct door_arena *scratch = &task->visit.worker->scratch;
        const char *path;

        if (!door_text_starts(gone[i].was, type))
            continue;
        path = door_arena_format(scratch, "print/%s.%s.pdf/", gone[i].was + strlen(type), task->visit.language->code);
        draw(task, task->publishing->site->go, door_go_page.build(&task->visit, path, gone[i].see), path,
                door_arena_join(scratch, path, "index.html"), false, NULL);
    }
}

static void
draw_sheaf(void *context, size_t worker, size_t piece, size_t slot)
{
    const struct publishing *publishing = context;
    const struct door_site *site = publishing->site;
    const struct door_page_at *pages = publishing->pages.items;
    size_t i = piece % publishing->sheaves_a_language * PAGES_A_SHEAF, end = i + PAGES_A_SHEAF;
    struct task task = {
        .publishing = publishing, .sheaf = &publishing->sheaves[slot],
        .visit = { .offer = site->offer, .mentions = &site->mentions, .calendar = site->calendar,
                .order = &site->orders[piece / publishing->sheaves_a_language], .languages = site->languages,
                .language = &site->languages->items[piece / publishing->sheaves_a_language],
                .worker = &publishing->workers[worker], .today = site->today,
                .pictures = site->pictures, .style = publishing->style, .icon = publishing->icon,
                .exit = publishing->exit,
                .logo = publishing->logo.href ? &publishing->logo : NULL, .fonts = site->theme->brand.fonts,
                .search_script = publishing->search,
                .search = publishing->searches[piece / publishing->sheaves_a_language] },
    };

    if (!i) {
        draw_code(&task, NULL);
        draw_gone_prints(&task);
    }
    for (; i < end && i < publishing->pages.count; i++) {
        if (door_page_kinds[pages[i].kind]->is_file && task.visit.language->index > 0)
            continue;
        draw_page(&task, &pages[i]);
        if (!pages[i].entry)
            continue;
        draw_code(&task, pages[i].entry);
        if (!task.visit.language->index && publishing->family && site->gives[pages[i].kind]
                && door_gift_is_for(pages[i].entry))
            draw_gift(&task, &pages[i]);
    }
}

static void
publish_sheaf(void *context, size_t piece, size_t slot)
{
    struct publishing *publishing = context;

    (void)piece;
    door_sheaf_publish(&publishing->sheaves[slot], publishing->output);
}

static void
publish_pages(struct publishing *publishing, size_t workers)
{
    size_t slots = door_threads_slots(workers), i;
    struct door_work work = {
        .count = publishing->site->languages->count * publishing->sheaves_a_language, .workers = workers,
        .make = draw_sheaf, .take = publish_sheaf, .context = publishing,
    };

    publishing->sheaves = door_arena_array(&publishing->arena, slots, sizeof *publishing->sheaves);
    door_threads_run(&work);
    for (i = 0; i < slots; i++)
        door_sheaf_release(&publishing->sheaves[i]);
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

/* Every code of every language; false if one leads to two things. */
static bool
claim_codes(struct publishing *publishing)
{
    const struct door_languages *languages = publishing->site->languages;
    const struct door_page_at *pages = publishing->pages.items;
    char code[DOOR_CODE_DIGITS + 1];
    bool ok = true;
    size_t i, j;

    for (i = 0; i < languages->count; i++) {
        door_code_of(NULL, &languages->items[i], NULL, code);
        ok &= claim_code(publishing, code, NULL);
        for (j = 0; j < publishing->pages.count; j++) {
            if (!pages[j].entry)
                continue;
            door_code_of(pages[j].entry, &languages->items[i], NULL, code);
            ok &= claim_code(publishing, code, pages[j].entry);
        }
    }
    return ok;
}

/* The name of an asset changes with its text, so that browsers may keep it for ever. */
static const char *
publish_asset(struct publishing *publishing, const char *text, const char *stem, const char *ending)
{
    const char *name;
    char digits[9];

    if (!text)
        return NULL;
    door_hash_digits(door_hash(text, strlen(text)), 8, digits);
    name = door_arena_format(&publishing->arena, "/assets/%s.%s.%s", stem, digits, ending);
    door_guard_look(publishing->site->guard, name + 1, text, strlen(text));
    door_output_file(publishing->output, name + 1, text, strlen(text));
    return name;
}

/* What the search page's script looks in, once a language. */
static void
publish_search(struct publishing *publishing)
{
    const struct door_languages *languages = publishing->site->languages;
    struct door_buf *out = &publishing->workers[0].page;
    size_t i;

    publishing->searches = door_arena_array(&publishing->arena, languages->count, sizeof *publishing->searches);
    publishing->search = publish_asset(publishing, publishing->site->theme->search, "search", "js");
    for (i = 0; publishing->search && i < languages->count; i++) {
        door_buf_clear(out);
        door_search_write(out, publishing->site, &languages->items[i]);
        publishing->searches[i] = publish_asset(publishing, door_buf_string(out),
                door_arena_join(&publishing->arena, "search.", languages->items[i].code), "js");
    }
}

/* The theme's logo and fonts. */
static void
publish_brand(struct publishing *publishing)
{
    const struct door_brand *brand = &publishing->site->theme->brand;
    size_t i;

    for (i = 0; i < brand->file_count; i++)
        door_output_file(publishing->output, brand->files[i].name, brand->files[i].bytes, brand->files[i].size);
    publishing->logo = (struct door_logo_view){ brand->logo, brand->logo_width, DOOR_LOGO_HEIGHT };
}

/* The codes of all short addresses, which differ in their last digits; NULL where no page shows one. */
static const struct door_code_family *
make_family(struct publishing *publishing)
{
    struct door_code_address address = door_code_address(&(struct door_visit){ .offer = publishing->site->offer,
            .language = &publishing->site->languages->items[0], .worker = &publishing->workers[0] }, NULL, NULL);
    size_t i, before = strlen(address.url) - DOOR_CODE_DIGITS - 1;

    for (i = 0; i < door_page_kind_count; i++)
        if (publishing->site->gives[i])
            return door_code_family_make(&publishing->arena, door_arena_copy(&publishing->arena, address.url, before),
                    DOOR_CODE_DIGITS, "/", 'M');
    return NULL;
}

/* Files of their own, such as 404.html, are there once for all languages. */
static size_t
count_pages(const struct door_list *pages, size_t languages)
{
    const struct door_page_at *all = pages->items;
    size_t count = 0, i;

    for (i = 0; i < pages->count; i++)
        count += door_page_kinds[all[i].kind]->is_file ? 1 : languages;
    return count;
}

size_t
door_site_publish(const struct door_site *site, struct door_worker *workers, size_t worker_count,
        struct door_output *output, struct door_diag *diag)
{
    struct publishing publishing = { .site = site, .output = output, .diag = diag, .workers = workers };
    size_t count;

    publishing.pages = door_pages_of(&publishing.arena, site->offer);
    publishing.sheaves_a_language = (publishing.pages.count + PAGES_A_SHEAF - 1) / PAGES_A_SHEAF;
    publishing.style = publish_asset(&publishing, site->theme->style, "style", "css");
    publishing.icon = publish_asset(&publishing, site->theme->icon, "icon", "svg");
    if (door_sensitive_any(site->offer))
        publishing.exit = publish_asset(&publishing, site->theme->exit, "exit", "js");
    publish_brand(&publishing);
    publish_search(&publishing);
    publishing.family = make_family(&publishing);
    if (claim_codes(&publishing))
        publish_pages(&publishing, worker_count);
    door_sitemap_publish(site, &publishing.pages, &workers[0], output);
    door_feeds_publish(site, &workers[0], output);
    door_servers_publish(&publishing.arena, site->offer, site->guard, output);
    count = count_pages(&publishing.pages, site->languages->count);
    door_arena_release(&publishing.arena);
    return count;
}
