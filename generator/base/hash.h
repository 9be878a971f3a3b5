/*
 * hash - XXH3 (xxhash.h), whose values are fixed by its specification since version 0.8: they may be kept in files
 * and printed in codes. Not for anything an attacker chooses.
 *
 * Owns:   nothing.
 * Called: by map, for the names of assets, and for the short codes printed on paper.
 * Never:  changes: printed codes depend on it.
 */
#ifndef DOOR_BASE_HASH_H
#define DOOR_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t door_hash(const void *bytes, size_t size);

/* Write the first digits (up to 12) of a hash as lower-case base 32 without look-alikes (no i, l, o, u), and a NUL. */
void door_hash_digits(uint64_t hash, size_t digits, char *out);

#endif
