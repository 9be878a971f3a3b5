#include "publish/print.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "language/language.h"
#include "language/worker.h"
#include "model/offer.h"
#include "model/publication.h"
#include "paper/code.h"
#include "paper/display.h"
#include "paper/press.h"
#include "publish/guard.h"
#include "publish/output.h"
#include "publish/pdf.h"
#include "publish/recipe.h"
#include "publish/shelf.h"
#include "publish/site.h"
#include "theme/escape.h"
#include "theme/theme.h"
#include "views/codes.h"
#include "views/frame.h"
#include "views/order.h"
#include "views/paper.h"
#include "views/visit.h"

#define PICTURE_SCALE 8     /* pixels a module: a code of 29 modules is 296 pixels wide, with its quiet zone */

/* How each kind of publication that door_paper_is_made knows is made. */
struct making {
    const char *style;          /* its part of print/style.yaml */
    double width_mm, height_mm; /* unless the publication says */
    int pages;                  /* the count is a multiple of this */
};

static const struct making makings[] = {
    [DOOR_PUBLICATION_BOOKLET] = { "booklet", 148, 210, 4 },
    [DOOR_PUBLICATION_POSTER] = { "poster", 210, 297, 0 },
};

struct printing {
    const struct door_site *site;
    struct door_visit visit;
    struct door_output *output;
    struct door_diag *diag;
    struct door_map pictures;       /* codes whose picture is handed over */
    struct door_arena arena;        /* for their names */
    struct door_shelf *shelf;
    struct door_buf common, recipe; /* what all are drawn from; that, and what is one's own */
};

static struct door_paper_setup
setup_of(const struct printing *printing, const struct door_publication *publication, const char *title)
{
    const struct making *making = &makings[publication->kind];

    return (struct door_paper_setup){
        .theme = printing->site->theme, .style = making->style,
        .languages = printing->visit.languages, .language = printing->visit.language,
        .title = title,
        .width_mm = publication->size ? publication->size->width : making->width_mm,
        .height_mm = publication->size ? publication->size->height : making->height_mm,
        .pages = making->pages,
        .place = publication->entry.place,
    };
}

static void
publish_picture(struct printing *printing, const struct door_publication *publication)
{
    struct door_worker *worker = printing->visit.worker;
    struct door_code_address address = door_code_address(&printing->visit, publication->about, NULL);
    const char *name = door_arena_format(&printing->arena, "go/%s/code.png", address.code);
    const struct door_code *code;

    if (door_map_find(&printing->pictures, name))
        return;
    door_map_put(&printing->pictures, &printing->arena, name, name);
    code = door_code_make(&worker->scratch, address.url, 'M');
    if (!code)
        return;         /* too long for a code: laying out has said so */
    door_buf_clear(&worker->page);
    door_code_write_png(code, PICTURE_SCALE, &worker->page);
    door_output_file(printing->output, name, worker->page.data, worker->page.size);
}

/* The file in worker->page: as an earlier build kept it, or drawn. False if an error stopped that. */
static bool
make_file(struct printing *printing, const struct door_template *template, const struct door_drawing *drawing,
        const struct door_paper_setup *setup)
{
    struct door_worker *worker = printing->visit.worker;
    struct door_date checked = ((const struct door_paper_view *)drawing->view)->checked;
    const struct door_display *display;
    struct door_paper *paper;

    door_buf_clear(&printing->recipe);
    door_buf_add(&printing->recipe, printing->common.data, printing->common.size);
    door_recipe_write_setup(&printing->recipe, setup, checked);
    door_template_emit(template, drawing, &door_recipe_sink, &printing->recipe);
    if (door_shelf_find(printing->shelf, &printing->recipe, &worker->page))
        return true;
    if (!worker->press)
        worker->press = door_press_open(&printing->site->theme->brand);
    paper = door_paper_begin(&worker->scratch, setup);
    door_template_emit(template, drawing, &door_paper_sink, paper);
    display = door_press_lay_out(worker->press, &worker->scratch, paper, printing->diag);
    if (!display)
        return false;
    door_buf_clear(&worker->page);
    door_pdf_write(display, checked, &worker->page);
    door_shelf_put(printing->shelf, &printing->recipe, &worker->page);
    return true;
}

/* Under its name, and under each that it had: somebody may have linked to the file itself. */
static void
hand_over(struct printing *printing, const struct door_publication *publication)
{
    struct door_worker *worker = printing->visit.worker;
    const char *const *was = publication->entry.was.items, *id = publication->entry.id;
    size_t i;

    for (i = 0; id; i++) {
        door_output_file(printing->output, door_arena_format(&worker->scratch, "print/%s.%s.pdf", id,
                printing->visit.language->code), worker->page.data, worker->page.size);
        id = i < publication->entry.was.count ? was[i] : NULL;
    }
}

/* What is kept from an earlier build is looked at too: this offer may hide what that one told. */
static void
look_at(struct printing *printing, const struct door_publication *publication, const struct door_template *template,
        const struct door_drawing *drawing, const char *title)
{
    struct door_buf words = { 0 };

    if (!printing->site->guard)
        return;
    door_buf_text(&words, "<title>");
    door_html_text(&words, title);
    door_buf_text(&words, "</title>");
    door_template_emit(template, drawing, &door_guard_sink, &words);
    door_guard_look(printing->site->guard, door_arena_format(&printing->visit.worker->scratch, "print/%s.%s.pdf",
            publication->entry.id, printing->visit.language->code), words.data, words.size);
    door_buf_release(&words);
}

static void
publish_publication(struct printing *printing, const struct door_publication *publication)
{
    struct door_worker *worker = printing->visit.worker;
    const char *root = door_frame_root(&worker->scratch, printing->visit.offer, printing->visit.language);
    struct door_drawing drawing = {
        .view = door_paper_view_build(&printing->visit, publication, NULL),
        .languages = printing->visit.languages, .language = printing->visit.language,
        .root = root, .assets = root,       /* links on paper and in its PDF are whole addresses */
        .worker = worker,
    };
    struct door_paper_setup setup = setup_of(printing, publication,
            door_visit_piece(&printing->visit, publication->title)->text);
    const struct door_template *template = publication->kind == DOOR_PUBLICATION_POSTER ? printing->site->poster
            : printing->site->booklet;

    look_at(printing, publication, template, &drawing, setup.title);
    if (make_file(printing, template, &drawing, &setup)) {
        hand_over(printing, publication);
        publish_picture(printing, publication);
    }
    door_arena_empty(&worker->scratch);
}

size_t
door_print_publish(const struct door_site *site, const char *offer, struct door_worker *worker,
        struct door_output *output, struct door_diag *diag)
{
    struct printing printing = {
        .site = site, .output = output, .diag = diag,
        .visit = { .offer = site->offer, .mentions = &site->mentions, .calendar = site->calendar,
                .languages = site->languages, .worker = worker,
                .today = site->today },
    };
    size_t i, j, files = 0;

    if (!site->offer->prints.count)
        return 0;
    printing.shelf = door_shelf_open(offer, "print");
    door_recipe_write_machine(&printing.common);
    door_recipe_write_theme(&printing.common, site->theme);
    for (i = 0; i < site->offer->prints.count; i++) {
        const struct door_publication *publication =
                ((const struct door_publication *const *)site->offer->prints.items)[i];

        if (!door_paper_is_made(publication))
            continue;
        for (j = 0; j < site->languages->count; j++) {
            printing.visit.language = &site->languages->items[j];
            printing.visit.order = &site->orders[j];
            if (!door_publication_has_language(publication, printing.visit.language->code))
                continue;
            publish_publication(&printing, publication);
            files++;
        }
    }
    door_shelf_close(printing.shelf);
    door_buf_release(&printing.common);
    door_buf_release(&printing.recipe);
    door_arena_release(&printing.arena);
    return files;
}
