/* Version 1 of the interface as machines with 64 bits see it: a change here is another version. */
#include "bankrules_plugin.h"

_Static_assert(sizeof(void *) != 8 || sizeof(bankrules_text) == 16, "a text has another layout");
_Static_assert(sizeof(void *) != 8 || sizeof(bankrules_value) == 32, "a value has another layout");
_Static_assert(sizeof(void *) != 8 || sizeof(bankrules_function) == 48, "a function has another layout");
_Static_assert(sizeof(void *) != 8 || sizeof(bankrules_plugin) == 56, "a plugin has another layout");
_Static_assert(offsetof(bankrules_plugin, interface_version) == 0, "the version is read before all else");
