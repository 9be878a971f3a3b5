#include "model/nothing.h"

#include <string.h>

#include "base/text.h"
#include "base/yaml.h"
#include "model/check.h"
#include "model/schema.h"

static bool
is_among(const char *text, const char *const *words, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (door_text_same(text, words[i]))
            return true;
    return false;
}

/* "?", "...", "--", "xxx": nothing but marks, or one letter that stands for any. */
static bool
is_filler(const char *text)
{
    static const char x[] = "xX";

    return !text[strspn(text, "?.-_ ")] || (strlen(text) > 2 && !text[strspn(text, x)])
            || strcmp(text, "\xE2\x80\xA6") == 0 || strcmp(text, "\xE2\x80\x93") == 0
            || strcmp(text, "\xE2\x80\x94") == 0;
}

bool
door_nothing_said(const char *text)
{
    static const char *const words[] = {
        "tbc", "tba", "tbd", "n/a", "n.a.", "na", "todo", "to do",
        "to be confirmed", "to be announced", "to be decided",
        "not applicable", "to follow", "awaiting info", "placeholder", "unknown", "not known",
    };

    return is_filler(text) || is_among(text, words, DOOR_COUNT(words)) || door_text_starts(text, "Lorem ipsum");
}

bool
door_nothing_refuse(struct door_check *check, const struct door_field *field, const char *name,
        const struct door_node *node, const char *text)
{
    static const char *const nulls[] = { "~", "null" }, *const answers[] = { "yes", "no", "true", "false" };
    bool required = field->flags & DOOR_REQUIRED;
    const char *hint = required ? field->help : "Write something here, or take the line out.";

    if (!*door_text_typed(check->arena, text)) {
        door_diag_error(check->diag, node->place, "field-empty", hint, "\"%s\" is empty", name);
        return true;
    }
    if (!node->quoted && is_among(text, nulls, DOOR_COUNT(nulls))) {
        door_diag_error(check->diag, node->place, "field-empty", hint, "\"%s\" is empty: \"%s\" means nothing", name,
                text);
        return true;
    }
    if ((field->kind != DOOR_KIND_PROSE && field->kind != DOOR_KIND_TEXT)
            || !(door_nothing_said(text) || (!node->quoted && is_among(text, answers, DOOR_COUNT(answers)))))
        return false;
    door_diag_error(check->diag, node->place, "text-placeholder", required
            ? "Write it, or \"draft: yes\" on a line of its own until it is known."
            : "Write it when it is known, and take the line out until then.",
            "\"%s\" tells families nothing", text);
    return true;
}
