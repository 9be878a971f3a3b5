/*
 * schema - what may stand in a file, for editors' tools.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "commands/commands.h"
#include "commands/create.h"
#include "commands/kinds.h"
#include "commands/options.h"
#include "content/folder.h"
#include "model/schema.h"
#include "model/topic.h"
#include "publish/json_schema.h"
#include "publish/known.h"
#include "publish/plain_schema.h"
#include "publish/scaffold.h"
#include "publish/snippets.h"

static struct door_known
what_is_known(struct door_arena *arena, const char *offer)
{
    struct door_content content = { 0 };
    struct door_known known;

    /* Without an offer there are no ids to name, and all the rest is known. */
    if (door_file_exists(door_path_join(arena, offer, "content/offer.yaml"))) {
        struct door_diag *diag = door_diag_open();

        door_content_load(arena, offer, &content, 1, diag);
        door_arena_adopt(arena, &content.fronts);
        door_diag_close(diag);
    }
    door_known_gather(&known, arena, &content);
    return known;
}

static void
write_file(struct door_arena *arena, const char *folder, const char *name, struct door_buf *text)
{
    door_create_file(door_path_join(arena, folder, name), text->data, text->size, true);
    door_buf_clear(text);
}

/* What the i-th schema is called: those of all kinds, and that of plain.yaml, which is no record. NULL behind it. */
static const char *
schema_name(size_t i)
{
    const struct door_record *record = door_kind(i, true);

    return record ? record->name : i > 0 && door_kind(i - 1, true) ? DOOR_PLAIN_KIND : NULL;
}

static void
write_schema(struct door_buf *out, size_t i, const char *dialect, const struct door_known *known)
{
    const struct door_record *record = door_kind(i, true);

    if (record)
        door_json_schema_write(out, dialect, record, known);
    else
        door_plain_schema_write(out, dialect, known);
}

/* A file for each, or for the one that is named: <name>.schema.json. */
static void
write_files(struct door_arena *arena, const char *dialect, const struct door_known *known, const char *only,
        const char *folder)
{
    struct door_buf text = { 0 };
    const char *name;
    size_t i;

    for (i = 0; (name = schema_name(i)); i++) {
        if (only && strcmp(only, name) != 0)
            continue;
        write_schema(&text, i, dialect, known);
        write_file(arena, folder, door_arena_format(arena, "%s.schema.json", name), &text);
    }
    door_buf_release(&text);
}

/* All in one document, each under its name; or the one that is named. */
static void
print(const struct door_known *known, const char *only)
{
    struct door_buf text = { 0 };
    const char *name;
    size_t i;

    if (!only)
        door_buf_text(&text, "{\"$schema\": \"" DOOR_JSON_SCHEMA_2020 "\", \"$defs\": {\n");
    for (i = 0; (name = schema_name(i)); i++) {
        if (only && strcmp(only, name) != 0)
            continue;
        if (!only)
            door_buf_format(&text, "%s\"%s\": ", i ? ",\n" : "", name);
        write_schema(&text, i, DOOR_JSON_SCHEMA_2020, known);
    }
    if (!only)
        door_buf_text(&text, "}}\n");
    fputs(door_buf_string(&text), stdout);
    door_buf_release(&text);
}

/* The files that the i-th schema describes; NULL where the YAML extension would not look: into Markdown. */
static const char *
files_of(struct door_arena *arena, size_t i)
{
    const struct door_record *record = door_kind(i, true);

    if (i == 0)
        return "content/offer.yaml";
    if (!record)
        return "content/plain.yaml";
    if (record == &door_stage_record)
        return "content/stages.yaml";
    return strcmp(door_scaffold_ending(record), "yaml") == 0
            ? door_arena_format(arena, "content/%s/*.yaml", record->folder) : NULL;
}

/* Which files the YAML extension checks with which schema. */
static void
add_settings(struct door_buf *out, struct door_arena *arena)
{
    const char *name, *files;
    size_t i;

    door_buf_text(out, "{\n  \"yaml.schemas\": {\n");
    for (i = 0; (name = schema_name(i)); i++)
        if ((files = files_of(arena, i)))
            door_buf_format(out, "%s    \"./.vscode/frontdoor/%s.schema.json\": \"%s\"", i ? ",\n" : "", name, files);
    door_buf_text(out, "\n  },\n  \"yaml.yamlVersion\": \"1.2\",\n  \"[markdown]\": {\n"
            "    \"editor.quickSuggestions\": {\"other\": \"on\", \"comments\": \"off\", \"strings\": \"on\"},\n"
            "    \"editor.snippetSuggestions\": \"top\",\n    \"editor.wordBasedSuggestions\": \"off\"\n  }\n}\n");
}

/* Settings that somebody has made are theirs: what to put into them is told, not done. */
static int
set_up_editor(struct door_arena *arena, const struct door_options *options, const struct door_known *known)
{
    static const char extensions[] = "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n";
    const char *folder = door_path_join(arena, options->offer, ".vscode"), *settings, *old;
    struct door_buf text = { 0 };
    size_t size;

    if (!door_file_exists(door_path_join(arena, options->offer, "content/offer.yaml"))) {
        fprintf(stderr, "frontdoor schema: %s holds no offer; `frontdoor init DIR` begins one\n", options->offer);
        return 2;
    }
    write_files(arena, DOOR_JSON_SCHEMA_07, known, NULL, door_path_join(arena, folder, "frontdoor"));
    door_snippets_write(&text, known);
    write_file(arena, folder, "frontdoor.code-snippets", &text);
    door_create_file(door_path_join(arena, folder, "extensions.json"), extensions, sizeof extensions - 1, false);
    add_settings(&text, arena);
    settings = door_path_join(arena, folder, "settings.json");
    if (!door_create_file(settings, text.data, text.size, false)) {
        old = door_file_read(arena, settings, &size);
        if (!old || strcmp(old, text.data) != 0) {
            fprintf(stderr, ".vscode/settings.json is there already; put these lines into it:\n");
            fputs(text.data, stdout);
        }
    }
    door_buf_release(&text);
    return 0;
}

static int
write_schemas(struct door_arena *arena, const struct door_options *options, const char *only)
{
    struct door_known known = what_is_known(arena, options->offer);

    if (options->editor)
        return set_up_editor(arena, options, &known);
    if (options->output)
        write_files(arena, DOOR_JSON_SCHEMA_2020, &known, only, options->output);
    else
        print(&known, only);
    if (fflush(stdout) != 0)
        door_fail("standard output cannot be written");
    return 0;
}

/* `schema service`, `schema service OFFER`, `schema OFFER`: a word alone that names a folder is the offer. */
int
door_command_schema(const struct door_options *options)
{
    struct door_arena arena = { 0 };
    struct door_options own = *options;
    const struct door_record *record;
    const char *only = NULL;
    int status = 2;

    if (own.verb && strcmp(own.offer, ".") == 0
            && door_file_exists(door_path_join(&arena, own.verb, "content/offer.yaml"))) {
        own.offer = own.verb;
        own.verb = NULL;
    }
    if (own.verb && strcmp(own.verb, DOOR_PLAIN_KIND) == 0)
        only = DOOR_PLAIN_KIND;
    else if (own.verb && (record = door_kind_find(&arena, "schema", own.verb, true)))
        only = record->name;
    if (only || !own.verb)
        status = write_schemas(&arena, &own, only);
    door_arena_release(&arena);
    return status;
}
