#include <stdio.h>
#include <stdlib.h>

#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/options.h"
#include "plain/ease.h"
#include "plain/plain.h"

enum { HARDEST = 10 };

static int
by_age(const void *a, const void *b)
{
    const struct door_measured *left = a, *right = b;
    double difference = door_ease_age(&right->ease) - door_ease_age(&left->ease);

    if (difference != 0)
        return difference < 0 ? -1 : 1;
    return left < right ? -1 : 1;
}

/* The figure first, so that a script may take the last word of the first line. */
static void
tell_reading_age(struct door_plain *plain)
{
    const struct door_ease *whole = &plain->whole;
    size_t i;

    if (!whole->words || !whole->sentences) {
        puts("reading age: not measured, for there is no English prose");
        return;
    }
    printf("reading age: %.1f\n", door_ease_age(whole));
    printf("  %zu words in %zu sentences: %.1f words a sentence, %.2f syllables a word\n", whole->words,
            whole->sentences, (double)whole->words / (double)whole->sentences,
            (double)whole->syllables / (double)whole->words);
    if (plain->count)
        puts("hardest to read:");
    qsort(plain->entries, plain->count, sizeof *plain->entries, by_age);
    for (i = 0; i < plain->count && i < HARDEST; i++)
        printf("  %4.1f  %s\n", door_ease_age(&plain->entries[i].ease), plain->entries[i].name);
}

/* Figures of an offer that has no errors; of one that has, what they are. */
int
door_command_report(const struct door_options *options)
{
    struct door_edition edition;
    int status = 0;

    if (door_edition_open(&edition, options)) {
        if (!edition.plain.whole.words)     /* it says `plain: off`; the figure is told all the same */
            door_plain_read(&edition.plain, &edition.arena, edition.site.offer, NULL, door_edition_words(&edition),
                    edition.diag);
        tell_reading_age(&edition.plain);
    } else {
        status = door_edition_report(&edition, options);
    }
    door_edition_close(&edition);
    return status;
}
