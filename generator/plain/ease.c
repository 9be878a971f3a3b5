#include "plain/ease.h"

void
door_ease_add(struct door_ease *to, const struct door_ease *more)
{
    to->words += more->words;
    to->sentences += more->sentences;
    to->syllables += more->syllables;
}

double
door_ease_grade(const struct door_ease *ease)
{
    if (!ease->words || !ease->sentences)
        return 0;
    return 0.39 * (double)ease->words / (double)ease->sentences + 11.8 * (double)ease->syllables / (double)ease->words
            - 15.59;
}

double
door_ease_age(const struct door_ease *ease)
{
    return ease->words && ease->sentences ? door_ease_grade(ease) + 5 : 0;
}
