#include "model/cost.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/nothing.h"
#include "model/scan.h"
#include "model/service.h"

#define POUND "\xC2\xA3"

static const struct door_word pers[] = {
    { "session", "A session" },
    { "month", "A month" },
    { "course", "A course" },
    { "family", "A family" },
};

static const struct door_enumeration per_words = { "cost", pers, DOOR_COUNT(pers) };

static const struct door_word shorts[] = {
    { "free", "Free" },
};

static const struct door_enumeration short_words = { "cost", shorts, DOOR_COUNT(shorts) };

static const struct door_field fields[] = {
    { "free", DOOR_KIND_YES, 0, offsetof(struct door_cost, free),
      .help = "Write yes if families pay nothing." },
    { "amount", DOOR_KIND_MONEY, 0, offsetof(struct door_cost, amount), .open_referral = "cost_options.amount",
      .help = "The price in pounds, such as 3.50." },
    { "per", DOOR_KIND_WORD, 0, offsetof(struct door_cost, per), .words = &per_words,
      .open_referral = "cost_options.option", .help = "What the price is for: session, month, course or family." },
    { "words", DOOR_KIND_PROSE, 0, offsetof(struct door_cost, words), .limit = 150, .open_referral = "fees",
      .help = "The cost in a few words, where no single price says it." },
    { "note", DOOR_KIND_PROSE, 0, offsetof(struct door_cost, note), .limit = 200,
      .open_referral = "cost_options.amount_description", .help = "What else families should know about the cost." },
};

/* Long ways to say "free": they would be translated as words, and no list of free things would hold them. */
static bool
means_free(struct door_arena *arena, const char *text)
{
    static const char *const phrases[] = {
        "free of charge", "no charge", "no cost", "nothing", "it is free", "it's free", "always free",
        "completely free", "free for all", "free for everyone", "for free", "no", "none", "nil", "zero", "no fee",
        "no fees", "foc", "f.o.c", "gratis",
    };
    size_t size = strlen(text), i;

    while (size && (text[size - 1] == '.' || text[size - 1] == '!'))
        size--;
    text = door_arena_copy(arena, text, size);
    for (i = 0; i < DOOR_COUNT(phrases); i++)
        if (door_text_same(text, phrases[i]))
            return true;
    return door_text_distance(text, "free") <= 1;
}

/* "3,50", "£3.5", "-1": no words, so it was meant as a price; "£3-£5" may stand. */
static bool
is_wordless(const char *text)
{
    if (door_text_starts(text, POUND))
        return !text[strspn(text, POUND "0123456789., ")] && !strstr(text + 1, POUND);
    for (; *text; text++)
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || door_text_starts(text, POUND))
            return false;
    return true;
}

/* A price at the beginning of a text, and what is said behind it. */
struct priced {
    int pence;
    const char *per, *note;     /* NULL where they are not said */
};

/* "per session", "a session", "/session": the word for what a price is for, stepped over; NULL if none stands here. */
static const char *
scan_per(const char **text)
{
    static const char *const before[] = { "per", "a", "each", "for a", "for each", "for one" };
    const char *p = *text;
    bool found = *p == '/';
    size_t i;

    p += found;
    door_scan_space(&p);
    for (i = 0; i < DOOR_COUNT(before) && !found; i++)
        found = door_scan_word(&p, before[i]);
    door_scan_space(&p);
    for (i = 0; i < DOOR_COUNT(pers) && found; i++)
        if (door_scan_word(&p, pers[i].word)) {
            *text = p;
            return pers[i].word;
        }
    return NULL;
}

/*
 * "£3.50 per session, siblings free", "£3.50 (free in term time)": a price and a note. What else may stand behind a
 * price can change what it means ("£3 to £5", "£5 off"), so that stays words.
 */
static bool
scan_priced(struct door_arena *arena, const char *text, struct priced *priced)
{
    struct door_mistake mistake;
    size_t size = strcspn(text, " /,;("), i = strlen(text);
    const char *p = text + size;

    if (!door_money_parse(arena, door_arena_copy(arena, text, size), &priced->pence, &mistake))
        return false;
    priced->per = scan_per(&p);
    priced->note = NULL;
    door_scan_space(&p);
    if (!*p)
        return true;
    if (*p == '(' && strchr(p, ')') == text + i - 1)
        priced->note = door_arena_copy(arena, p + 1, (size_t)(text + i - 1 - p - 1));
    else if (priced->per && strchr(",;", *p) && p[1] == ' ')
        priced->note = p + 2;
    return priced->note && *priced->note;
}

/* Read one field as if it had been written. */
static bool
read_as(struct door_check *check, const char *field, struct door_cost *cost, const struct door_node *node,
        const char *text)
{
    struct door_node part = *node;

    part.text = text;
    return !text || door_check_load(check, &door_cost_record, field, cost, &part);
}

static bool
read_priced(struct door_check *check, struct door_cost *cost, const struct door_node *node,
        const struct priced *priced)
{
    cost->amount = priced->pence;
    return read_as(check, "per", cost, node, priced->per) && read_as(check, "note", cost, node, priced->note);
}

/* What says "free" and goes on may be free for some: only the editor knows. "3.50 per child" has no sign of a pound. */
static bool
refuse_unclear(struct door_check *check, const struct door_node *node, const char *text)
{
    const char *rest = text + strcspn(text, " ,;(/"), *p = text;
    int pounds;

    if (door_scan_word(&p, "free") && *rest && (strchr(",;(", *rest) || strchr("-(\xE2", rest[1]))) {
        door_check_error(check, node, NULL, "cost-free", "If it costs nobody anything, write {free: yes, note: ...}; "
                "else begin with what families pay.", "\"%s\" does not count as free", text);
        return true;
    }
    if (!door_scan_digits(&p, 5, &pounds) || !*rest || *p == '%')
        return false;
    door_check_error(check, node, NULL, "money", door_arena_format(check->arena,
            "Write it with its sign: " POUND "%s; or in fields: {amount: 3.50, per: session, note: ...}.", text),
            "\"%s\" is a number and not a price", text);
    return true;
}

/* `cost: free`, a price, a price and what it is for, or words. */
static bool
read_short(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_cost *cost = record;
    const char *text = node->text ? door_text_folded(check->arena, node->text) : "";
    struct priced priced;

    if (door_text_same(text, "free")) {
        cost->free = true;
        return true;
    }
    if (means_free(check->arena, text)) {
        door_check_error(check, node, NULL, "cost-free",
                "Write free; if there is more to say, write {free: yes, note: ...}.",
                "\"%s\" does not count as free", text);
        return false;
    }
    if (*text && (door_nothing_said(text) || door_text_same(text, "yes") || door_text_same(text, "paid"))) {
        door_check_error(check, node, NULL, "cost-unknown",
                "Write free, a price such as 3.50, or words such as: Ask when you book. Until it is known, "
                "write \"draft: yes\" on a line of its own.",
                "\"%s\" does not say what families pay", text);
        return false;
    }
    if (scan_priced(check->arena, text, &priced))
        return read_priced(check, cost, node, &priced);
    if (*text && is_wordless(text))
        return door_check_load(check, &door_cost_record, "amount", record, node);
    return !refuse_unclear(check, node, text) && door_check_load(check, &door_cost_record, "words", record, node);
}

static void
check_cost(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_cost *cost = record;
    bool priced = cost->amount != DOOR_NO_NUMBER;

    if (!cost->free && !priced && !cost->words)
        door_check_error(check, node, NULL, "cost-empty",
                "Write free, a price such as 3.50 per session, or a short text.", "this cost has no amount");
    if (cost->free && priced && cost->amount)
        door_check_error(check, node, "amount", "cost-free", "Keep \"free\" or \"amount\".",
                "what has a price is not free");
    if (priced && cost->amount == 0)
        cost->free = true;
}

const struct door_record door_cost_record = {
    .name = "cost", .size = sizeof(struct door_cost),
    .fields = fields, .field_count = DOOR_COUNT(fields), .shorthand = read_short,
    .short_words = &short_words, .short_others = true, .check = check_cost,
};
