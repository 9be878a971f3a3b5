/* Questions lead somewhere, and notices say when. */
#include "offer_fixture.h"

#include "model/notice.h"
#include "model/question.h"

static void
answers_that_lead_nowhere_are_refused(void **state)
{
    static const struct told cases[] = {
        { { "questions", "a", "ask: x\nanswers: [{say: y}]\n", NULL },
          "content/questions/a.md:2:11: error: this answer leads nowhere [question-dead-end]\n"
          "  hint: Write go: question:x (or service:x, topic:x, place:x, page:x), or show: {topics: [x]}.\n" },
        { { "questions", "a", "ask: x\nanswers: [{say: y, go: question:a}]\n", NULL },
          "content/questions/a.md:2:10: error: whatever a parent answers, only more questions follow "
          "[question-dead-end]\n"
          "  hint: Let one of the answers lead to a service, topic, place or page.\n" },
        { { "questions", "a", "ask: x\nanswers: [{say: y, show: {ages: {from: 3 years}}}]\n", NULL },
          "content/questions/a.md:2:26: error: no service is all of this [question-dead-end]\n"
          "  hint: Ask for less, or write \"go\" and where else the answer leads.\n" },
        { { "questions", "a", "ask: x\nanswers: [{say: y, show: {}}]\n", NULL },
          "content/questions/a.md:2:26: error: \"show\" does not say which services [question-show]\n"
          "  hint: Write topics, ages or for, such as {topics: [parenting]}.\n" },
        { { "questions", "a", "ask: x\nanswers: [{say: y, go: place:online}]\n", NULL },
          "content/questions/a.md:2:24: error: an answer can't lead to the place \"online\" [question-answer]\n"
          "  hint: Answers lead to a question, service, topic, place or page that has a page of its own.\n" },
        { { "questions", "a", "ask: x\nanswers: [{say: y, go: massage, show: {topics: infant-feeding}}]\n", NULL },
          "content/questions/a.md:2:39: error: an answer leads to one entry or shows services, not both "
          "[question-answer]\n"
          "  hint: Keep \"go\" or \"show\", whichever is meant.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

static void
circles_are_fine_as_long_as_one_answer_leads_out(void **state)
{
    static const struct file files[] = {
        { "questions", "a", "ask: x\nanswers: [{say: y, go: question:b}]\n", NULL },
        { "questions", "b", "ask: x\nanswers: [{say: y, go: question:a}, {say: z, go: massage}]\n", NULL },
    };
    static const struct file circle[] = {
        { "questions", "a", "ask: x\nanswers: [{say: y, go: question:b}]\n", NULL },
        { "questions", "b", "ask: x\nanswers: [{say: y, go: question:a}]\n", NULL },
    };
    struct built built = build(files, 2, false);

    (void)state;
    assert_string_equal(built.told, "");
    release(&built);
    built = build(circle, 2, false);
    assert_null(built.offer);
    release(&built);
}

static void
notices_are_shown_two_weeks_before_unless_they_say_otherwise(void **state)
{
    static const struct file files[] = {
        { "notices", "a", "name: Shut\nabout: [place:hub]\nfrom: 2026-12-15\nuntil: 2026-12-16\n", NULL },
        { "notices", "b", "name: Shut\nabout: hub\nfrom: 2026-12-15\nuntil: 2026-12-16\nshow_from: 2026-12-14\n",
          NULL },
    };
    struct built built = build(files, 2, false);
    const struct door_notice *const *notices;

    (void)state;
    assert_string_equal(built.told, "");
    notices = built.offer->notices.items;
    assert_false(door_notice_is_shown(notices[0], (struct door_date){ 2026, 11, 30 }));
    assert_true(door_notice_is_shown(notices[0], (struct door_date){ 2026, 12, 1 }));
    assert_true(door_notice_is_shown(notices[0], (struct door_date){ 2026, 12, 16 }));
    assert_false(door_notice_is_shown(notices[0], (struct door_date){ 2026, 12, 17 }));
    assert_false(door_notice_is_shown(notices[1], (struct door_date){ 2026, 12, 13 }));
    assert_true(door_notice_is_shown(notices[1], (struct door_date){ 2026, 12, 14 }));
    release(&built);
}

static void
notices_with_dates_out_of_order_are_refused(void **state)
{
    static const struct told cases[] = {
        { { "notices", "a", "name: x\nabout: hub\nfrom: 2026-12-15\nuntil: 2026-12-14\n", NULL },
          "content/notices/a.md:4:8: error: \"until\" is before \"from\" [date-order]\n"
          "  hint: Check both dates, and their years.\n" },
        { { "notices", "a", "name: x\nabout: hub\nfrom: 2026-12-15\nuntil: 2026-12-16\nshow_from: 2026-12-17\n",
          NULL },
          "content/notices/a.md:5:12: error: \"show_from\" is after \"until\", so nobody would be told [date-order]\n"
          "  hint: Check both dates, and their years.\n" },
        { { "notices", "a", "name: x\nabout: nobody\nfrom: 2026-12-15\nuntil: 2026-12-16\n", NULL },
          "content/notices/a.md:2:8: error: nothing has the id \"nobody\" [ref-unknown]\n"
          "  hint: Write the type and the id of an entry: service:baby-massage.\n" },
    };

    (void)state;
    ASSERT_ALL_EXACTLY(cases);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_that_lead_nowhere_are_refused),
        cmocka_unit_test(circles_are_fine_as_long_as_one_answer_leads_out),
        cmocka_unit_test(notices_are_shown_two_weeks_before_unless_they_say_otherwise),
        cmocka_unit_test(notices_with_dates_out_of_order_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
