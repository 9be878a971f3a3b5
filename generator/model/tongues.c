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

bool
door_language_parse(struct door_arena *arena, const char *text, const char **value, struct door_mistake *mistake)
{
    char *tag = door_arena_text(arena, text);

    if (!normalise(tag))
        return door_mistake_make(mistake, arena, "language", hint_for(arena, text),
                "\"%s\" is not the code of a language", text);
    *value = tag;
    return true;
}
