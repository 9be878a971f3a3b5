#include "publish/json_schema.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "model/offer.h"
#include "model/schema.h"
#include "model/topic.h"
#include "publish/known.h"

struct writer {
    struct door_buf *out;
    const struct door_known *known;
};

/* Patterns take the plain forms; anchored, since a pattern of JSON Schema is looked for anywhere. */
#define DAY "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
#define MONTH "(January|February|March|April|May|June|July|August|September|October|November|December)"
#define DATE "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} " MONTH " [0-9]{4})"
#define TIME "([0-9]{1,2}([:.][0-9]{2})?([ap]m)?|midday|noon|midnight)"
#define ID "[a-z0-9]+(-[a-z0-9]+)*"

static const char *
pattern_of(enum door_kind kind)
{
    switch (kind) {
    case DOOR_KIND_DATE:
        return "^" DATE "$";
    case DOOR_KIND_DATES:
        return "^" DATE " to " DATE "$";
    case DOOR_KIND_TIMES:
        return "^" TIME "( ?(to|-|\xE2\x80\x93) ?" TIME ")?$";
    case DOOR_KIND_DAY:
        return "^((first|second|third|fourth|last) )?" DAY "$";
    case DOOR_KIND_DAYS:
        return "^" DAY "( to " DAY ")?$";
    case DOOR_KIND_AGE:
        return "^(pregnancy|birth|[0-9]+ (weeks?|months?|years?))$";
    case DOOR_KIND_PERIOD:
        return "^[0-9]+ (days?|weeks?|months?|years?)$";
    case DOOR_KIND_MONEY:
        return "^\xC2\xA3?[0-9]+(\\.[0-9]{2})?$";
    case DOOR_KIND_LENGTH:
        return "^[0-9]+(\\.[0-9]+)? ?(mm|cm)$";
    case DOOR_KIND_DEGREES:
        return "^-?[0-9]+(\\.[0-9]+)?$";
    case DOOR_KIND_PHONE:
        return "^\\+?[0-9() -]+( ?(ext|x)[. ]*[0-9]+)?$";
    case DOOR_KIND_EMAIL:
        return "^[^@ ]+@[^@ ]+$";
    case DOOR_KIND_URL:
        return "^https?://[^ ]+$";
    case DOOR_KIND_POSTCODE:
        return "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$";
    case DOOR_KIND_LANGUAGE:
        return "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$";
    case DOOR_KIND_ID:
        return "^" ID "$";
    case DOOR_KIND_REF:
        return "^([a-z]+:)?" ID "$";
    case DOOR_KIND_FILE:
    case DOOR_KIND_PROSE:
    case DOOR_KIND_BODY:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_WORD:
    case DOOR_KIND_YES:
    case DOOR_KIND_NUMBER:
    case DOOR_KIND_OPENING:
    case DOOR_KIND_RECORD:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        break;
    }
    return NULL;
}

/* The "format" of JSON Schema where it has one for the kind. */
static const char *
format_of(enum door_kind kind)
{
    return kind == DOOR_KIND_EMAIL ? "email" : kind == DOOR_KIND_URL ? "uri" : NULL;
}

/* A value without quotes that is digits alone is a number for YAML, though it is a text for us. */
static bool
may_be_digits(enum door_kind kind)
{
    return kind == DOOR_KIND_PROSE || kind == DOOR_KIND_TEXT || kind == DOOR_KIND_PHONE || kind == DOOR_KIND_MONEY
            || kind == DOOR_KIND_DEGREES || kind == DOOR_KIND_TIMES;
}

static void
write_member(struct writer *writer, const char *name, const char *text)
{
    door_json_text(writer->out, name);
    door_buf_text(writer->out, ": ");
    door_json_text(writer->out, text);
}

static void
write_enumeration(struct writer *writer, const struct door_enumeration *words)
{
    size_t i;

    door_buf_text(writer->out, "{\"enum\": [");
    for (i = 0; i < words->count; i++) {
        door_buf_text(writer->out, i ? ", " : "");
        door_json_text(writer->out, words->words[i].word);
        /* YAML 1.1 reads a bare yes or no as a truth value. */
        if (strcmp(words->words[i].word, "yes") == 0)
            door_buf_text(writer->out, ", true");
        if (strcmp(words->words[i].word, "no") == 0)
            door_buf_text(writer->out, ", false");
    }
    door_buf_text(writer->out, "]}");
}

static void
write_ids(struct writer *writer, const char *type, struct door_ids ids, bool *some)
{
    size_t i;

    for (i = 0; i < ids.count; i++) {
        struct door_buf id = { 0 };

        door_buf_format(&id, "%s%s%s", type ? type : "", type ? ":" : "", ids.items[i]);
        door_buf_text(writer->out, *some ? ", " : "");
        door_json_text(writer->out, door_buf_string(&id));
        door_buf_release(&id);
        *some = true;
    }
}

/* The ids that this offer has; a pattern where it has none yet. "online" is a place of every offer. */
static void
write_reference(struct writer *writer, const struct door_record *record)
{
    const struct door_record *type;
    bool some = false;
    size_t i;

    door_buf_text(writer->out, "{\"enum\": [");
    for (i = 0; (type = door_offer_type(i)); i++) {
        struct door_ids ids = door_known_ids(writer->known, type);

        if (record && record != type)
            continue;
        if (record)
            write_ids(writer, NULL, ids, &some);
        write_ids(writer, type->name, ids, &some);
        if (strcmp(type->name, "place") == 0 && some && record)
            write_ids(writer, NULL, (struct door_ids){ (const char *const[]){ "online" }, 1 }, &some);
    }
    if (some) {
        door_buf_text(writer->out, "]}");
        return;
    }
    writer->out->size -= strlen("{\"enum\": [");
    door_buf_text(writer->out, "{\"type\": \"string\", ");
    write_member(writer, "pattern", pattern_of(DOOR_KIND_REF));
    door_buf_char(writer->out, '}');
}

/* Texts that the offer has, as a help to whoever types, or any text. */
static void
write_suggestions(struct writer *writer, struct door_ids known, const char *pattern)
{
    bool some = false;

    door_buf_text(writer->out, "{\"anyOf\": [");
    if (known.count) {
        door_buf_text(writer->out, "{\"enum\": [");
        write_ids(writer, NULL, known, &some);
        door_buf_text(writer->out, "]}, ");
    }
    door_buf_text(writer->out, "{\"type\": \"string\"");
    if (pattern) {
        door_buf_text(writer->out, ", ");
        write_member(writer, "pattern", pattern);
    }
    door_buf_text(writer->out, "}]}");
}

static void
write_plain(struct writer *writer, const struct door_field *field)
{
    const char *pattern = pattern_of(field->kind), *format = format_of(field->kind);

    door_buf_text(writer->out, may_be_digits(field->kind) ? "{\"type\": [\"string\", \"number\"]"
            : "{\"type\": \"string\"");
    if (pattern) {
        door_buf_text(writer->out, ", ");
        write_member(writer, "pattern", pattern);
    } else {
        door_buf_text(writer->out, ", \"minLength\": 1");
    }
    if (format) {
        door_buf_text(writer->out, ", ");
        write_member(writer, "format", format);
    }
    if (field->limit)
        door_buf_format(writer->out, ", \"maxLength\": %zu", field->limit);
    door_buf_char(writer->out, '}');
}

/* {Monday to Friday: 9am to 5pm}, or always. */
static void
write_opening(struct writer *writer)
{
    door_buf_text(writer->out, "{\"anyOf\": [{\"const\": \"always\"}, {\"type\": \"object\", "
            "\"additionalProperties\": {\"type\": [\"string\", \"array\"]}}]}");
}

static void write_record(struct writer *writer, const struct door_record *record);

/* The record itself, or what may stand for it in short. */
static void
write_nested(struct writer *writer, const struct door_record *record)
{
    if (!record->shorthand) {
        write_record(writer, record);
        return;
    }
    door_buf_text(writer->out, "{\"anyOf\": [");
    if (record->short_words) {
        write_enumeration(writer, record->short_words);
        door_buf_text(writer->out, ", ");
    }
    if (!record->short_words || record->short_others)
        door_buf_text(writer->out, "{\"type\": [\"string\", \"number\", \"array\"]}, ");
    write_record(writer, record);
    door_buf_text(writer->out, "]}");
}

static void
write_item(struct writer *writer, const struct door_field *field)
{
    switch (field->kind) {
    case DOOR_KIND_WORD:
        write_enumeration(writer, field->words);
        return;
    case DOOR_KIND_YES:
        door_buf_text(writer->out, "{\"enum\": [\"yes\", \"no\", true, false]}");
        return;
    case DOOR_KIND_NUMBER:
        door_buf_text(writer->out, "{\"type\": \"integer\"}");
        return;
    case DOOR_KIND_REF:
        write_reference(writer, field->record);
        return;
    case DOOR_KIND_LANGUAGE:
        write_suggestions(writer, writer->known->languages, pattern_of(field->kind));
        return;
    case DOOR_KIND_FILE:
        write_suggestions(writer, writer->known->media, NULL);
        return;
    case DOOR_KIND_OPENING:
        write_opening(writer);
        return;
    case DOOR_KIND_RECORD:
        write_nested(writer, field->record);
        return;
    case DOOR_KIND_PROSE:
    case DOOR_KIND_TEXT:
    case DOOR_KIND_DATE:
    case DOOR_KIND_DATES:
    case DOOR_KIND_TIMES:
    case DOOR_KIND_DAY:
    case DOOR_KIND_DAYS:
    case DOOR_KIND_AGE:
    case DOOR_KIND_PERIOD:
    case DOOR_KIND_MONEY:
    case DOOR_KIND_LENGTH:
    case DOOR_KIND_DEGREES:
    case DOOR_KIND_PHONE:
    case DOOR_KIND_EMAIL:
    case DOOR_KIND_URL:
    case DOOR_KIND_POSTCODE:
    case DOOR_KIND_ID:
        write_plain(writer, field);
        return;
    case DOOR_KIND_BODY:
    case DOOR_KIND_WORDED:
    case DOOR_KIND_SAID:
    case DOOR_KIND_HREF:
        break;      /* not written in a field */
    }
    door_buf_text(writer->out, "true");
}

/* A field: its help, and its value; a single value stands for a list of one. */
static void
write_field(struct writer *writer, const struct door_field *field)
{
    door_json_text(writer->out, field->name);
    door_buf_text(writer->out, ": {");
    write_member(writer, "description", field->help);
    if (field->fallback) {
        door_buf_text(writer->out, ", ");
        write_member(writer, "default", field->fallback);
    }
    if (field->flags & DOOR_LIST) {
        door_buf_text(writer->out, ", \"anyOf\": [{\"type\": \"array\", \"items\": ");
        write_item(writer, field);
        door_buf_text(writer->out, field->flags & DOOR_REQUIRED ? ", \"minItems\": 1}, " : "}, ");
    } else {
        door_buf_text(writer->out, ", \"allOf\": [");
    }
    write_item(writer, field);
    door_buf_text(writer->out, "]}");
}

static bool
can_be_draft(const struct door_record *record)
{
    return door_record_find(record, "draft") != NULL;
}

/* What must be there; of an entry only when it is no draft, which may be half written. */
static void
write_required(struct writer *writer, const struct door_record *record)
{
    const struct door_field *field;
    bool some = false;
    size_t i;

    for (i = 0; (field = door_record_field(record, i)); i++) {
        if (!(field->flags & DOOR_REQUIRED))
            continue;
        if (!some)
            door_buf_text(writer->out, can_be_draft(record) ? ", \"if\": {\"required\": [\"draft\"], \"properties\": "
                    "{\"draft\": {\"enum\": [\"yes\", true]}}}, \"else\": {\"required\": [" : ", \"required\": [");
        door_buf_text(writer->out, some ? ", " : "");
        door_json_text(writer->out, field->name);
        some = true;
    }
    if (some)
        door_buf_text(writer->out, can_be_draft(record) ? "]}" : "]");
}

/* The members of the object that describes a record, without its brackets. */
static void
write_members(struct writer *writer, const struct door_record *record)
{
    const struct door_field *field;
    bool some = false;
    size_t i;

    door_buf_text(writer->out, "\"type\": \"object\", \"additionalProperties\": false, \"properties\": {");
    for (i = 0; (field = door_record_field(record, i)); i++) {
        if (field->kind == DOOR_KIND_BODY)
            continue;
        door_buf_text(writer->out, some ? ",\n" : "\n");
        write_field(writer, field);
        some = true;
    }
    door_buf_char(writer->out, '}');
    write_required(writer, record);
}

static void
write_record(struct writer *writer, const struct door_record *record)
{
    door_buf_char(writer->out, '{');
    write_members(writer, record);
    door_buf_char(writer->out, '}');
}

void
door_json_schema_write(struct door_buf *out, const char *dialect, const struct door_record *record,
        const struct door_known *known)
{
    struct writer writer = { out, known };

    door_buf_char(out, '{');
    write_member(&writer, "$schema", dialect);
    door_buf_text(out, ",\n");
    write_member(&writer, "title", record->name);
    door_buf_text(out, ", ");
    if (record == &door_stage_record) {
        door_buf_text(out, "\"type\": \"array\", \"items\": ");
        write_record(&writer, record);
    } else {
        write_members(&writer, record);
    }
    door_buf_text(out, "}\n");
}
