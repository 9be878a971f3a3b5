#include "content/link.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/prose.h"
#include "base/text.h"

struct checker {
    struct door_arena *arena;
    struct door_diag *diag;
    const struct door_prose *link;
    struct door_place place;
    bool failed;
};

static void
refuse(struct checker *checker, const char *id, const char *message, const char *hint)
{
    door_diag_error(checker->diag, checker->place, id, hint, "%s", message);
    checker->failed = true;
}

static const char *const hollow_texts[] = {
    "click here", "here", "read more", "more", "find out more", "this link", "link",
};

static void
check_link_text(struct checker *checker)
{
    struct door_span span;
    struct door_buf text = { 0 };
    size_t i;

    door_prose_write_plain(&text, checker->link);
    span = door_text_trim((struct door_span){ door_buf_string(&text), text.size });
    while (span.size && strchr(".!:", span.start[span.size - 1]))
        span.size--;
    if (!span.size)
        refuse(checker, "markdown-link-text", "a link has no text",
                "Write what the link leads to between [ and ].");
    for (i = 0; span.size && i < sizeof hollow_texts / sizeof *hollow_texts; i++) {
        if (span.size == strlen(hollow_texts[i]) && strncasecmp(span.start, hollow_texts[i], span.size) == 0)
            refuse(checker, "markdown-link-text",
                    door_arena_format(checker->arena, "\"%.*s\" does not say where the link leads", (int)span.size,
                            span.start),
                    "Make the name of what it opens the link: [Baby massage](service:baby-massage).");
    }
    door_buf_release(&text);
}

static const char *const outside_schemes[] = { "https", "http", "mailto", "tel", "sms" };
static const char *const inside_schemes[] = {
    "service", "place", "topic", "page", "question", "organisation", "stage", "notice", "audience",
};

static bool
is_one_of(const char *word, const char *const *list, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (door_text_same(word, list[i]))
            return true;
    return false;
}

/* At least three digits, which the shortest numbers have (999), and nothing but digits and what parts them. */
static bool
is_phone(const char *text)
{
    size_t digits = 0;

    if (*text == '+')
        text++;
    for (; *text; text++) {
        if (*text >= '0' && *text <= '9')
            digits++;
        else if (!strchr("-.()", *text))
            return false;
    }
    return digits >= 3;
}

static bool
is_host(const char *text)
{
    size_t size = strcspn(text, "/?#:");
    const char *dot = memchr(text, '.', size);

    return dot && dot > text && dot + 1 < text + size;
}

/* What stands behind a scheme that leaves the offer. */
static void
check_target(struct checker *checker, const char *scheme, const char *target)
{
    const char *url = checker->link->url, *at = strchr(target, '@');

    if (door_text_same(scheme, "tel") || door_text_same(scheme, "sms")) {
        if (!is_phone(target))
            refuse(checker, "link-url", door_arena_format(checker->arena, "\"%s\" is not a phone number", url),
                    "Write its digits, without spaces: [01632 960 100](tel:01632960100).");
    } else if (door_text_same(scheme, "mailto")) {
        if (!at || at == target || !is_host(at + 1))
            refuse(checker, "link-url", door_arena_format(checker->arena, "\"%s\" is not an e-mail address", url),
                    "Write the address behind it: mailto:families@council.gov.uk.");
    } else if (!door_text_starts(target, "//") || !is_host(target + 2)) {
        refuse(checker, "link-url", door_arena_format(checker->arena, "\"%s\" is not a web address", url),
                "Write all of it, as the browser shows it: https://www.gov.uk/bank-holidays.");
    }
}

static void
check_scheme(struct checker *checker, const char *scheme)
{
    size_t outside = sizeof outside_schemes / sizeof *outside_schemes;
    size_t inside = sizeof inside_schemes / sizeof *inside_schemes;
    const char *guess;

    if (!is_one_of(scheme, outside_schemes, outside) && !is_one_of(scheme, inside_schemes, inside)) {
        guess = door_text_nearest(scheme, inside_schemes, inside);
        refuse(checker, "link-scheme",
                door_arena_format(checker->arena, "a link may not lead to \"%s:\"", scheme),
                guess ? door_arena_format(checker->arena, "did you mean \"%s:\"?", guess)
                : "Use https:, mailto:, tel:, or an entry such as service:baby-massage.");
        return;
    }
    if (is_one_of(scheme, outside_schemes, outside))
        check_target(checker, scheme, checker->link->url + strlen(scheme) + 1);
    if (door_text_same(scheme, "http"))
        door_diag_warn(checker->diag, checker->place, "link-http",
                "Write https: if the site has it; most do.", "\"%s\" is not a secure address", checker->link->url);
}

/* Browsers pass over white space and control characters in an address, so a scheme could hide behind them. */
static void
check_url(struct checker *checker)
{
    const char *p;
    size_t size;

    for (p = checker->link->url; *p; p++) {
        if ((unsigned char)*p <= ' ' || *p == 0x7F) {
            refuse(checker, "link-url", "a link's address has a space in it",
                    "Take the spaces out: [01632 960 100](tel:01632960100).");
            return;
        }
    }
    if (!checker->link->url[0])
        refuse(checker, "link-url", "a link leads nowhere",
                "Write an address or an entry between ( and ), such as service:baby-massage.");
    size = strcspn(checker->link->url, ":/?#");
    if (checker->link->url[size] == ':')
        check_scheme(checker, door_arena_copy(checker->arena, checker->link->url, size));
}

bool
door_link_check(struct door_arena *arena, const struct door_prose *link, const char *file, struct door_diag *diag)
{
    struct checker checker = {
        .arena = arena, .diag = diag, .link = link, .place = door_prose_place(link, file),
    };

    check_link_text(&checker);
    check_url(&checker);
    return !checker.failed;
}
