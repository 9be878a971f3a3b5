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
#include "publish/output.h"
#include "publish/pdf.h"
#include "publish/site.h"
#include "theme/theme.h"
#include "views/codes.h"
#include "views/frame.h"
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

static void
publish_publication(struct printing *printing, const struct door_publication *publication)
{
    struct door_worker *worker = printing->visit.worker;
    const struct door_paper_view *view = door_paper_view_build(&printing->visit, publication, NULL);
    struct door_drawing drawing = {
        .view = view, .languages = printing->visit.languages, .language = printing->visit.language,
        .root = door_frame_root(&worker->scratch, printing->visit.offer, printing->visit.language), .worker = worker,
    };
    struct door_paper_setup setup = setup_of(printing, publication,
            door_visit_piece(&printing->visit, publication->title)->text);
    struct door_paper *paper = door_paper_begin(&worker->scratch, &setup);
    const struct door_display *display;

    drawing.assets = drawing.root;      /* links on paper and in its PDF are whole addresses */
    door_template_emit(publication->kind == DOOR_PUBLICATION_POSTER ? printing->site->poster : printing->site->booklet,
            &drawing, &door_paper_sink, paper);
    display = door_press_lay_out(worker->press, &worker->scratch, paper, printing->diag);
    if (display) {
        door_buf_clear(&worker->page);
        door_pdf_write(display, view->checked, &worker->page);
        door_output_file(printing->output, door_arena_format(&worker->scratch, "print/%s.%s.pdf",
                publication->entry.id, printing->visit.language->code), worker->page.data, worker->page.size);
        publish_picture(printing, publication);
    }
    door_arena_empty(&worker->scratch);
}

size_t
door_print_publish(const struct door_site *site, struct door_worker *worker, struct door_output *output,
        struct door_diag *diag)
{
    struct printing printing = {
        .site = site, .output = output, .diag = diag,
        .visit = { .offer = site->offer, .mentions = &site->mentions, .languages = site->languages, .worker = worker,
                .today = site->today },
    };
    size_t i, j, files = 0;

    for (i = 0; i < site->offer->prints.count; i++) {
        const struct door_publication *publication =
                ((const struct door_publication *const *)site->offer->prints.items)[i];

        if (!door_paper_is_made(publication))
            continue;
        for (j = 0; j < site->languages->count; j++) {
            printing.visit.language = &site->languages->items[j];
            if (!door_publication_has_language(publication, printing.visit.language->code))
                continue;
            publish_publication(&printing, publication);
            files++;
        }
    }
    door_arena_release(&printing.arena);
    return files;
}
