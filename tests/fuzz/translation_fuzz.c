/* Translations: an offer.po laid over the small site of tests/sites/tiny, and brought up to date. */
#include "offer.h"

#include "content/po.h"
#include "content/po_file.h"
#include "language/catalogue.h"
#include "language/translation.h"

/* Each piece has words, whatever the catalogue says. */
static void
check_pieces(struct offer_work *work, const char *path)
{
    struct door_catalogue catalogue = { 0 };
    const struct door_said *said;
    size_t i;

    door_catalogue_read(&work->arena, path, "translations/ur/offer.po", &catalogue, work->diag);
    said = door_translation_build(&work->arena, work->offer, &catalogue, 1, work->diag);
    for (i = 1; i < work->offer->pieces.count; i++)
        assert(said[i].text && said[i].language <= 1);
}

/* Brought up to date, a catalogue without mistakes has none, and a second time nothing changes. */
static void
check_update(struct offer_work *work, const char *path)
{
    static const struct door_po_wanted wanted[] = {
        { .context = "services/baby-massage#name", .id = "Baby massage", .limit = 255 },
        { .context = "services/baby-massage#body", .id = "Come **as you are**. You can leave when you like." },
        { .id = "{count} day", .plural_id = "{count} days" },
    };
    struct door_buf first = { 0 }, second = { 0 };
    size_t before = door_diag_errors(work->diag);
    char again[32];
    int memory;

    if (!door_po_update(&work->arena, path, "ur/offer.po", "ur", wanted, 3, NULL, &first, work->diag)) {
        assert(door_diag_errors(work->diag) > 0);
        goto out;
    }
    assert(door_diag_errors(work->diag) == before);
    memory = offer_file(first.data, first.size, again);
    assert(door_po_update(&work->arena, again, "ur/offer.po", "ur", wanted, 3, NULL, &second, work->diag));
    close(memory);
    assert(strcmp(door_buf_string(&first), door_buf_string(&second)) == 0);
out:
    door_buf_release(&first);
    door_buf_release(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct offer_work work = { .diag = door_diag_open() };
    char path[32];
    int memory = offer_file((const char *)data, size, path);

    assert(door_content_load(&work.arena, FUZZ_OFFER, &work.content, 1, work.diag));
    work.offer = door_offer_build(&work.arena, &work.content, false, work.diag);
    assert(work.offer);
    check_pieces(&work, path);
    check_update(&work, path);
    close(memory);
    offer_release(&work);
    return 0;
}
