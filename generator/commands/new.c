/*
 * new - a file for a new entry, written from the record's table.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "commands/commands.h"
#include "commands/create.h"
#include "commands/kinds.h"
#include "commands/options.h"
#include "content/folder.h"
#include "content/stray.h"
#include "model/offer.h"
#include "model/schema.h"
#include "model/topic.h"
#include "publish/known.h"
#include "publish/scaffold.h"

/* What is wrong with the offer is not this command's business. */
static void
read_offer(struct door_arena *arena, const char *offer, struct door_content *content, struct door_known *known)
{
    struct door_diag *diag = door_diag_open();

    door_content_load(arena, offer, content, 1, diag);
    door_arena_adopt(arena, &content->fronts);
    door_known_gather(known, arena, content);
    door_diag_close(diag);
}

static bool
has_id(struct door_ids ids, const char *id)
{
    size_t i;

    for (i = 0; i < ids.count; i++)
        if (strcmp(ids.items[i], id) == 0)
            return true;
    return false;
}

/* How far in the items of a list stand: the spaces in front of its first "- ". */
static int
depth_of_items(const char *text)
{
    const char *line;

    for (line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        size_t depth = strspn(line, " ");

        if (line[depth] == '-' && line[depth + 1] == ' ')
            return (int)depth;
    }
    return 0;
}

static void
add_indented(struct door_buf *out, const char *text, int depth)
{
    while (*text) {
        size_t size = strcspn(text, "\n");

        door_buf_format(out, "%*s%.*s\n", size ? depth : 0, "", (int)size, text);
        text += size + (text[size] == '\n');
    }
}

/* Is it something to which an item can be added at the end: nothing yet, or a list of lines that begin with "-"? */
static bool
takes_items(const struct door_content *content)
{
    const struct door_source *stages = door_content_find(content, "", "stages");
    const struct door_node *list = stages ? stages->front : NULL;

    return !stages || (list && (list->type == DOOR_NODE_LIST ? !list->flow : !list->children));
}

/* stages.yaml is a list in the order that families read it: a new one goes to its end. */
static void
add_stage(struct door_arena *arena, const char *path, const struct door_buf *text)
{
    struct door_buf all = { 0 };
    size_t size = 0;
    const char *old = door_file_read(arena, path, &size);

    if (!old && errno != ENOENT)
        door_fail_path(path, errno);
    if (old)
        door_buf_add(&all, old, size);
    if (size && old[size - 1] != '\n')
        door_buf_char(&all, '\n');
    add_indented(&all, text->data, old ? depth_of_items(old) : 0);
    door_create_file(path, all.data, all.size, true);
    door_buf_release(&all);
}

static bool
is_good_id(struct door_arena *arena, const char *id)
{
    const char *meant;

    if (door_text_is_id(id))
        return true;
    meant = door_text_is_clean(id, strlen(id), &(size_t){ 0 }) ? door_stray_suggest_id(arena, id) : "";
    if (*meant)
        fprintf(stderr, "frontdoor new: \"%s\" is not an id; write %s\n", id, meant);
    else
        fprintf(stderr, "frontdoor new: \"%s\" is not an id; write lower-case letters, digits and hyphens\n", id);
    return false;
}

static int
refuse(const struct door_record *record, const char *id, const char *why)
{
    fprintf(stderr, "frontdoor new: the %s \"%s\" %s\n", record->name, id, why);
    return 2;
}

static int
write_new(struct door_arena *arena, const struct door_options *options, const struct door_record *record)
{
    bool stage = record == &door_stage_record;
    const char *file = stage ? "content/stages.yaml"
            : door_arena_format(arena, "content/%s/%s.%s", record->folder, options->id, door_scaffold_ending(record));
    const char *path = door_path_join(arena, options->offer, file);
    struct door_content content = { 0 };
    struct door_known known;
    struct door_buf text = { 0 };
    bool written = true;

    read_offer(arena, options->offer, &content, &known);
    if (has_id(door_known_ids(&known, record), options->id))
        return refuse(record, options->id, "is there already");
    if (stage && !takes_items(&content))
        return refuse(record, options->id, "has no place yet: content/stages.yaml is no list whose items begin with "
                "\"- \"; mend it first");
    door_scaffold_write(&text, arena, record, options->id, &known);
    if (stage)
        add_stage(arena, path, &text);
    else
        written = door_create_file(path, text.data, text.size, false);
    door_buf_release(&text);
    if (!written)
        return refuse(record, options->id, "is there already");
    if (!options->quiet)
        fprintf(stderr, "%s: fill in its blanks, take out \"draft: yes\", then run `frontdoor check`\n", file);
    return 0;
}

int
door_command_new(const struct door_options *options)
{
    struct door_arena arena = { 0 };
    const struct door_record *record;
    int status = 2;

    if (!options->verb || !options->id) {
        fprintf(stderr, "frontdoor new: say what to write: frontdoor new service baby-massage\n");
        return 2;
    }
    record = door_kind_find(&arena, "new", options->verb, false);
    if (record && is_good_id(&arena, options->id)) {
        if (door_file_exists(door_path_join(&arena, options->offer, "content/offer.yaml")))
            status = write_new(&arena, options, record);
        else
            fprintf(stderr, "frontdoor new: %s holds no offer; `frontdoor init DIR` begins one\n", options->offer);
    }
    door_arena_release(&arena);
    return status;
}
