#include "base/hash.h"

#include <assert.h>
#include <xxhash.h>

uint64_t
door_hash(const void *bytes, size_t size)
{
    return XXH3_64bits(bytes, size);
}

void
door_hash_digits(uint64_t hash, size_t digits, char *out)
{
    static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";   /* Crockford's base 32 */
    size_t i;

    assert(digits <= 12);
    for (i = 0; i < digits; i++)
        out[i] = alphabet[hash >> (59 - 5 * i) & 31];
    out[digits] = '\0';
}
