/*
 * media - pictures that editors put into content/media/: each is what its name says, whole, of a size that can be
 * shown, and (SVG) neither runs nor loads anything.
 *
 * Owns:   nothing; the bytes of a picture are looked at and let go.
 * Called: by content/folder.c for each file of media/, and when all entries were read.
 * Never:  decodes a picture: the frame that PNG and JPEG put around their data says enough, and can't be a bomb.
 */
#ifndef DOOR_CONTENT_MEDIA_H
#define DOOR_CONTENT_MEDIA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct door_content;

/* Look at the file at path, known to the editor as `file`. False if it is no picture to show. */
bool door_media_check(const char *path, const char *file, struct door_diag *diag);

/* The same of bytes that were read. */
bool door_media_check_bytes(const char *file, const char *bytes, size_t size, struct door_diag *diag);

/* Warn of each picture that no entry names, drafts included. */
void door_media_tell_unused(const struct door_content *content, struct door_diag *diag);

#endif
