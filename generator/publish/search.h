/*
 * search - what the theme's search script looks in: names, words and addresses, one file a language.
 *
 * It is a script that gives one value, not JSON: a page may then read it under `script-src 'self'`, and from a folder
 * on a disk too.
 *
 * Owns:   nothing.
 * Called: by publish/site.c.
 * Never:  holds sensitive services, hidden places, or what has ended.
 */
#ifndef DOOR_PUBLISH_SEARCH_H
#define DOOR_PUBLISH_SEARCH_H

struct door_buf;
struct door_language;
struct door_site;

/*
 * Append "doorSearch=[[name, address, where, words, language, language of where], ...];". Where is a topic or a town;
 * languages are told where they are not the page's, and what is empty at the end of a row is missing.
 */
void door_search_write(struct door_buf *out, const struct door_site *site, const struct door_language *language);

#endif
