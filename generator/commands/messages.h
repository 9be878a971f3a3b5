/*
 * messages - what each message's id stands for, in one line.
 *
 * Owns:   the table; tests/rules/messages compares it with the code and with frontdoor-messages(7).
 * Called: by commands/problems.c, for the rules of SARIF.
 * Never:  worded anew without need: people look these up.
 */
#ifndef DOOR_COMMANDS_MESSAGES_H
#define DOOR_COMMANDS_MESSAGES_H

#include <stddef.h>

struct door_message {
    const char *id, *words;
};

extern const struct door_message door_messages[];     /* sorted by id */
extern const size_t door_message_count;

#endif
