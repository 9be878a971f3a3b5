#include "base/late.h"

#include <dlfcn.h>
#include <stddef.h>

#include "base/fail.h"

void *
door_late_bind(struct door_late *late)
{
    void *library = dlopen(late->library, RTLD_LAZY), *function = library ? dlsym(library, late->name) : NULL;

    if (!function)
        door_fail("%s: can't be loaded: %s\n  hint: Install the Debian package that has it.", late->library, dlerror());
    __atomic_store_n(&late->function, function, __ATOMIC_RELEASE);
    return function;
}
