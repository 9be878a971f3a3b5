#include "plain/rules.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "plain/lexicon.h"
#include "plain/phone.h"

/* A sentence as far as it is read. */
struct sentence {
    size_t first;               /* its first token */
    struct door_ease ease;
    size_t be;                  /* the token of a form of "be" that waits for a participle, and 1; 0: none */
    bool passive;               /* told already */
    const struct door_token *mum;
    bool others;
};

void
door_rules_tell(struct door_rules *rules, struct door_place place, const char *id, const char *hint,
        const char *format, ...)
{
    const char *message;
    va_list arguments;

    if (!rules->diag || door_lexicon_is_silent(rules->lexicon, id, rules->name))
        return;
    va_start(arguments, format);
    message = door_arena_format_list(rules->arena, format, arguments);
    va_end(arguments);
    if (rules->errors)
        door_diag_error(rules->diag, place, id, hint, "%s", message);
    else
        door_diag_warn(rules->diag, place, id, hint, "%s", message);
}

struct door_place
door_rules_place(struct door_rules *rules, const struct door_token *token)
{
    const struct door_stretch *stretch = door_plain_text_stretch(&rules->text, token->start);
    struct door_span word = { door_token_bytes(&rules->text, token), token->size };

    return door_sight_find(&rules->sight, stretch->place, rules->text.bytes.data + stretch->start, word);
}

/* The words from one token to another, as they stand in the text. */
static struct door_span
span_of(const struct door_rules *rules, const struct door_token *first, const struct door_token *last)
{
    return (struct door_span){ door_token_bytes(&rules->text, first), last->start + last->size - first->start };
}

/* --- short forms --- */

/* "GP", "GPs", "GP's": capitals, two or more. The size without the ending, or 0. */
static size_t
capitals_size(const char *word, size_t size)
{
    size_t i, capitals = 0;

    if (size < 2 || !isupper((unsigned char)word[0]) || islower((unsigned char)word[1]))
        return 0;
    if (size > 2 && word[size - 1] == 's')
        size -= word[size - 2] == '\'' ? 2 : (size > 4 && strncmp(word + size - 4, "\xE2\x80\x99", 3) == 0) ? 4 : 1;
    for (i = 0; i < size; i++) {
        if (!isupper((unsigned char)word[i]) && word[i] != '&' && word[i] != '.' && word[i] != '/')
            return 0;
        capitals += isupper((unsigned char)word[i]) != 0;
    }
    return capitals >= 2 ? size : 0;
}

static bool
is_explained(const struct door_rules *rules, const char *word, size_t size)
{
    size_t i;

    for (i = 0; i < rules->entry.explained_count; i++)
        if (strlen(rules->entry.explained[i]) == size && memcmp(rules->entry.explained[i], word, size) == 0)
            return true;
    return false;
}

/* "special educational needs and disabilities (SEND)": from here on families know what it means. */
static bool
explains(struct door_rules *rules, const struct door_token *token)
{
    const char *bytes = rules->text.bytes.data, *word = bytes + token->start;

    if (token->begins || bytes[token->start - 1] != '(' || word[token->size] != ')'
            || !capitals_size(word, token->size))
        return false;
    if (rules->entry.explained_count < DOOR_EXPLAINED && !is_explained(rules, word, token->size))
        rules->entry.explained[rules->entry.explained_count++] = door_arena_copy(rules->arena, word, token->size);
    return true;
}

static bool
is_known_capitals(struct door_rules *rules, const struct door_token *token, size_t size)
{
    const char *word = door_token_bytes(&rules->text, token);
    char lower[32];
    const struct door_lexeme *known = token->known;

    if (size != token->size && size < sizeof lower) {       /* "GPs" */
        memcpy(lower, door_token_lower(&rules->text, token), size);
        lower[size] = '\0';
        known = door_lexicon_find(rules->lexicon, lower);
    }
    return (known && known->marks & DOOR_MARK_CAPITALS) || is_explained(rules, word, size);
}

static bool
is_shouted(struct door_rules *rules, const struct door_token *token)
{
    size_t size = capitals_size(door_token_bytes(&rules->text, token), token->size);

    return size && !is_known_capitals(rules, token, size);
}

/* Tell of capitals, once for words that follow one another. Returns the last of them. */
static size_t
tell_capitals(struct door_rules *rules, size_t i)
{
    const struct door_token *tokens = rules->text.tokens;
    struct door_span words;
    size_t last = i, next;

    for (next = i + 1; next < rules->text.count && !tokens[next - 1].ends; next++) {
        if (is_shouted(rules, &tokens[next]))
            last = next;
        else if (tokens[next].size > 1 || !isupper((unsigned char)*door_token_bytes(&rules->text, &tokens[next])))
            break;
    }
    words = span_of(rules, &tokens[i], &tokens[last]);
    door_rules_tell(rules, door_rules_place(rules, &tokens[i]), "plain-capitals",
            "Write small letters. Give a short form its words first: \"special educational needs (SEN)\"; one that "
            "everybody knows goes under allow: in content/plain.yaml.",
            "\"%.*s\" is in capitals", (int)words.size, words.start);
    return last;
}

/* --- hard words --- */

/* Byte for byte the same, but for the kind of apostrophe. */
static bool
is_same_form(const char *word, size_t size, const char *wanted)
{
    const char *end = word + size;

    for (; word < end && *wanted; wanted++) {
        if (*wanted == '\'' && strncmp(word, "\xE2\x80\x99", 3) == 0)
            word += 3;
        else if (*word++ != *wanted)
            return false;
    }
    return word == end && !*wanted;
}

/* Does this word of a phrase stand here? A capital that only begins a sentence says nothing of how it is written. */
static bool
is_word(const struct door_rules *rules, const struct door_saying *saying, size_t word, const struct door_token *token)
{
    const char *wanted = saying->words[word];

    if (!saying->cased)
        return strcmp(door_token_lower(&rules->text, token), wanted) == 0;
    if (!is_same_form(door_token_bytes(&rules->text, token), token->size, wanted))
        return false;
    return !(token->begins && saying->count == 1 && !islower((unsigned char)wanted[0])
            && strspn(wanted + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 0);
}

/* Are two words parted by nothing but spaces? */
static bool
is_beside(const struct door_rules *rules, const struct door_token *left, const struct door_token *right)
{
    const char *p = door_token_bytes(&rules->text, left) + left->size, *end = door_token_bytes(&rules->text, right);

    while (p < end && *p == ' ')
        p++;
    return p == end;
}

static bool
stands(const struct door_rules *rules, const struct door_saying *saying, size_t i)
{
    const struct door_token *tokens = rules->text.tokens;
    size_t word;

    if (i + saying->count > rules->text.count)
        return false;
    for (word = 0; word < saying->count; word++)
        if (!is_word(rules, saying, word, &tokens[i + word])
                || (word && !is_beside(rules, &tokens[i + word - 1], &tokens[i + word])))
            return false;
    return true;
}

/* Tell of the hard word or phrase that begins here. Returns how many words were dealt with. */
static size_t
tell_saying(struct door_rules *rules, size_t i)
{
    const struct door_token *tokens = rules->text.tokens;
    const struct door_saying *saying;
    struct door_span words;

    for (saying = tokens[i].known->sayings; saying && !stands(rules, saying, i); saying = saying->next)
        ;
    if (!saying)
        return 0;
    words = span_of(rules, &tokens[i], &tokens[i + saying->count - 1]);
    if (saying->advice->allowed || (saying->count == 1 && is_explained(rules, words.start, words.size)))
        return saying->count;
    if (saying->advice->style)
        door_rules_tell(rules, door_rules_place(rules, &tokens[i]), "plain-style", saying->advice->hint,
                "\"%.*s\" is not the style of the NHS and GOV.UK", (int)words.size, words.start);
    else
        door_rules_tell(rules, door_rules_place(rules, &tokens[i]), "plain-word", saying->advice->hint,
                "\"%.*s\" is a hard word", (int)words.size, words.start);
    return saying->count;
}

/* --- ways to write --- */

/* "9-11am", "2-4" (and with a long dash): the NHS and GOV.UK write "to". */
static void
tell_range(struct door_rules *rules, const struct door_token *token)
{
    const char *word = door_token_bytes(&rules->text, token);
    size_t left = strspn(word, "0123456789:."), dash, right, end;

    if (!left || left > 5 || left >= token->size)
        return;
    dash = word[left] == '-' ? 1 : strncmp(word + left, "\xE2\x80\x93", 3) == 0 ? 3 : 0;
    right = dash ? strspn(word + left + dash, "0123456789:.") : 0;
    end = left + dash + right;
    if (!right || right > 5 || (left == right && memcmp(word, word + left + dash, left) == 0))
        return;
    if (end != token->size && (token->size - end != 2 || word[token->size - 1] != 'm'))
        return;
    door_rules_tell(rules, door_rules_place(rules, token), "plain-style",
            door_arena_format(rules->arena, "Write \"%.*s to %.*s\".", (int)left, word,
                    (int)(token->size - left - dash), word + left + dash),
            "\"%.*s\" is not the style of the NHS and GOV.UK", (int)token->size, word);
}

/* Tell of an "&" between this word and the next one. */
static void
tell_ampersand(struct door_rules *rules, const struct door_token *token)
{
    const struct door_token *end = rules->text.tokens + rules->text.count;
    size_t from = token->start + token->size, to = token + 1 < end ? token[1].start : rules->text.bytes.size;
    const char *found = to - from > 1 ? memchr(rules->text.bytes.data + from, '&', to - from) : NULL;

    if (!found)
        return;
    door_rules_tell(rules, door_rules_place(rules, &(struct door_token){
            .start = (uint32_t)(found - rules->text.bytes.data), .size = 1 }), "plain-style", "Write \"and\".",
            "\"&\" is not the style of the NHS and GOV.UK");
}

/* The words of a link: an address is none, and a number is written in groups. */
static void
tell_link(struct door_rules *rules, const struct door_stretch *stretch)
{
    const char *words = rules->text.bytes.data + stretch->start;
    const struct door_token first = { .start = (uint32_t)stretch->start, .size = 1 };

    if (door_text_starts(stretch->url, "tel:") || door_text_starts(stretch->url, "sms:")) {
        struct door_span number = door_phone_find(words);

        if (number.size)
            door_phone_tell(rules, number, door_rules_place(rules, &first));
    } else if (door_text_starts(words, "http") || door_text_starts(words, "www.")) {
        door_rules_tell(rules, door_rules_place(rules, &first), "plain-link",
                "Name what it opens: [Healthier Together](https://...).", "the words of this link are its address");
    }
}

/* --- sentences --- */

static bool
has_participle_ending(const char *word, size_t size)
{
    return size > 3 && strcmp(word + size - 2, "ed") == 0 && word[size - 3] != 'e' && strncmp(word, "un", 2) != 0
            && !strchr(word, '-');
}

/* "is carried out", "will not be asked": a form of "be", perhaps an adverb, a participle. */
static void
follow_passive(struct door_rules *rules, struct sentence *sentence, size_t i)
{
    const struct door_token *token = &rules->text.tokens[i];
    const char *word;
    unsigned marks = token->known->marks;
    size_t size;
    struct door_span words;

    if (marks & DOOR_MARK_BE) {
        if (!sentence->be || !(rules->text.tokens[i - 1].known->marks & DOOR_MARK_BE))
            sentence->be = i + 1;       /* "is being" begins with "is" */
        return;
    }
    if (!sentence->be || marks & DOOR_MARK_BETWEEN)
        return;
    word = door_token_lower(&rules->text, token);
    size = strlen(word);
    if (size > 4 && strcmp(word + size - 2, "ly") == 0)
        return;
    if (!sentence->passive && !(marks & DOOR_MARK_STATE) && is_beside(rules, token - 1, token)
            && (marks & DOOR_MARK_PARTICIPLE || has_participle_ending(word, size))) {
        sentence->passive = true;
        words = span_of(rules, &rules->text.tokens[sentence->be - 1], token);
        door_rules_tell(rules, door_rules_place(rules, &rules->text.tokens[sentence->be - 1]), "plain-passive",
                "Say who does it: \"we weigh your baby\", not \"your baby is weighed\".",
                "\"%.*s\" does not say who does it", (int)words.size, words.start);
    }
    sentence->be = 0;
}

static void
finish_sentence(struct door_rules *rules, struct sentence *sentence, size_t piece, bool is_label)
{
    const struct door_token *first = &rules->text.tokens[sentence->first];
    const struct door_token *third = first + (sentence->ease.words > 3 ? 3 : sentence->ease.words - 1);
    struct door_span start = span_of(rules, first, third);
    double age;

    sentence->ease.sentences = 1;
    if (sentence->ease.words > (size_t)rules->lexicon->sentence_words)
        door_rules_tell(rules, door_rules_place(rules, first), "plain-sentence",
                door_arena_format(rules->arena, "Make two of it: %d words are the most that read well.",
                        rules->lexicon->sentence_words),
                "the sentence that begins \"%.*s\" has %zu words", (int)start.size, start.start,
                sentence->ease.words);
    if (sentence->mum && !sentence->others && !rules->alt)
        door_rules_tell(rules, door_rules_place(rules, sentence->mum), "plain-mums", rules->lexicon->mums_hint,
                "\"%.*s\" leaves out dads and others who bring up a child", (int)sentence->mum->size,
                door_token_bytes(&rules->text, sentence->mum));
    if (is_label)
        return;
    age = door_ease_age(&sentence->ease);
    if (age > rules->entry.hardest && sentence->ease.words > 5) {
        rules->entry.hardest = age;
        rules->entry.hardest_piece = piece;
        rules->entry.hardest_token = sentence->first;
    }
    door_ease_add(&rules->entry.ease, &sentence->ease);
}

static int
syllables_of(const struct door_rules *rules, const struct door_token *token)
{
    const char *bytes = door_token_bytes(&rules->text, token);

    if (memchr(bytes, '.', token->size) || capitals_size(bytes, token->size))
        return 1;       /* Flesch: figures and short forms count as one */
    return token->known->syllables;
}

static void
follow(struct door_rules *rules, struct sentence *sentence, size_t i)
{
    const struct door_token *token = &rules->text.tokens[i];

    sentence->ease.words++;
    sentence->ease.syllables += (size_t)syllables_of(rules, token);
    follow_passive(rules, sentence, i);
    if (token->known->marks & DOOR_MARK_MUM && !sentence->mum)
        sentence->mum = token;
    if (token->known->marks & DOOR_MARK_OTHERS)
        sentence->others = true;
}

/* What is to be said of the i-th word. Those before `told` have been dealt with; returns the same for the next. */
static size_t
judge_word(struct door_rules *rules, size_t i, size_t told)
{
    const struct door_token *token = &rules->text.tokens[i];

    if (i >= told && !explains(rules, token)) {
        if (token->known->sayings)
            told = i + tell_saying(rules, i);
        if (i >= told && is_shouted(rules, token))
            told = tell_capitals(rules, i) + 1;
    }
    if (isdigit((unsigned char)*door_token_bytes(&rules->text, token)))
        tell_range(rules, token);
    tell_ampersand(rules, token);
    return told;
}

void
door_rules_judge(struct door_rules *rules, size_t piece, bool is_label)
{
    const struct door_plain_text *text = &rules->text;
    struct sentence sentence = { 0 };
    size_t i, told = 0;

    for (i = 0; i < text->count; i++) {
        const struct door_token *token = &text->tokens[i];

        if (token->begins)
            sentence = (struct sentence){ .first = i };
        follow(rules, &sentence, i);
        if (rules->diag)
            told = judge_word(rules, i, told);
        if (token->ends)
            finish_sentence(rules, &sentence, piece, is_label);
    }
    for (i = 0; rules->diag && i < text->stretch_count; i++)
        if (text->stretches[i].url)
            tell_link(rules, &text->stretches[i]);
}
