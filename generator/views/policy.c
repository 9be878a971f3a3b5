#include "views/policy.h"

#include "base/arena.h"
#include "base/buf.h"
#include "model/offer.h"

static const struct door_allowed nothing;

/* "; script-src 'self' https://a.example https://b.example"; ours: from our own host too. Nothing if that is empty. */
static void
add(struct door_buf *out, const char *directive, bool ours, const struct door_list *hosts)
{
    size_t i;

    if (!ours && !hosts->count)
        return;
    door_buf_format(out, "; %s%s", directive, ours ? " 'self'" : "");
    for (i = 0; i < hosts->count; i++)
        door_buf_format(out, " https://%s", ((const char *const *)hosts->items)[i]);
}

static const char *
finish(struct door_arena *arena, struct door_buf *out)
{
    const char *text = door_arena_copy(arena, out->data, out->size);

    door_buf_release(out);
    return text;
}

const char *
door_policy_of_page(struct door_arena *arena, const struct door_offer *offer, bool scripts, bool fonts)
{
    const struct door_allowed *allow = offer->allow;
    struct door_buf out = { 0 };

    /*
     * connect-src: a page without a script connects to nothing; but developer tools read robots.txt in the page's
     * name. What nearly every page has is made once.
     */
    if (!allow && !scripts && !fonts)
        return "default-src 'none'; connect-src 'self'"
                "; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    if (!allow)
        allow = &nothing;
    door_buf_text(&out, "default-src 'none'");
    add(&out, "script-src", scripts, &allow->script);
    add(&out, "connect-src", true, &allow->connect);
    add(&out, "frame-src", false, &allow->frame);
    door_buf_text(&out, "; style-src 'self'; img-src 'self'");
    add(&out, "font-src", fonts, &nothing.script);
    door_buf_text(&out, "; base-uri 'none'; form-action 'none'");
    return finish(arena, &out);
}

const char *
door_policy_of_site(struct door_arena *arena, const struct door_offer *offer)
{
    const struct door_allowed *allow = offer->allow ? offer->allow : &nothing;
    struct door_buf out = { 0 };

    door_buf_text(&out, "default-src 'none'");
    add(&out, "script-src", true, &allow->script);
    add(&out, "connect-src", true, &allow->connect);
    add(&out, "frame-src", false, &allow->frame);
    door_buf_text(&out, "; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'"
            "; base-uri 'none'; form-action 'self'");
    if (allow->framed_by.count)
        add(&out, "frame-ancestors", true, &allow->framed_by);
    else
        door_buf_text(&out, "; frame-ancestors 'none'");
    return finish(arena, &out);
}
