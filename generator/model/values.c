#include "model/values.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/schema.h"

#define LONGEST_PAPER_MM 2000

/* "12 months", "90 days": a count and a unit's letters, nothing behind. Without a digit in front count stays 0. */
static bool
scan_quantity(const char *text, int *count, const char **unit)
{
    const char *p = text;

    *count = 0;
    if (door_scan_is_digit(*p) && !door_scan_digits(&p, 4, count))
        return false;
    door_scan_space(&p);
    *unit = p;
    return door_scan_letters(&p) && !*p;
}

static bool
is_unit(const char *unit, const char *singular)
{
    size_t size = strlen(singular);
    const char *p = unit;

    if (door_scan_word(&p, singular))
        return true;
    return strlen(unit) == size + 1 && (unit[size] == 's' || unit[size] == 'S')
            && strncasecmp(unit, singular, size) == 0;
}

bool
door_age_parse(struct door_arena *arena, const char *text, struct door_age *value, struct door_mistake *mistake)
{
    static const struct { const char *text; enum door_age_unit unit; } units[] = {
        { "week", DOOR_AGE_WEEKS }, { "month", DOOR_AGE_MONTHS }, { "year", DOOR_AGE_YEARS },
    };
    const char *hint = "Write pregnancy, birth, or a number of weeks, months or years.", *unit, *p = text;
    int count, plain;
    size_t i;

    if (door_text_same(text, "pregnancy") || door_text_same(text, "birth")) {
        *value = (struct door_age){ text[0] == 'p' || text[0] == 'P' ? DOOR_AGE_PREGNANCY : DOOR_AGE_BIRTH, 0 };
        return true;
    }
    if (scan_quantity(text, &count, &unit) && count > 0 && count <= 1500)
        for (i = 0; i < DOOR_COUNT(units); i++)
            if (is_unit(unit, units[i].text)) {
                *value = (struct door_age){ units[i].unit, count };
                return true;
            }
    if (door_scan_digits(&p, 3, &plain) && !*p)
        hint = plain ? door_arena_format(arena, "Write %d months or %d years.", plain, plain) : "Write birth.";
    return door_mistake_make(mistake, arena, "age", hint, "\"%s\" is not an age", text);
}

/* A month is 487/16 days (365.25 / 12), so that 12 months are a year. */
long
door_age_days(struct door_age age)
{
    switch (age.unit) {
    case DOOR_AGE_NONE:
    case DOOR_AGE_BIRTH:
        return 0;
    case DOOR_AGE_PREGNANCY:
        return -280;
    case DOOR_AGE_WEEKS:
        return age.count * 7L;
    case DOOR_AGE_MONTHS:
        return age.count * 487L / 16;
    case DOOR_AGE_YEARS:
        return age.count * 12 * 487L / 16;
    }
    return 0;
}

bool
door_period_parse(struct door_arena *arena, const char *text, int *days, struct door_mistake *mistake)
{
    const char *unit;
    int count;

    if (scan_quantity(text, &count, &unit)) {
        if (!count && (strcmp(unit, text) == 0))
            count = is_unit(text, "week") && !door_text_same(text, "weeks");    /* "every: week" */
        *days = is_unit(unit, "day") ? count : is_unit(unit, "week") ? count * 7 : 0;
        if (*days > 0)
            return true;
    }
    return door_mistake_make(mistake, arena, "period", "Write a number of days or weeks: 90 days, 2 weeks.",
            "\"%s\" is not a length of time", text);
}

/* "3,50" and "3.5" have one meaning left when they are no price. */
static bool
refuse_money(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *hint = "Write pounds and pence: 3.50, or 3 for three pounds.", *p = text;
    int pounds, pence;
    size_t digits;

    if (door_text_starts(p, "\xC2\xA3"))
        p += 2;
    door_scan_space(&p);
    if (door_scan_digits(&p, 5, &pounds) && (*p == '.' || *p == ',') && p++) {
        digits = door_scan_digits(&p, 2, &pence);
        pence *= digits == 1 ? 10 : 1;
        if (digits && !*p)
            hint = door_arena_format(arena, "Write %d.%02d.", pounds, pence);
        else if (digits && *p == ' ')
            hint = door_arena_format(arena, "Write %d.%02d alone; what else there is to say goes under per: or note:.",
                    pounds, pence);
    }
    return door_mistake_make(mistake, arena, "money", hint, "\"%s\" is not a price", text);
}

/* "3", "1,200": whole pounds, with or without a comma between thousands. */
static bool
scan_pounds(const char **text, int *pounds)
{
    const char *p = *text;
    int rest;

    if (!door_scan_digits(&p, 5, pounds))
        return false;
    *text = p;
    if (*pounds < 1000 && *p == ',' && p++ && door_scan_digits(&p, 3, &rest) && p - *text == 4) {
        *pounds = *pounds * 1000 + rest;
        *text = p;
    }
    return true;
}

bool
door_money_parse(struct door_arena *arena, const char *text, int *pence, struct door_mistake *mistake)
{
    const char *p = text;
    int pounds, rest = 0;
    bool sign = door_text_starts(p, "\xC2\xA3");

    if (sign)
        p += 2;
    door_scan_space(&p);
    if (!scan_pounds(&p, &pounds))
        return refuse_money(arena, text, mistake);
    if (!sign && (*p == 'p' || *p == 'P') && !p[1]) {       /* "50p" */
        *pence = pounds;
        return true;
    }
    if (*p == '.') {
        p++;
        if (door_scan_digits(&p, 2, &rest) != 2)
            return refuse_money(arena, text, mistake);
    }
    if (*p)
        return refuse_money(arena, text, mistake);
    *pence = pounds * 100 + rest;
    return true;
}

#define EXACT_DIGITS 15     /* a double holds so many; what maps write behind them is less than a hair */

/* Read a number with a fraction and step over it. */
static bool
scan_decimal(const char **text, double *value)
{
    const char *p = *text;
    double number = 0, scale = 1;
    bool minus = *p == '-';
    int digits = 0;

    for (p += minus; door_scan_is_digit(*p); p++, digits++)
        number = number * 10 + (*p - '0');
    if (digits > EXACT_DIGITS)
        return false;
    for (p += *p == '.'; door_scan_is_digit(*p); p++)
        if (digits++ < EXACT_DIGITS) {
            number = number * 10 + (*p - '0');
            scale *= 10;
        }
    if (!digits)
        return false;
    *value = (minus ? -number : number) / scale;
    *text = p;
    return true;
}

bool
door_length_parse(struct door_arena *arena, const char *text, double *mm, struct door_mistake *mistake)
{
    const char *p = text;
    double number;

    if (scan_decimal(&p, &number)) {
        double scale;

        door_scan_space(&p);
        scale = door_text_same(p, "mm") ? 1 : door_text_same(p, "cm") ? 10 : 0;
        if (scale > 0 && number >= 0 && number * scale <= LONGEST_PAPER_MM) {
            *mm = number * scale;
            return true;
        }
    }
    return door_mistake_make(mistake, arena, "length", "Write millimetres: 140 mm.", "\"%s\" is not a length", text);
}

bool
door_number_parse(struct door_arena *arena, const char *text, int *value, struct door_mistake *mistake)
{
    const char *p = text;

    if (door_scan_digits(&p, 8, value) && !*p)
        return true;
    return door_mistake_make(mistake, arena, "number", "Write a whole number in digits.",
            "\"%s\" is not a number", text);
}

bool
door_degrees_parse(struct door_arena *arena, const char *text, double *value, struct door_mistake *mistake)
{
    const char *p = text;

    if (scan_decimal(&p, value) && !*p && *value >= -180 && *value <= 180)
        return true;
    return door_mistake_make(mistake, arena, "degrees",
            "Write degrees with a decimal point: lat: 53.9583, long: -1.0803.",
            "\"%s\" is not a latitude or longitude", text);
}

bool
door_yes_parse(struct door_arena *arena, const char *text, bool *value, struct door_mistake *mistake)
{
    static const char *const yeses[] = { "true", "on", "y", "yes please" };
    static const char *const noes[] = { "false", "off", "n", "none", "not" };
    const char *hint = "Write yes or no.";
    size_t i;

    if (door_text_same(text, "yes") || door_text_same(text, "no")) {
        *value = door_text_same(text, "yes");
        return true;
    }
    for (i = 0; i < DOOR_COUNT(yeses); i++)
        if (door_text_same(text, yeses[i]))
            hint = "Write yes.";
    for (i = 0; i < DOOR_COUNT(noes); i++)
        if (door_text_same(text, noes[i]))
            hint = "Write no.";
    return door_mistake_make(mistake, arena, "yes", hint, "\"%s\" is neither yes nor no", text);
}
