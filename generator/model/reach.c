#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/schema.h"
#include "model/values.h"

/*
 * Area codes in which some numbers have nine digits behind the 0, not ten (Ofcom, National Telephone Numbering
 * Plan). Everywhere else a digit is missing.
 */
static const char *const short_areas[] = {
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404", "01420",
    "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629", "01635", "01647",
    "01659", "01695", "01697", "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905",
    "01935", "01946", "01949", "01963", "01995", "0500", "0800",
};

/* Numbers outside the scheme that families are given: Childline, Samaritans and other 116 numbers are 6 or 8 long. */
static const char *const known_numbers[] = { "08001111", "0845464", "08454647" };

static bool
is_usual_national(const char *digits)
{
    size_t size = strlen(digits), i;

    for (i = 0; i < DOOR_COUNT(known_numbers); i++)
        if (strcmp(digits, known_numbers[i]) == 0)
            return true;
    if (size == 11)
        return true;
    for (i = 0; size == 10 && i < DOOR_COUNT(short_areas); i++)
        if (door_text_starts(digits, short_areas[i]))
            return true;
    return false;
}

/* 111, helplines on 116 and 118, relay, and the five digits that texts go to; "12345" has lost its end. */
static bool
is_short(const char *number, size_t size)
{
    static const char *const services[] = { "999", "112", "111", "101", "105", "119", "159" };
    size_t i;

    for (i = 0; i < DOOR_COUNT(services); i++)
        if (strcmp(number, services[i]) == 0)
            return true;
    if (size == 5)
        return strchr("678", number[0]) || door_text_starts(number, "1800");
    return size == 6 && (door_text_starts(number, "116") || door_text_starts(number, "118"));
}

/* Digits in, plus sign in front kept: is this how long such numbers are? */
static bool
is_usual_length(const char *number)
{
    size_t size = strlen(number);
    char national[20];

    if (door_text_starts(number, "+44") && size - 3 < sizeof national - 1) {
        snprintf(national, sizeof national, "0%s", number + 3);
        return is_usual_national(national);
    }
    if (number[0] == '+')
        return size >= 9 && size <= 16;
    if (number[0] == '0')
        return is_usual_national(number);
    return is_short(number, size);
}

bool
door_phone_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    static const char hint[] =
            "Write digits and spaces only, 01632 960 123; what else there is to say goes into its own field.";
    char *digits = door_arena_alloc(arena, strlen(text) + 1);
    size_t size = 0;
    const char *p;

    for (p = text; *p; p++) {
        if (door_scan_is_digit(*p) || (*p == '+' && p == text))
            digits[size++] = *p;
        else if (size && door_scan_is_letter(*p) && !door_scan_is_letter(p[-1]) && !door_scan_is_letter(p[1]))
            return door_mistake_make(mistake, arena, "phone", hint, "\"%s\" has the letter %c where a digit should be",
                    text, *p);
        else if (*p != ' ')
            return door_mistake_make(mistake, arena, "phone", hint, "\"%s\" is not a phone number", text);
    }
    if (size < 3)
        return door_mistake_make(mistake, arena, "phone", hint, "\"%s\" is not a phone number", text);
    *value = door_text_fold_space(arena, text);
    if (!is_usual_length(digits))
        door_mistake_make(mistake, arena, "phone", "Check it: British numbers have 11 digits, with the 0.",
                "\"%s\" has %zu digits, an odd length for a phone number", text, size - (digits[0] == '+'));
    return true;
}

/* The mistake of an address that holds what no address can, or NULL. */
static const char *
find_bad(const char *text, const char *refused)
{
    for (; *text; text++)
        if ((unsigned char)*text <= ' ' || *text == 0x7F || strchr(refused, *text))
            return text;
    return NULL;
}

/* Labels of letters, digits, hyphens (or anything beyond ASCII), at least two, parted by dots. */
static bool
is_host(const char *host, size_t size)
{
    size_t i, dots = 0;

    if (!size || host[0] == '.' || host[0] == '-' || host[size - 1] == '.' || host[size - 1] == '-')
        return false;
    for (i = 0; i < size; i++) {
        unsigned char c = (unsigned char)host[i];

        if (c == '.') {
            dots++;
            if (host[i - 1] == '.')
                return false;
        } else if (!door_scan_is_letter(host[i]) && !door_scan_is_digit(host[i]) && c != '-' && c < 0x80) {
            return false;
        }
    }
    return dots > 0;
}

const char *
door_phone_dialled(struct door_arena *arena, const char *phone)
{
    char *dialled = door_arena_format(arena, "+44%s", phone), *out = dialled;
    const char *p = phone;

    if (*p == '0') {
        p++;
        out += 3;
    }
    for (; *p; p++)
        if ((*p >= '0' && *p <= '9') || *p == '+')
            *out++ = *p;
    *out = '\0';
    return dialled;
}

bool
door_email_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    const char *hint = "Write it as families@council.gov.uk.", *at = strchr(text, '@');

    if (strncasecmp(text, "mailto:", 7) == 0)
        hint = "Write the address alone, without \"mailto:\".";
    else if (at && at > text && text[0] != '.' && at[-1] != '.' && !strstr(text, "..") && !strchr(at + 1, '@')
            && !find_bad(text, "<>()[],;:\\\"") && is_host(at + 1, strlen(at + 1))) {
        *value = text;
        return true;
    }
    return door_mistake_make(mistake, arena, "email", hint, "\"%s\" is not an e-mail address", text);
}

static bool
refuse_url(struct door_arena *arena, const char *text, struct door_mistake *mistake)
{
    const char *colon = strchr(text, ':'), *slash = strchr(text, '/');
    size_t host = slash ? (size_t)(slash - text) : strlen(text);

    if (!colon && is_host(text, host) && !find_bad(text, "<>\"\\^`{}|"))
        return door_mistake_make(mistake, arena, "url", door_arena_format(arena, "Write \"https://%s\".", text),
                "\"%s\" has no https:// in front", text);
    if (colon && (!slash || colon < slash) && strncasecmp(text, "http", 4) != 0)
        return door_mistake_make(mistake, arena, "url",
                "Only https: addresses are allowed here; phones and e-mail addresses have fields of their own.",
                "\"%s\" is not a web address", text);
    return door_mistake_make(mistake, arena, "url", "Write it as https://www.council.gov.uk/families.",
            "\"%s\" is not a web address", text);
}

/* "www.council": what it ends in was forgotten. */
static bool
is_only_www(const char *host, size_t size)
{
    return size > 4 && strncasecmp(host, "www.", 4) == 0 && !memchr(host + 4, '.', size - 4);
}

bool
door_url_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    bool secure = strncasecmp(text, "https://", 8) == 0, plain = strncasecmp(text, "http://", 7) == 0;
    const char *host = text + (secure ? 8 : 7);
    size_t size;

    if (!secure && !plain)
        return refuse_url(arena, text, mistake);
    size = strcspn(host, "/?#:");
    if (!is_host(host, size) || find_bad(text, "<>\"\\^`{}|") || is_only_www(host, size))
        return refuse_url(arena, text, mistake);
    if (host[size] == ':') {
        size_t digits = strspn(host + size + 1, "0123456789");

        if (!digits || digits > 5 || !strchr("/?#", host[size + 1 + digits]))
            return refuse_url(arena, text, mistake);
    }
    *value = door_arena_join(arena, secure ? "https://" : "http://", host);
    if (plain)
        door_mistake_make(mistake, arena, "link-http",
                door_arena_format(arena, "Try https://%s, and write that if it opens.", host),
                "\"%s\" is not a secure address", text);
    return true;
}

/* The forms A9, A99, A9A, AA9, AA99, AA9A, then 9AA (Royal Mail; GIR 0AA is the one exception). A letter O and a nought
   are told apart where they cannot stand: no district is 01, and neither I nor O is one of the last two letters. */
static bool
is_postcode(const char *code)
{
    static const char *const forms[] = { "A99AA", "A999AA", "A9A9AA", "AA99AA", "AA999AA", "AA9A9AA", "AAA9AA" };
    size_t i, j;

    for (i = 0; i < DOOR_COUNT(forms); i++) {
        if (strlen(forms[i]) != strlen(code) || (i == DOOR_COUNT(forms) - 1 && strcmp(code, "GIR0AA") != 0))
            continue;
        for (j = 0; code[j]; j++)
            if (forms[i][j] == '9' ? !door_scan_is_digit(code[j]) : !door_scan_is_letter(code[j]))
                break;
        if (!code[j])
            return true;
    }
    return false;
}

static bool
has_confused(const char *code)
{
    size_t size = strlen(code);

    return (door_scan_is_letter(code[0]) && code[1] == '0' && door_scan_is_digit(code[2]) && size > 5)
            || strpbrk(code + size - 2, "IO");
}

/* "Y01 7HH", "ZB1-1AA", "YOl 7HH": what it is with a letter or a digit for its twin, and nothing but those. */
static const char *
hint_for_postcode(struct door_arena *arena, const char *code)
{
    char *better = door_arena_alloc(arena, strlen(code) + 1), *last;
    size_t size = 0, i;

    for (; *code; code++)
        if (door_scan_is_letter(*code) || door_scan_is_digit(*code))
            better[size++] = *code;
    if (size < 5 || size > 7)
        return "Write it as YO1 7HH.";
    last = better + size - 3;
    last[0] = last[0] == 'O' ? '0' : strchr("IL", last[0]) ? '1' : last[0];
    for (i = 1; i < 3; i++)
        last[i] = last[i] == '1' ? 'L' : last[i];
    if (better[1] == '0' && size > 5)
        better[1] = 'O';
    for (i = 2; i + 3 < size; i++)
        better[i] = better[i] == 'O' ? '0' : strchr("IL", better[i]) ? '1' : better[i];
    if (!is_postcode(better))
        return "Write it as YO1 7HH.";
    if (has_confused(better))
        return "Write it as YO1 7HH: none of the last two letters is I or O.";
    return door_arena_format(arena, "Write %.*s %s.", (int)(size - 3), better, last);
}

bool
door_postcode_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    char *code = door_arena_alloc(arena, strlen(text) + 1);
    size_t size = 0;
    const char *p;

    for (p = text; *p; p++)
        if (*p != ' ')
            code[size++] = *p >= 'a' && *p <= 'z' ? (char)(*p + 'A' - 'a') : *p;
    if (!is_postcode(code) || has_confused(code))
        return door_mistake_make(mistake, arena, "postcode", hint_for_postcode(arena, code),
                "\"%s\" is not a postcode", text);
    *value = door_arena_format(arena, "%.*s %s", (int)(size - 3), code, code + size - 3);
    return true;
}

/* Ofcom, "Numbers for use in TV and radio drama programmes". */
static const char *const drama_numbers[] = {
    "01632960", "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960",
    "01414960", "01514960", "01614960", "02079460", "01914980", "02896496", "02920180", "07700900", "08081570",
    "09098790", "03069990",
};

bool
door_phone_is_sample(const char *phone)
{
    char digits[24] = "";
    size_t size = 0, i;

    if (door_text_starts(phone, "+44")) {
        digits[size++] = '0';
        phone += 3;
    }
    for (; *phone && size < sizeof digits - 1; phone++)
        if (door_scan_is_digit(*phone))
            digits[size++] = *phone;
    for (i = 0; i < DOOR_COUNT(drama_numbers); i++)
        if (door_text_starts(digits, drama_numbers[i]))
            return true;
    return false;
}

bool
door_address_is_sample(const char *email_or_url)
{
    const char *host = strstr(email_or_url, "//"), *at = strrchr(email_or_url, '@');
    size_t size;

    host = host ? host + 2 : at ? at + 1 : email_or_url;
    size = strcspn(host, "/?#:");
    return size >= 8 && strncasecmp(host + size - 8, ".example", 8) == 0;
}
