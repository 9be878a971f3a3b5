/*
 * escape - text becomes HTML here, by a function named for where it lands.
 *
 * Owns:   nothing.
 * Called: by whoever writes HTML bytes.
 */
#ifndef DOOR_THEME_ESCAPE_H
#define DOOR_THEME_ESCAPE_H

struct door_buf;

/* As the content of an element. */
void door_html_text(struct door_buf *out, const char *text);

/* As an attribute's value, between double quotes. */
void door_html_attribute(struct door_buf *out, const char *text);

#endif
