#include "publish/plain_schema.h"

#include "base/buf.h"
#include "base/json.h"
#include "model/offer.h"
#include "model/schema.h"
#include "plain/lexicon.h"
#include "publish/known.h"

/* One word, or a list of them. */
#define WORD "{\"type\": [\"string\", \"number\"]}"
#define WORDS "\"anyOf\": [" WORD ", {\"type\": \"array\", \"items\": " WORD "}]"
#define NUMBER "{\"type\": \"integer\", \"minimum\": 1}"

/* Messages, and the entries that there are: the two together are typed by hand. */
static void
write_silence(struct door_buf *out, const struct door_known *known)
{
    const struct door_record *type;
    const char *id;
    size_t i, k;

    door_buf_text(out, "\"type\": [\"string\", \"array\"], \"items\": {\"anyOf\": [{\"enum\": [");
    for (i = 0; (id = door_plain_message(i)); i++) {
        door_buf_text(out, i ? ", " : "");
        door_json_text(out, id);
    }
    for (i = 0; (type = door_offer_type(i)); i++) {
        struct door_ids ids = door_known_ids(known, type);

        for (k = 0; k < ids.count; k++)
            door_buf_format(out, ", \"%s/%s\"", type->folder, ids.items[k]);
    }
    door_buf_text(out, "]}, {\"type\": \"string\", \"pattern\": \"^(plain-[a-z-]+ )?[a-z]+(/[a-z0-9-]+)?$\"}]}");
}

static void
write_names(struct door_buf *out, const char *const *names, const char *value)
{
    size_t i;

    door_buf_text(out, "\"type\": \"object\", \"additionalProperties\": ");
    if (!names) {
        door_buf_text(out, value);
        return;
    }
    door_buf_text(out, "false, \"properties\": {");
    for (i = 0; names[i]; i++)
        door_buf_format(out, "%s\"%s\": %s", i ? ", " : "", names[i], value);
    door_buf_char(out, '}');
}

static void
write_part(struct door_buf *out, const struct door_plain_part *part, const struct door_known *known)
{
    door_buf_format(out, "\"%s\": {\"description\": ", part->name);
    door_json_text(out, part->help);
    door_buf_text(out, ", ");
    switch (part->form) {
    case DOOR_PLAIN_LIST:
        door_buf_text(out, WORDS);
        break;
    case DOOR_PLAIN_LISTS:
    case DOOR_PLAIN_SAYINGS:
        write_names(out, part->names, "{" WORDS "}");
        break;
    case DOOR_PLAIN_NUMBERS:
        write_names(out, part->names, NUMBER);
        break;
    case DOOR_PLAIN_SILENCE:
        write_silence(out, known);
        break;
    }
    door_buf_char(out, '}');
}

void
door_plain_schema_write(struct door_buf *out, const char *dialect, const struct door_known *known)
{
    const struct door_plain_part *part;
    size_t i;

    door_buf_text(out, "{\"$schema\": ");
    door_json_text(out, dialect);
    door_buf_text(out, ",\n\"title\": \"plain\", \"type\": \"object\", \"additionalProperties\": false, "
            "\"properties\": {");
    for (i = 0; (part = door_plain_part(i)); i++) {
        door_buf_text(out, i ? ",\n" : "\n");
        write_part(out, part, known);
    }
    door_buf_text(out, "}}\n");
}
