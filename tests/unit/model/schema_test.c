#include "model_test.h"

#include "base/map.h"
#include "base/text.h"
#include "model/offer.h"
#include "model/schema.h"
#include "model/service.h"
#include "model/topic.h"
#include "model/venue.h"

static void
rows_are_found_by_name_and_number_the_base_s_first(void **state)
{
    const struct door_field *was = door_record_find(&door_service_record, "was");

    (void)state;
    assert_non_null(was);
    assert_ptr_equal(door_record_field(&door_service_record, 0), was);
    assert_string_equal(door_record_field(&door_service_record, door_entry_record.field_count)->name, "name");
    assert_null(door_record_find(&door_service_record, "nmae"));
    assert_null(door_record_field(&door_service_record,
            door_entry_record.field_count + door_service_record.field_count));
}

static void
words_are_found_whatever_their_case_and_spaces(void **state)
{
    (void)state;
    assert_int_equal(door_enumeration_find(&door_on_request_words, "on request"), 2);
    assert_int_equal(door_enumeration_find(&door_on_request_words, "On-Request"), 2);
    assert_int_equal(door_enumeration_find(&door_venue_kind_words, "Family hub"), DOOR_VENUE_FAMILY_HUB);
    assert_int_equal(door_enumeration_find(&door_venue_kind_words, "family"), 0);
    assert_int_equal(door_enumeration_find(&door_venue_kind_words, "libraryx"), 0);
    assert_int_equal(door_enumeration_find(&door_venue_kind_words, ""), 0);
}

/* Each enumeration that the C code names in an enum has as many words, in the enum's order. */
static void
enumerations_agree_with_their_enums(void **state)
{
    static const struct {
        const struct door_record *record;
        const char *field, *word;
        int number;
        size_t count;
    } cases[] = {
        { &door_service_record, "how_to_get", "automatic", DOOR_HOW_AUTOMATIC, 6 },
        { &door_service_record, "level", "specialist", DOOR_LEVEL_SPECIALIST, 3 },
        { &door_status_record, "is", "ended", DOOR_SERVICE_ENDED, 5 },
        { &door_session_record, "when", "all year", DOOR_WHEN_ALL_YEAR, 2 },
        { &door_session_record, "when", "term time", DOOR_WHEN_TERM_TIME, 2 },
        { &door_venue_record, "kind", "mobile", DOOR_VENUE_MOBILE, 10 },
        { &door_venue_record, "kind", "surgery", DOOR_VENUE_SURGERY, 10 },
        { &door_offer_record, "stale_translations", "source", DOOR_STALE_SOURCE, 2 },
        { &door_offer_record, "plain", "error", DOOR_STRICTNESS_ERROR, 3 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct door_field *field = door_record_find(cases[i].record, cases[i].field);

        assert_int_equal(door_enumeration_find(field->words, cases[i].word), cases[i].number);
        assert_int_equal(field->words->count, cases[i].count);
    }
}

static void
check_row(const struct door_record *record, const struct door_field *field, size_t i)
{
    size_t size = field->flags & DOOR_LIST || field->kind == DOOR_KIND_OPENING ? sizeof(struct door_list)
            : door_field_item_size(field);
    size_t j;

    assert_true(field->name && *field->name);
    if (!field->help || !door_text_ends(field->help, "."))
        print_error("%s.%s: a help text is one sentence\n", record->name, field->name);
    assert_non_null(field->help);
    assert_true(door_text_ends(field->help, "."));
    assert_true(field->offset + size <= record->size);
    assert_int_equal(field->kind == DOOR_KIND_WORD, field->words != NULL);
    if (field->kind == DOOR_KIND_RECORD || field->kind == DOOR_KIND_OPENING)
        assert_non_null(field->record);
    for (j = 0; j < i; j++)
        assert_string_not_equal(door_record_field(record, j)->name, field->name);
}

static void
check_record(const struct door_record *record, int depth)
{
    const struct door_field *field;
    size_t i;

    assert_true(depth < 8);
    for (i = 0; (field = door_record_field(record, i)); i++) {
        check_row(record, field, i);
        if (field->kind == DOOR_KIND_RECORD)
            check_record(field->record, depth + 1);
    }
    assert_true(i <= 64);
}

static void
every_row_of_every_table_is_whole(void **state)
{
    const struct door_record *record;
    size_t i;

    (void)state;
    check_record(&door_offer_record, 0);
    for (i = 0; (record = door_offer_type(i)); i++)
        check_record(record, 0);
    assert_int_equal(i, 9);
}

static void
what_is_absent_is_not_set(void **state)
{
    static const struct door_field amount = { "amount", DOOR_KIND_MONEY, .offset = offsetof(struct door_cost, amount) };
    static const struct door_field free_row = { "free", DOOR_KIND_YES, .offset = offsetof(struct door_cost, free) };
    static const struct door_field words = { "words", DOOR_KIND_PROSE, .offset = offsetof(struct door_cost, words) };
    struct door_cost cost = { .amount = DOOR_NO_NUMBER };

    (void)state;
    assert_false(door_field_is_set(&amount, &cost));
    assert_false(door_field_is_set(&free_row, &cost));
    assert_false(door_field_is_set(&words, &cost));
    cost = (struct door_cost){ .free = true, .amount = 0, .words = 1 };
    assert_true(door_field_is_set(&amount, &cost));
    assert_true(door_field_is_set(&free_row, &cost));
    assert_true(door_field_is_set(&words, &cost));
}

static void
midnight_is_a_time_and_an_empty_list_is_nothing(void **state)
{
    static const struct door_field time = { "time", DOOR_KIND_TIMES, .offset = offsetof(struct door_session, time) };
    static const struct door_field day = { "day", DOOR_KIND_DAY, DOOR_LIST,
        .offset = offsetof(struct door_session, day) };
    struct door_session session = { .time = { -1, -1 } };

    (void)state;
    assert_false(door_field_is_set(&time, &session));
    assert_false(door_field_is_set(&day, &session));
    session.time.from = 0;
    session.day.count = 1;
    assert_true(door_field_is_set(&time, &session));
    assert_true(door_field_is_set(&day, &session));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_found_by_name_and_number_the_base_s_first),
        cmocka_unit_test(words_are_found_whatever_their_case_and_spaces),
        cmocka_unit_test(enumerations_agree_with_their_enums),
        cmocka_unit_test(every_row_of_every_table_is_whole),
        cmocka_unit_test(what_is_absent_is_not_set),
        cmocka_unit_test(midnight_is_a_time_and_an_empty_list_is_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
