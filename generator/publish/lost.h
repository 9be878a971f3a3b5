/*
 * lost - addresses that the site which stands has and the new one has not: somebody may have kept or printed them.
 *
 * Owns:   nothing.
 * Called: by commands/, when everything is handed over and nothing is swapped yet.
 * Never:  keeps an address alive: `was` and `gone` do, and each message has the line to paste. Never tells of a part
 *         that a list was cut into (a-z/3/, search/2/): it comes and goes with what is listed, no code leads to it, and
 *         no line in any file could bring it back. 404.html leads on from there.
 */
#ifndef DOOR_PUBLISH_LOST_H
#define DOOR_PUBLISH_LOST_H

struct door_diag;
struct door_languages;
struct door_offer;
struct door_output;

/* Tell of each page, code and print file without a successor, a page once for all its languages. */
void door_lost_tell(const struct door_output *output, const struct door_offer *offer,
        const struct door_languages *languages, struct door_diag *diag);

#endif
