#include "model/cost.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/nothing.h"
#include "model/service.h"

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

/* "3,50", "-1", "3.505": no words, so it was meant as a price; "£3-£5" may stand. "yes" says nothing at all. */
static bool
is_wordless(const char *text)
{
    if (door_text_same(text, "yes"))
        return true;
    if (strstr(text, "\xC2\xA3"))
        return false;
    for (; *text; text++)
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z'))
            return false;
    return true;
}

/* `cost: free`, a price, or words. */
static bool
read_short(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_mistake mistake = { 0 };
    struct door_cost *cost = record;
    const char *text = node->text ? door_text_folded(check->arena, node->text) : "";
    int pence;

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
    if (*text && door_nothing_said(text)) {
        door_check_error(check, node, NULL, "cost-unknown",
                "Write free, a price such as 3.50, or words such as: Ask when you book. Until it is known, "
                "write \"draft: yes\" on a line of its own.",
                "\"%s\" does not say what families pay", text);
        return false;
    }
    if (door_money_parse(check->arena, text, &pence, &mistake) || (*text && is_wordless(text)))
        return door_check_load(check, &door_cost_record, "amount", record, node);
    return door_check_load(check, &door_cost_record, "words", record, node);
}

static void
check_cost(struct door_check *check, void *record, const struct door_node *node)
{
    struct door_cost *cost = record;
    bool priced = cost->amount != DOOR_NO_NUMBER;

    if (!cost->free && !priced && !cost->words)
        door_check_error(check, node, NULL, "cost-empty", "Write free, a short text, or {amount: 3.50, per: session}.",
                "this cost has no amount");
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
