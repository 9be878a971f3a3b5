/*
 * commands - what `frontdoor NAME` runs; each lives in the file of its name and returns the exit status: 0 done,
 * 1 the content has errors (all listed), 2 the machine failed or was asked wrongly.
 */
#ifndef DOOR_COMMANDS_COMMANDS_H
#define DOOR_COMMANDS_COMMANDS_H

struct door_options;

int door_command_build(const struct door_options *options);
int door_command_check(const struct door_options *options);
int door_command_hosting(const struct door_options *options);
int door_command_gallery(const struct door_options *options);
int door_command_init(const struct door_options *options);
int door_command_manual(const struct door_options *options);
int door_command_new(const struct door_options *options);
int door_command_report(const struct door_options *options);
int door_command_schema(const struct door_options *options);
int door_command_serve(const struct door_options *options);
int door_command_translations(const struct door_options *options);

#endif
