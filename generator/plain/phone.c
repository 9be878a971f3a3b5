#include "plain/phone.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/yaml.h"
#include "model/schema.h"
#include "plain/rules.h"

enum { LONGEST_GROUP = 5, SHORTEST = 9 };

bool
door_phone_is_grouped(struct door_span number)
{
    size_t i, run = 0;

    for (i = 0; i < number.size; i++) {
        char c = number.start[i];

        run = isdigit((unsigned char)c) ? run + 1 : 0;
        if (run > LONGEST_GROUP || (c == '-' || c == '.' || c == '/'))
            return false;
        if (c == '(' && (i + 2 >= number.size || number.start[i + 1] != '0' || number.start[i + 2] != ')'))
            return false;
    }
    return true;
}

/* How the digits are parted, by how a number begins: Ofcom's National Telephone Numbering Plan, as GOV.UK writes it. */
static const struct {
    const char *start;
    unsigned char groups[4];
} plans[] = {
    { "020", { 3, 4, 4 } }, { "023", { 3, 4, 4 } }, { "024", { 3, 4, 4 } }, { "028", { 3, 4, 4 } },
    { "029", { 3, 4, 4 } },
    { "0113", { 4, 3, 4 } }, { "0114", { 4, 3, 4 } }, { "0115", { 4, 3, 4 } }, { "0116", { 4, 3, 4 } },
    { "0117", { 4, 3, 4 } }, { "0118", { 4, 3, 4 } },
    { "0121", { 4, 3, 4 } }, { "0131", { 4, 3, 4 } }, { "0141", { 4, 3, 4 } }, { "0151", { 4, 3, 4 } },
    { "0161", { 4, 3, 4 } }, { "0191", { 4, 3, 4 } },
    { "03", { 4, 3, 4 } }, { "08", { 4, 3, 4 } },
    { "01", { 5, 3, 3 } }, { "07", { 5, 3, 3 } },
    { "0800", { 4, 3, 3 } }, { "01", { 5, 5 } },
};

bool
door_phone_group(struct door_span number, char out[20])
{
    char digits[20];
    size_t count = 0, i, group, at = 0;

    for (i = 0; i < number.size && count < sizeof digits; i++)
        if (isdigit((unsigned char)number.start[i]))
            digits[count++] = number.start[i];
    for (i = 0; i < DOOR_COUNT(plans); i++) {
        const unsigned char *groups = plans[i].groups;

        if (count != (size_t)groups[0] + groups[1] + groups[2]
                || strncmp(digits, plans[i].start, strlen(plans[i].start)) != 0)
            continue;
        for (group = 0; group < 3 && groups[group]; group++) {
            if (group)
                *out++ = ' ';
            memcpy(out, digits + at, groups[group]);
            out += groups[group];
            at += groups[group];
        }
        *out = '\0';
        return true;
    }
    return false;
}

struct door_span
door_phone_find(const char *text)
{
    for (; *text; text++) {
        size_t size = *text == '+' || isdigit((unsigned char)*text) ? strspn(text, "0123456789+ ()-./") : 0, i,
                digits = 0;

        while (size && !isdigit((unsigned char)text[size - 1]))
            size--;
        for (i = 0; i < size; i++)
            digits += isdigit((unsigned char)text[i]) != 0;
        if (digits >= SHORTEST)
            return (struct door_span){ text, size };
        text += size ? size - 1 : 0;
    }
    return (struct door_span){ text, 0 };
}

void
door_phone_tell(struct door_rules *rules, struct door_span number, struct door_place place)
{
    char grouped[20];

    if (door_phone_is_grouped(number))
        return;
    door_rules_tell(rules, place, "plain-phone", door_phone_group(number, grouped)
            ? door_arena_format(rules->arena, "Write \"%s\".", grouped)
            : "Write it in groups of 3 to 5 digits, with spaces between them: \"01632 960 123\".",
            "\"%.*s\" is hard to read out", (int)number.size, number.start);
}

static void
tell_value(struct door_rules *rules, const struct door_field *field, const struct door_node *node)
{
    const struct door_node *item;

    if (node->type == DOOR_NODE_LIST) {
        for (item = node->children; item; item = item->next)
            tell_value(rules, field, item);
    } else if (field->kind == DOOR_KIND_RECORD) {
        door_phone_tell_all(rules, field->record, node);
    } else if (node->text) {
        struct door_span number = door_phone_find(node->text);

        if (number.size)
            door_phone_tell(rules, number, node->place);
    }
}

void
door_phone_tell_all(struct door_rules *rules, const struct door_record *record, const struct door_node *node)
{
    const struct door_node *child;
    const struct door_field *field;

    for (child = node->type == DOOR_NODE_MAP ? node->children : NULL; child; child = child->next) {
        field = child->children || isdigit((unsigned char)(child->text ? child->text[0] : 'x'))
                || (child->text && (child->text[0] == '+' || child->text[0] == '('))
                ? door_record_find(record, child->key) : NULL;
        if (field && (field->kind == DOOR_KIND_PHONE || field->kind == DOOR_KIND_RECORD))
            tell_value(rules, field, child);
    }
}
