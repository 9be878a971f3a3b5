/*
 * Plain language: a list of words (up to a line "---") laid over a small one, then a text, judged as a field and as a
 * Markdown body. What is told reads as it should, and each word has a syllable.
 */
#include "fuzz.h"

#include "base/prose.h"
#include "base/yaml.h"
#include "content/markdown.h"
#include "model/pieces.h"
#include "plain/lexicon.h"
#include "plain/rules.h"

static const char small_list[] =
        "limits: {reading_age: 12, reading_words: 5, sentence_words: 6}\n"
        "words:\n  utilise, utilises: use\n  in order to: [to, so that]\n  SEND: extra needs\n"
        "style:\n  Red Book: red book\n  a.m: am\n"
        "mums: {words: [mums], with: [dads], say: parents}\n"
        "capitals: [NHS, \"A&E\"]\nbe: [is, was, isn't]\nbetween: [not]\nparticiples: [given]\nstates: [tired]\n"
        "syllables:\n  area, idea: 3\n";

static void
judge(struct door_rules *rules, const struct door_piece *piece)
{
    struct door_plain_entry *entry = &rules->entry;

    *entry = (struct door_plain_entry){ 0 };
    door_plain_text_read(&rules->text, piece, rules->lexicon);
    door_rules_judge(rules, 1, false);
    assert(entry->ease.words == rules->text.count);
    assert(entry->ease.sentences <= entry->ease.words && entry->ease.syllables >= entry->ease.words);
    assert(!entry->ease.words == !entry->ease.sentences);
}

static void
judge_leaves(struct door_rules *rules, const struct door_prose *prose)
{
    const struct door_prose *child;

    for (child = prose->children; child; child = child->next) {
        struct door_piece piece = { .context = "pages/x#body", .leaf = child, .place = door_prose_place(child, "x.md") };

        if (child->type == DOOR_PROSE_HEADING || child->type == DOOR_PROSE_PARAGRAPH)
            judge(rules, &piece);
        else
            judge_leaves(rules, child);
    }
}

static void
load(struct door_lexicon *lexicon, struct door_arena *arena, const char *bytes, size_t size, struct door_diag *diag)
{
    const struct door_node *root = door_yaml_parse(arena, "content/plain.yaml", bytes, size, 0, diag);

    if (root)
        door_lexicon_load(lexicon, root, diag);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = fuzz_file(data, size), *text = strstr(bytes, "\n---\n");
    size_t bad, list_size = text ? (size_t)(text - bytes) : 0;
    struct door_arena arena = { 0 };
    struct door_diag *diag = door_diag_open();
    struct door_lexicon lexicon = { .arena = &arena };
    struct door_rules rules = { .lexicon = &lexicon, .arena = &arena, .diag = diag, .sight.root = "/nowhere" };

    text = text ? text + 5 : bytes;
    if (door_text_is_clean((const char *)data, size, &bad) && !door_clean_find(bytes, size, &bad)) {
        struct door_prose *body = door_markdown_parse(&arena, (struct door_place){ "content/pages/x.md", 5, 1 }, text,
                strlen(text), diag);
        struct door_piece field = { .context = "pages/x#summary", .text = door_text_fold_space(&arena, text) };

        load(&lexicon, &arena, small_list, sizeof small_list - 1, diag);
        load(&lexicon, &arena, bytes, list_size, diag);
        judge(&rules, &field);
        if (body)
            judge_leaves(&rules, body);
        fuzz_check_problems(diag, 0);
    }
    door_plain_text_release(&rules.text);
    door_sight_release(&rules.sight);
    door_diag_close(diag);
    door_arena_release(&arena);
    free(bytes);
    return 0;
}
