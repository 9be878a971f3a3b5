/*
 * scan - small steps through the text of one value, shared by the parsers of values.h.
 *
 * Owns:   nothing.
 * Called: by the parsers of values.h, and by cost.c.
 * Never:  reads past the NUL.
 */
#ifndef DOOR_MODEL_SCAN_H
#define DOOR_MODEL_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct door_arena;
struct door_mistake;

/* Fill the mistake and return false, so that a parser can say `return door_mistake_make(...)`. */
bool door_mistake_make(struct door_mistake *mistake, struct door_arena *arena, const char *id, const char *hint,
        const char *format, ...) __attribute__((format(printf, 5, 6)));

bool door_scan_is_digit(char c);
bool door_scan_is_letter(char c);

/* Read 1 to most digits as a number and step over them; how many there were, 0 if none or too many. */
size_t door_scan_digits(const char **text, size_t most, int *value);

/* Step over spaces; were there any? */
bool door_scan_space(const char **text);

/* Step over this word (ASCII case ignored), if it stands here and no letter follows. */
bool door_scan_word(const char **text, const char *word);

/* Step over the letters that stand here: how many. */
size_t door_scan_letters(const char **text);

/* Step over what stands between two ends of a range, with its spaces: "to", "-", a dash. */
bool door_scan_range(const char **text);

#endif
