/* The interface of bankrules' plugins, version 1. docs/plugins.md tells how to write one.
 *
 * A plugin is a shared library that exports `bankrules_plugin_v1`. What that returns, and all that it points to, lives
 * and stays the same as long as the process. bankrules calls one function of a plugin at a time, perhaps from one
 * thread and then from another. A function is pure: the same arguments give the same result, whenever and however often
 * it is called, for decisions are made again to explain them. */
#ifndef BANKRULES_PLUGIN_H
#define BANKRULES_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. */
#define BANKRULES_PLUGIN_INTERFACE ((uint32_t)1)

/* The types of values, with what `integer` holds. */
#define BANKRULES_TYPE_TEXT ((uint8_t)1)    /* nothing: the text holds the bytes */
#define BANKRULES_TYPE_NUMBER ((uint8_t)2)  /* millionths: 1.5 is 1500000 */
#define BANKRULES_TYPE_MONEY ((uint8_t)3)   /* the smallest unit of the policy's currency: cents */
#define BANKRULES_TYPE_TIME ((uint8_t)4)    /* seconds since 1970-01-01T00:00:00Z, in the years 0000 to 9999 */
#define BANKRULES_TYPE_BOOLEAN ((uint8_t)5) /* 0 for false, anything else for true */

/* A text: UTF-8, with no zero at its end, and perhaps with some within. Where the length is 0, the bytes may be NULL. */
typedef struct bankrules_text {
    const uint8_t *bytes;
    size_t length;
} bankrules_text;

/* The bankrules_text of a literal of C. */
#define BANKRULES_TEXT(literal) {(const uint8_t *)(literal), sizeof(literal) - 1}

/* A value: of a text the bytes, of everything else the integer. */
typedef struct bankrules_value {
    uint8_t type;
    int64_t integer;
    bankrules_text text;
} bankrules_value;

/* Computes a function. The arguments are as many, and of the types, that the function's row says; they are gone when it
 * returns. It returns 0 with the result in `*result`, of the row's type. Any other number says that there is none: then
 * `*result` may be a text that says why, which bankrules copies at once. */
typedef int32_t (*bankrules_call)(const bankrules_value *arguments, size_t count, bankrules_value *result);

/* A function: what rules declare as `function name(type, ...) : type`. */
typedef struct bankrules_function {
    /* Lower-case words of letters and digits, joined by hyphens. */
    bankrules_text name;
    /* The types of its parameters: one byte each. */
    const uint8_t *parameters;
    size_t parameter_count;
    /* The type of its result, which can't be a text. */
    uint8_t result;
    bankrules_call call;
} bankrules_function;

/* A plugin. */
typedef struct bankrules_plugin {
    /* BANKRULES_PLUGIN_INTERFACE */
    uint32_t interface_version;
    bankrules_text name;
    /* The plugin's own version, in whatever form. */
    bankrules_text version;
    const bankrules_function *functions;
    size_t function_count;
} bankrules_plugin;

/* What a plugin exports, under the name `bankrules_plugin_v1`. */
typedef const bankrules_plugin *(*bankrules_plugin_entry)(void);

#ifdef __cplusplus
}
#endif

#endif
