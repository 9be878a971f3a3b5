#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/scan.h"
#include "model/schema.h"
#include "model/values.h"

/* Languages spoken in England (2021 census), so that an editor who writes a name is told the code. */
static const struct { const char *code, *name; } languages[] = {
    { "ak", "Akan" }, { "am", "Amharic" }, { "ar", "Arabic" }, { "bg", "Bulgarian" }, { "bn", "Bengali" },
    { "bs", "Bosnian" }, { "ckb", "Sorani" }, { "cs", "Czech" }, { "cy", "Welsh" }, { "da", "Danish" },
    { "de", "German" }, { "el", "Greek" }, { "en", "English" }, { "es", "Spanish" }, { "et", "Estonian" },
    { "fa", "Persian" }, { "fa", "Farsi" }, { "fi", "Finnish" }, { "fil", "Filipino" }, { "fr", "French" },
    { "ga", "Irish" }, { "gd", "Gaelic" }, { "gu", "Gujarati" }, { "ha", "Hausa" }, { "he", "Hebrew" },
    { "hi", "Hindi" }, { "hr", "Croatian" }, { "hu", "Hungarian" }, { "ig", "Igbo" }, { "it", "Italian" },
    { "ja", "Japanese" }, { "ka", "Georgian" }, { "kmr", "Kurmanji" }, { "ko", "Korean" }, { "ku", "Kurdish" },
    { "ln", "Lingala" }, { "lt", "Lithuanian" }, { "lv", "Latvian" }, { "ml", "Malayalam" }, { "mr", "Marathi" },
    { "ms", "Malay" }, { "ne", "Nepali" }, { "nl", "Dutch" }, { "no", "Norwegian" }, { "om", "Oromo" },
    { "pa", "Punjabi" }, { "pa", "Panjabi" }, { "pl", "Polish" }, { "ps", "Pashto" }, { "pt", "Portuguese" },
    { "ro", "Romanian" }, { "rom", "Romani" }, { "ru", "Russian" }, { "si", "Sinhala" }, { "sk", "Slovak" },
    { "sl", "Slovenian" }, { "sn", "Shona" }, { "so", "Somali" }, { "sq", "Albanian" }, { "sr", "Serbian" },
    { "sv", "Swedish" }, { "sw", "Swahili" }, { "syl", "Sylheti" }, { "ta", "Tamil" }, { "te", "Telugu" },
    { "th", "Thai" }, { "ti", "Tigrinya" }, { "tl", "Tagalog" }, { "tr", "Turkish" }, { "uk", "Ukrainian" },
    { "ur", "Urdu" }, { "vi", "Vietnamese" }, { "yi", "Yiddish" }, { "yo", "Yoruba" }, { "yue", "Cantonese" },
    { "zh", "Chinese" }, { "zh", "Mandarin" },
};

/* ISO 639-1: every code of two letters that there is. */
static const char two_letters[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

/* What stands for a language elsewhere: its country, or its code of three letters. */
static const struct { const char *typed, *code; } confused[] = {
    { "al", "sq" }, { "cn", "zh" }, { "cz", "cs" }, { "dk", "da" }, { "gb", "en" }, { "gr", "el" }, { "iq", "ar" },
    { "ir", "fa" }, { "jp", "ja" }, { "pk", "ur" }, { "ua", "uk" }, { "vn", "vi" }, { "ara", "ar" }, { "ben", "bn" },
    { "bul", "bg" }, { "chi", "zh" }, { "ces", "cs" }, { "cze", "cs" }, { "cym", "cy" }, { "deu", "de" },
    { "ell", "el" }, { "eng", "en" }, { "fas", "fa" }, { "fra", "fr" }, { "fre", "fr" }, { "ger", "de" },
    { "guj", "gu" }, { "hin", "hi" }, { "hun", "hu" }, { "ita", "it" }, { "kur", "ku" }, { "lav", "lv" },
    { "lit", "lt" }, { "nep", "ne" }, { "pan", "pa" }, { "per", "fa" }, { "pol", "pl" }, { "por", "pt" },
    { "pus", "ps" }, { "ron", "ro" }, { "rum", "ro" }, { "rus", "ru" }, { "slk", "sk" }, { "som", "so" },
    { "spa", "es" }, { "sqi", "sq" }, { "swa", "sw" }, { "tam", "ta" }, { "tur", "tr" }, { "ukr", "uk" },
    { "urd", "ur" }, { "vie", "vi" }, { "zho", "zh" },
};

/* How many letters (or digits) the subtag that begins here has. */
static size_t
subtag_size(const char *tag)
{
    return strcspn(tag, "-_");
}

static bool
has_only(const char *subtag, size_t size, bool letters)
{
    size_t i;

    for (i = 0; i < size; i++)
        if (letters ? !door_scan_is_letter(subtag[i]) : !door_scan_is_digit(subtag[i]))
            return false;
    return true;
}

static void
set_case(char *subtag, size_t size, bool first_up, bool rest_up)
{
    size_t i;

    for (i = 0; i < size; i++) {
        bool up = i ? rest_up : first_up;

        if (up && subtag[i] >= 'a' && subtag[i] <= 'z')
            subtag[i] = (char)(subtag[i] - 'a' + 'A');
        if (!up && subtag[i] >= 'A' && subtag[i] <= 'Z')
            subtag[i] = (char)(subtag[i] - 'A' + 'a');
    }
}

/* Bring a tag into the case that BCP 47 recommends (zh-Hant, en-GB); false if it is none. */
static bool
normalise(char *tag)
{
    size_t size = subtag_size(tag);

    if (size < 2 || size > 3 || !has_only(tag, size, true))
        return false;
    set_case(tag, size, false, false);
    tag += size;
    if (*tag && subtag_size(tag + 1) == 4 && has_only(tag + 1, 4, true)) {
        *tag = '-';
        set_case(tag + 1, 4, true, false);
        tag += 5;
    }
    size = *tag ? subtag_size(tag + 1) : 0;
    if ((size == 2 && has_only(tag + 1, 2, true)) || (size == 3 && has_only(tag + 1, 3, false))) {
        *tag = '-';
        set_case(tag + 1, size, true, true);
        tag += size + 1;
    }
    return !*tag;
}

static const char *
hint_for(struct door_arena *arena, const char *text)
{
    const char *names[DOOR_COUNT(languages)], *name;
    size_t i;

    for (i = 0; i < DOOR_COUNT(languages); i++)
        names[i] = languages[i].name;
    name = door_text_nearest(text, names, DOOR_COUNT(languages));
    for (i = 0; name && i < DOOR_COUNT(languages); i++)
        if (strcmp(languages[i].name, name) == 0)
            return door_arena_format(arena, "Write \"%s\" for %s.", languages[i].code, name);
    return "Write the code of the language: pl for Polish, ur for Urdu, en-GB for British English.";
}

/* The code that was meant by one that no language has, or a longer one; NULL if it is right as it stands. */
static const char *
find_confused(const char *tag)
{
    size_t i;

    for (i = 0; i < DOOR_COUNT(confused); i++)
        if (strncmp(tag, confused[i].typed, subtag_size(tag)) == 0 && !confused[i].typed[subtag_size(tag)])
            return confused[i].code;
    return NULL;
}

/* Codes of three letters are thousands, and nobody's slips of the finger are told from them. */
static bool
is_code(struct door_arena *arena, const char *tag)
{
    return subtag_size(tag) != 2 || strstr(two_letters, door_arena_format(arena, "%.2s ", tag));
}

/* Words that look like codes of three letters, and are typed for something else. */
static const struct { const char *typed, *hint; } no_codes[] = {
    { "bsl", "It is no code: where this is a service, write bsl: yes on a line of its own." },
    { "all", "Write the code of each language, such as [ur, pl]; for interpreters, write interpreters: on request." },
    { "any", "Write the code of each language, such as [ur, pl]; for interpreters, write interpreters: on request." },
    { "yes", "Write the code of each language, such as [ur, pl]." },
    { "tbc", "Write the code of each language when it is known, and take the line out until then." },
};

bool
door_language_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    char *tag = door_arena_text(arena, text);
    size_t i;

    for (i = 0; i < DOOR_COUNT(no_codes); i++)
        if (door_text_same(text, no_codes[i].typed))
            return door_mistake_make(mistake, arena, "language", no_codes[i].hint,
                    "\"%s\" is not the code of a language", text);
    if (!normalise(tag))
        return door_mistake_make(mistake, arena, "language", hint_for(arena, text),
                "\"%s\" is not the code of a language", text);
    if (find_confused(tag))
        return door_mistake_make(mistake, arena, "language", door_arena_format(arena, "did you mean \"%s\"?",
                find_confused(tag)), "\"%s\" is not the code of a language", text);
    if (!is_code(arena, tag))
        return door_mistake_make(mistake, arena, "language", hint_for(arena, text),
                "no language has the code \"%s\"", text);
    *value = tag;
    return true;
}
