/* The plugins of the tests: a sound one, and what is wrong with the others by macros. */
#include <bankrules_plugin.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NAME
#define NAME "sound"
#endif
#ifndef VERSION
#define VERSION "1.0"
#endif
#ifndef INTERFACE
#define INTERFACE BANKRULES_PLUGIN_INTERFACE
#endif
#ifndef FUNCTION
#define FUNCTION "bytes"
#endif
#ifndef PARAMETER
#define PARAMETER BANKRULES_TYPE_TEXT
#endif
#ifndef PARAMETERS
#define PARAMETERS 1
#endif
#ifndef RESULT
#define RESULT BANKRULES_TYPE_NUMBER
#endif
#ifndef CALL
#define CALL bytes
#endif
#ifndef COUNT
#define COUNT (sizeof functions / sizeof functions[0])
#endif
#define ARGUMENTS const bankrules_value *arguments, size_t count, bankrules_value *result

static int32_t give(bankrules_value *result, uint8_t type, int64_t integer) {
    result->type = type;
    result->integer = integer;
    return 0;
}

/* How many bytes a text has. */
static int32_t bytes(ARGUMENTS) {
    return give(result, BANKRULES_TYPE_NUMBER, (int64_t)arguments[0].text.length * 1000000 * (int64_t)count);
}

/* How many of them are zero. */
static int32_t zeros(ARGUMENTS) {
    int64_t zeros = 0;
    (void)count;
    for (size_t index = 0; index < arguments[0].text.length; index++) zeros += arguments[0].text.bytes[index] == 0;
    return give(result, BANKRULES_TYPE_NUMBER, zeros * 1000000);
}

/* Whether two texts around an amount are the same. */
static int32_t same(ARGUMENTS) {
    const bankrules_text one = arguments[0].text, other = arguments[2].text;
    const int is_right = count == 3 && arguments[0].type == BANKRULES_TYPE_TEXT
        && arguments[1].type == BANKRULES_TYPE_MONEY && arguments[2].type == BANKRULES_TYPE_TEXT;
    const int is_same = one.length == other.length && (one.length == 0 || !memcmp(one.bytes, other.bytes, one.length));
    return give(result, BANKRULES_TYPE_BOOLEAN, is_right && is_same ? arguments[1].integer : 0);
}

/* An amount and one cent more, and a second later. */
static int32_t more(ARGUMENTS) { return give(result, BANKRULES_TYPE_MONEY, arguments[count - 1].integer + 1); }
static int32_t later(ARGUMENTS) { return give(result, BANKRULES_TYPE_TIME, arguments[count - 1].integer + 1); }
static int32_t negate(ARGUMENTS) { return give(result, BANKRULES_TYPE_BOOLEAN, !arguments[count - 1].integer); }

/* What no function may do. */
static int32_t refuse(ARGUMENTS) {
    static const uint8_t words[] = {'n', 'o', 0, 'w', 'a', 'y', 0xFF, '\n'};
    (void)arguments, (void)count;
    give(result, BANKRULES_TYPE_TEXT, 0);
    result->text.bytes = words;
    result->text.length = sizeof words;
    return 7;
}
static int32_t silent(ARGUMENTS) { return (void)arguments, (void)count, (void)result, -1; }
static int32_t mistyped(ARGUMENTS) { return give(result, BANKRULES_TYPE_MONEY, arguments[count - 1].integer); }
static int32_t never(ARGUMENTS) { return (void)arguments, (void)count, give(result, BANKRULES_TYPE_TIME, INT64_MAX); }
static int32_t fifth(ARGUMENTS) {
    static int calls = 0;
    if (++calls == 5) abort();
    return (void)arguments, (void)count, give(result, BANKRULES_TYPE_BOOLEAN, 1);
}

/* Ends the process as if all were well. */
static int32_t leave(ARGUMENTS) {
    static int calls = 0;
    if (++calls == 5) exit(0);
    return (void)arguments, (void)count, give(result, BANKRULES_TYPE_BOOLEAN, 1);
}

static const uint8_t text[] = {PARAMETER};
static const uint8_t texts[] = {BANKRULES_TYPE_TEXT, BANKRULES_TYPE_MONEY, BANKRULES_TYPE_TEXT};
static const uint8_t money[] = {BANKRULES_TYPE_MONEY};
static const uint8_t moment[] = {BANKRULES_TYPE_TIME};
static const uint8_t truth[] = {BANKRULES_TYPE_BOOLEAN};

static const bankrules_function functions[] = {
    {BANKRULES_TEXT(FUNCTION), text, PARAMETERS, RESULT, CALL},
#ifndef ALONE
    {BANKRULES_TEXT("zeros"), text, 1, BANKRULES_TYPE_NUMBER, zeros},
    {BANKRULES_TEXT("same"), texts, 3, BANKRULES_TYPE_BOOLEAN, same},
    {BANKRULES_TEXT("more"), money, 1, BANKRULES_TYPE_MONEY, more},
    {BANKRULES_TEXT("later"), moment, 1, BANKRULES_TYPE_TIME, later},
    {BANKRULES_TEXT("negate"), truth, 1, BANKRULES_TYPE_BOOLEAN, negate},
    {BANKRULES_TEXT("refuse"), money, 1, BANKRULES_TYPE_BOOLEAN, refuse},
    {BANKRULES_TEXT("silent"), money, 1, BANKRULES_TYPE_BOOLEAN, silent},
    {BANKRULES_TEXT("mistyped"), money, 1, BANKRULES_TYPE_BOOLEAN, mistyped},
    {BANKRULES_TEXT("never-comes"), moment, 1, BANKRULES_TYPE_TIME, never},
    {BANKRULES_TEXT("fifth"), money, 1, BANKRULES_TYPE_BOOLEAN, fifth},
    {BANKRULES_TEXT("leave"), money, 1, BANKRULES_TYPE_BOOLEAN, leave},
#endif
};

static const bankrules_plugin plugin = {
    INTERFACE, BANKRULES_TEXT(NAME), BANKRULES_TEXT(VERSION), functions, COUNT,
};

#ifdef ON_LOAD
__attribute__((constructor)) static void load(void) { ON_LOAD; }
#endif

#ifndef NO_SYMBOL
const bankrules_plugin *bankrules_plugin_v1(void) {
#ifdef ON_ENTRY
    ON_ENTRY;
#endif
    return &plugin;
}
#endif
