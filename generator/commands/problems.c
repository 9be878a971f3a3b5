#include "commands/problems.h"

#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"
#include "commands/messages.h"
#include "commands/options.h"

static const char *const names[] = {
    [DOOR_PROBLEMS_TEXT] = "text",
    [DOOR_PROBLEMS_JSON] = "json",
    [DOOR_PROBLEMS_GITHUB] = "github",
    [DOOR_PROBLEMS_SARIF] = "sarif",
};

/* GitHub's workflow commands and SARIF use the same two words for them. */
static const char *const levels[] = {
    [DOOR_SEVERITY_ERROR] = "error",
    [DOOR_SEVERITY_WARNING] = "warning",
};

bool
door_problems_find(const char *name, enum door_problems_format *format)
{
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            *format = (enum door_problems_format)i;
            return true;
        }
    }
    return false;
}

/* --- JSON --- */

static void
write_member(struct door_buf *out, const char *name, const char *text)
{
    door_buf_format(out, ",\"%s\":", name);
    door_json_text(out, text);
}

static void
write_json_problem(struct door_buf *out, const struct door_problem *problem)
{
    door_buf_format(out, "{\"severity\":\"%s\"", levels[problem->severity]);
    write_member(out, "id", problem->id);
    if (problem->place.file[0])
        write_member(out, "file", problem->place.file);
    if (problem->place.line)
        door_buf_format(out, ",\"line\":%d", problem->place.line);
    if (problem->place.column)
        door_buf_format(out, ",\"column\":%d", problem->place.column);
    write_member(out, "message", problem->message);
    if (problem->hint)
        write_member(out, "hint", problem->hint);
    door_buf_char(out, '}');
}

static void
write_json(struct door_buf *out, const struct door_problem *problems, size_t count)
{
    size_t i;

    door_buf_char(out, '[');
    for (i = 0; i < count; i++) {
        door_buf_text(out, i ? ",\n" : "\n");
        write_json_problem(out, &problems[i]);
    }
    door_buf_text(out, count ? "\n]\n" : "]\n");
}

/* --- GitHub --- */

/*
 * A command is one line; what would end it, or a property of it, is written as percent and two digits
 * (actions/toolkit, packages/core/src/command.ts: escapeData, escapeProperty).
 */
static void
write_github_text(struct door_buf *out, const char *text, const char *special)
{
    for (; *text; text++) {
        if (strchr(special, *text))
            door_buf_format(out, "%%%02X", (unsigned)(unsigned char)*text);
        else
            door_buf_char(out, *text);
    }
}

static void
write_github(struct door_buf *out, const struct door_problem *problems, size_t count)
{
    static const char of_data[] = "%\r\n", of_property[] = "%\r\n:,";
    size_t i;

    for (i = 0; i < count; i++) {
        const struct door_problem *problem = &problems[i];

        door_buf_format(out, "::%s title=%s", levels[problem->severity], problem->id);
        if (problem->place.file[0]) {
            door_buf_text(out, ",file=");
            write_github_text(out, problem->place.file, of_property);
        }
        if (problem->place.line)
            door_buf_format(out, ",line=%d", problem->place.line);
        if (problem->place.column)
            door_buf_format(out, ",col=%d", problem->place.column);
        door_buf_text(out, "::");
        write_github_text(out, problem->message, of_data);
        if (problem->hint) {
            door_buf_text(out, "%0A");
            write_github_text(out, problem->hint, of_data);
        }
        door_buf_char(out, '\n');
    }
}

/* --- SARIF --- */

/* A path as the URI reference that SARIF wants (3.4.3): whatever is not plain becomes percent and two digits. */
static void
write_uri(struct door_buf *out, const char *path)
{
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;

        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("/._-~", c))
            door_buf_char(out, (char)c);
        else
            door_buf_format(out, "%%%02X", c);
    }
}

static void
write_rules(struct door_buf *out)
{
    size_t i;

    for (i = 0; i < door_message_count; i++) {
        door_buf_format(out, "%s\n{\"id\":\"%s\",\"shortDescription\":{\"text\":", i ? "," : "", door_messages[i].id);
        door_json_text(out, door_messages[i].words);
        door_buf_text(out, "}}");
    }
}

static void
write_location(struct door_buf *out, const struct door_place *place)
{
    door_buf_text(out, ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
    write_uri(out, place->file);
    door_buf_text(out, "\"}");
    if (place->line) {
        door_buf_format(out, ",\"region\":{\"startLine\":%d", place->line);
        if (place->column)
            door_buf_format(out, ",\"startColumn\":%d", place->column);
        door_buf_char(out, '}');
    }
    door_buf_text(out, "}}]");
}

static void
write_result(struct door_buf *out, const struct door_problem *problem)
{
    struct door_buf text = { 0 };

    door_buf_text(&text, problem->message);
    if (problem->hint)
        door_buf_format(&text, "\n%s", problem->hint);
    door_buf_format(out, "{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":", problem->id,
            levels[problem->severity]);
    door_json_text(out, text.data);
    door_buf_char(out, '}');
    if (problem->place.file[0])
        write_location(out, &problem->place);
    door_buf_char(out, '}');
    door_buf_release(&text);
}

static void
write_sarif(struct door_buf *out, const struct door_problem *problems, size_t count)
{
    size_t i;

    door_buf_text(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
            "\"runs\":[\n{\"tool\":{\"driver\":{\"name\":\"frontdoor\",\"version\":\"" DOOR_VERSION "\",\"rules\":[");
    write_rules(out);
    door_buf_text(out, "]}},\n\"columnKind\":\"unicodeCodePoints\",\"results\":[");
    for (i = 0; i < count; i++) {
        door_buf_text(out, i ? ",\n" : "\n");
        write_result(out, &problems[i]);
    }
    door_buf_text(out, "]}]}\n");
}

void
door_problems_write(struct door_buf *out, struct door_diag *diag, enum door_problems_format format)
{
    size_t count;
    const struct door_problem *problems = door_diag_problems(diag, &count);

    switch (format) {
    case DOOR_PROBLEMS_TEXT:      /* door_diag_print writes it */
        break;
    case DOOR_PROBLEMS_JSON:
        write_json(out, problems, count);
        break;
    case DOOR_PROBLEMS_GITHUB:
        write_github(out, problems, count);
        break;
    case DOOR_PROBLEMS_SARIF:
        write_sarif(out, problems, count);
        break;
    }
}
