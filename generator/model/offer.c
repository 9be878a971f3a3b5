#include "model/offer.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/folder.h"
#include "model/audience.h"
#include "model/check.h"
#include "model/former.h"
#include "model/holidays.h"
#include "model/load.h"
#include "model/notice.h"
#include "model/organisation.h"
#include "model/page.h"
#include "model/publication.h"
#include "model/prose_fact.h"
#include "model/question.h"
#include "model/sample.h"
#include "model/sensitive.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"

/* Every type of entry, and where the offer keeps its list. Stages come from one file, the others from a folder each. */
static const struct {
    const struct door_record *record;
    size_t offset;
} types[] = {
    { &door_stage_record, offsetof(struct door_offer, stages) },
    { &door_topic_record, offsetof(struct door_offer, topics) },
    { &door_service_record, offsetof(struct door_offer, services) },
    { &door_venue_record, offsetof(struct door_offer, places) },
    { &door_organisation_record, offsetof(struct door_offer, organisations) },
    { &door_question_record, offsetof(struct door_offer, questions) },
    { &door_notice_record, offsetof(struct door_offer, notices) },
    { &door_page_record, offsetof(struct door_offer, pages) },
    { &door_publication_record, offsetof(struct door_offer, prints) },
};

/* Folders and files of content/ that other parts of the program read, or will. */
static const char *const other_folders[] = { "media", "files" };
static const char *const root_files[] = { "offer", "stages", "plain" };

struct builder {
    struct door_check check;
    bool drafts;
    struct door_left_out *left_out;     /* of the offer's list, while it grows */
    size_t left_out_capacity;
};

const struct door_record *
door_offer_type(size_t i)
{
    return i < DOOR_COUNT(types) ? types[i].record : NULL;
}

const struct door_record *
door_offer_type_named(const char *name, size_t size)
{
    const struct door_record *record;
    size_t i;

    for (i = 0; (record = door_offer_type(i)); i++)
        if (strlen(record->name) == size && memcmp(record->name, name, size) == 0)
            return record;
    record = &door_audience_record;
    return strlen(record->name) == size && memcmp(record->name, name, size) == 0 ? record : NULL;
}

const struct door_list *
door_offer_list(const struct door_offer *offer, const struct door_record *record)
{
    size_t i;

    for (i = 0; i < DOOR_COUNT(types); i++)
        if (types[i].record == record)
            return (const struct door_list *)((const char *)offer + types[i].offset);
    assert(record == &door_audience_record);
    return &offer->groups;
}

const struct door_entry *
door_offer_find(const struct door_offer *offer, const char *type, const char *id)
{
    char key[160];
    size_t type_size = strlen(type), id_size = strlen(id);

    if (type_size + id_size + 2 > sizeof key)
        return NULL;
    memcpy(key, type, type_size);
    key[type_size] = ':';
    memcpy(key + type_size + 1, id, id_size + 1);
    return door_map_find(&offer->index, key);
}

/* Is it a draft that this build leaves out? Then nothing else in it matters: it may be half written. */
static bool
is_left_out(const struct builder *builder, const struct door_node *front)
{
    const struct door_node *draft = door_node_find(front, "draft");

    return !builder->drafts && draft && draft->text && door_text_same(draft->text, "yes");
}

static bool
take_id(struct builder *builder, const struct door_record *record, const char *id, struct door_place place,
        struct door_map *map, const void *value)
{
    struct door_arena *arena = builder->check.arena;
    const char *key = door_arena_format(arena, "%s:%s", record->name, id);

    if (door_map_find(&builder->check.offer->index, key)) {
        door_diag_error(builder->check.diag, place, "id-twice", "Give one of them another id.",
                "two of the %ss have the id \"%s\"", record->name, id);
        return false;
    }
    door_map_put(map, arena, key, value);
    return true;
}

static void
note_left_out(struct builder *builder, const struct door_record *record, const char *id, const struct door_node *front)
{
    struct door_list *list = &builder->check.offer->left_out;

    builder->left_out = door_arena_grow(builder->check.arena, builder->left_out, list->count,
            &builder->left_out_capacity, sizeof *builder->left_out);
    builder->left_out[list->count++] = (struct door_left_out){ record, id, front };
    list->items = builder->left_out;
}

/* Load one entry and index it; NULL if it is a draft that is left out, or has an id that is taken. */
static struct door_entry *
load_entry(struct builder *builder, const struct door_record *record, const char *id, struct door_place place,
        const struct door_node *front, struct door_prose *body)
{
    struct door_check *check = &builder->check;
    struct door_offer *offer = check->offer;
    struct door_entry *entry;

    if (is_left_out(builder, front)) {
        if (take_id(builder, record, id, place, &offer->drafts, front))
            note_left_out(builder, record, id, front);
        return NULL;
    }
    entry = door_arena_alloc(check->arena, record->size);
    if (!take_id(builder, record, id, place, &offer->index, entry))
        return NULL;
    *entry = (struct door_entry){
        .record = record, .id = id, .place = place, .source = front,
        .path = record->has_page ? door_arena_format(check->arena, "%s/%s/", record->folder, id) : NULL,
        .first_piece = (uint32_t)offer->pieces.count,
    };
    check->entry = entry;
    check->context = door_arena_format(check->arena, "%s/%s#", record->folder, id);
    door_load_record(check, record, entry, front);
    if (body)
        door_load_body(check, record, entry, body);
    entry->piece_end = (uint32_t)offer->pieces.count;
    return entry;
}

static void
load_folder(struct builder *builder, const struct door_record *record, struct door_list *list)
{
    size_t count, i;
    const struct door_source *sources = door_content_folder(builder->check.content, record->folder, &count);
    const struct door_entry **entries = door_arena_array(builder->check.arena, count, sizeof *entries);

    *list = (struct door_list){ entries, 0 };
    for (i = 0; i < count; i++) {
        struct door_place place = { sources[i].file, 1, 1 };
        struct door_entry *entry;

        if (!sources[i].front) {
            take_id(builder, record, sources[i].id, place, &builder->check.offer->unread, &sources[i]);
            continue;
        }
        entry = load_entry(builder, record, sources[i].id, place, sources[i].front, sources[i].body);
        if (entry) {
            entry->number = (uint32_t)list->count;
            entries[list->count++] = entry;
        }
    }
}

/* A stage's id must be known before it is loaded: its pieces carry it. */
static const char *
stage_id(struct door_check *check, const struct door_node *node)
{
    const struct door_node *id = door_node_find(node, "id");

    if (id && id->text && door_text_is_id(id->text))
        return id->text;
    if (node->type != DOOR_NODE_MAP || !id)
        door_check_error(check, node, NULL, "field-missing",
                "Each stage is a map with an id, a name and ages: {id: pregnancy, ...}.", "this stage has no \"id\"");
    else
        door_check_error(check, node, "id", "id-form", "Write lower-case letters, digits and hyphens: early-years.",
                "\"%s\" is not an id", id->text ? id->text : "a list");
    return NULL;
}

static void
load_stages(struct builder *builder, struct door_list *list)
{
    const struct door_source *source = door_content_find(builder->check.content, "", "stages");
    const struct door_entry **entries;
    const struct door_node *node;
    size_t count = 0;

    if (!source || !source->front)
        return;
    if (source->front->type != DOOR_NODE_LIST) {
        if (source->front->children)
            door_check_error(&builder->check, source->front, NULL, "field-type",
                    "Begin each stage with a \"-\", its fields indented below.", "stages.yaml is a list of stages");
        return;
    }
    for (node = source->front->children; node; node = node->next)
        count++;
    entries = door_arena_array(builder->check.arena, count, sizeof *entries);
    *list = (struct door_list){ entries, 0 };
    for (node = source->front->children; node; node = node->next) {
        const char *id = stage_id(&builder->check, node);
        struct door_entry *entry = id ? load_entry(builder, &door_stage_record, id, node->place, node, NULL) : NULL;

        if (entry) {
            entry->number = (uint32_t)list->count;
            entries[list->count++] = entry;
        }
    }
}

/* "online" is a place that every offer has. It has no file and no page, and stands in no list. */
static void
add_online(struct builder *builder)
{
    static const char text[] = "name: Online\nkind: online\n";
    struct door_check *check = &builder->check;
    const struct door_node *front;
    struct door_entry *entry;

    if (door_offer_find(check->offer, door_venue_record.name, "online"))
        return;
    front = door_yaml_parse(check->arena, "", text, sizeof text - 1, 0, check->diag);
    entry = load_entry(builder, &door_venue_record, "online", (struct door_place){ "", 0, 0 }, front, NULL);
    if (entry)
        entry->path = NULL;
}

/* Nobody writes a file of them: they are there because services name them. */
static void
add_audiences(struct door_check *check)
{
    struct door_offer *offer = check->offer;
    size_t i;

    offer->groups = door_audiences_of(check->arena, offer);
    for (i = 0; i < offer->groups.count; i++) {
        const struct door_entry *entry = ((const struct door_entry *const *)offer->groups.items)[i];

        door_map_put(&offer->index, check->arena,
                door_arena_format(check->arena, "%s:%s", entry->record->name, entry->id), entry);
    }
}

static bool
is_one_of(const char *name, const char *const *names, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool
is_type_folder(const char *folder)
{
    size_t i;

    for (i = 0; i < DOOR_COUNT(types); i++)
        if (types[i].record != &door_stage_record && strcmp(types[i].record->folder, folder) == 0)
            return true;
    return false;
}

/* One slip in the name of a folder, "service" or "Services", would leave out all that is in it. */
static void
tell_unknown_folder(struct door_check *check, const struct door_source *source)
{
    const char *names[DOOR_COUNT(types)], *meant;
    struct door_place place = { source->file, 0, 0 };
    size_t i;

    for (i = 0; i < DOOR_COUNT(types); i++)
        names[i] = types[i].record == &door_stage_record ? "" : types[i].record->folder;
    meant = door_text_nearest(source->folder, names, DOOR_COUNT(names));
    if (meant)
        door_diag_error(check->diag, place, "folder-unknown",
                door_arena_format(check->arena, "Move its files into content/%s/.", meant),
                "nothing reads the folder content/%s/", source->folder);
    else
        door_diag_warn(check->diag, place, "folder-unknown", NULL, "nothing reads the folder content/%s/",
                source->folder);
}

/* Say once for each folder, at its first file, that nothing reads it. */
static void
survey_folder(struct door_check *check, const struct door_source *source)
{
    if (is_type_folder(source->folder) || is_one_of(source->folder, other_folders, DOOR_COUNT(other_folders)))
        return;
    tell_unknown_folder(check, source);
}

static void
tell_unknown_file(struct door_check *check, const struct door_source *source)
{
    const char *meant = door_text_nearest(source->id, root_files, DOOR_COUNT(root_files));
    struct door_place place = { source->file, 0, 0 };

    if (meant)
        door_diag_error(check->diag, place, "file-unknown",
                door_text_did_you_mean(check->arena, source->id, root_files, DOOR_COUNT(root_files)),
                "nothing reads the file %s", source->file);
    else
        door_diag_warn(check->diag, place, "file-unknown", NULL, "nothing reads the file %s", source->file);
}

static void
survey(struct door_check *check)
{
    const struct door_source *sources = check->content->sources;
    size_t i;

    for (i = 0; i < check->content->source_count; i++) {
        if (sources[i].folder[0]) {
            if (i == 0 || strcmp(sources[i].folder, sources[i - 1].folder) != 0)
                survey_folder(check, &sources[i]);
        } else if (!is_one_of(sources[i].id, root_files, DOOR_COUNT(root_files))) {
            tell_unknown_file(check, &sources[i]);
        }
    }
}

static void
load_offer(struct door_check *check, const struct door_source *source)
{
    struct door_offer *offer = check->offer;
    const struct door_node *url = door_node_find(source->front, "url");

    offer->entry = (struct door_entry){
        .record = &door_offer_record, .id = "offer", .place = { source->file, 1, 1 }, .source = source->front,
    };
    check->entry = &offer->entry;
    check->context = "offer#";
    /* Without an address nobody can say, and a second error at each phone number would hide the one that counts. */
    check->sample = !url || !url->text || door_address_is_sample(url->text);
    door_load_record(check, &door_offer_record, offer, source->front);
    if (offer->holidays)
        door_holidays_load(check, offer->holidays, &offer->bank_holidays);
    offer->entry.first_piece = 1;
    offer->entry.piece_end = (uint32_t)offer->pieces.count;
}

const struct door_offer *
door_offer_build(struct door_arena *arena, const struct door_content *content, bool drafts, struct door_diag *diag)
{
    const struct door_source *source = door_content_find(content, "", "offer");
    struct door_offer *offer = door_arena_alloc(arena, sizeof *offer);
    struct builder builder = {
        .check = { .arena = arena, .diag = diag, .content = content, .offer = offer }, .drafts = drafts,
    };
    size_t errors = door_diag_errors(diag), i;

    offer->previews = drafts;
    if (!source || !source->front)
        return NULL;        /* content/folder.c has said so */
    load_offer(&builder.check, source);
    if (source->front->type != DOOR_NODE_MAP)
        return NULL;        /* without terms, audiences and languages the entries would only be misjudged */
    load_stages(&builder, &offer->stages);
    for (i = 0; i < DOOR_COUNT(types); i++)
        if (types[i].record != &door_stage_record)
            load_folder(&builder, types[i].record, (struct door_list *)((char *)offer + types[i].offset));
    add_online(&builder);
    add_audiences(&builder.check);
    survey(&builder.check);
    door_prose_fact_warn(&offer->pieces, diag);
    door_sample_check(offer, diag);
    door_check_finish(&builder.check);
    door_sensitive_mark(offer);
    if (door_diag_errors(diag) == errors)
        offer->formers = door_formers_of(arena, offer);
    return door_diag_errors(diag) == errors ? offer : NULL;
}
