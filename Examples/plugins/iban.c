/* A plugin in C: account numbers whose check digits are right.
 *
 *     cc -shared -fPIC -I Sources/BankrulesPlugin/include Examples/plugins/iban.c -o iban.so
 */
#include <bankrules_plugin.h>

/* The value of a letter or a digit in the sum of ISO 7064: A is 10, Z is 35. -1 for anything else. */
static int value_of(uint8_t byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'A' && byte <= 'Z') return byte - 'A' + 10;
    return -1;
}

/* is-iban(text): whether the text is an IBAN without spaces, by its form and its check digits. */
static int32_t is_iban(const bankrules_value *arguments, size_t count, bankrules_value *result) {
    const bankrules_text iban = arguments[0].text;
    (void)count;
    result->type = BANKRULES_TYPE_BOOLEAN;
    result->integer = 0;
    if (iban.length < 15 || iban.length > 34) return 0;
    /* The country and the check digits count last. */
    int remainder = 0;
    for (size_t index = 0; index < iban.length; index++) {
        const size_t place = (index + 4) % iban.length;
        const int value = value_of(iban.bytes[place]);
        const int must_be_letter = place < 2, must_be_digit = place == 2 || place == 3;
        if (value < 0 || (must_be_letter && value < 10) || (must_be_digit && value > 9)) return 0;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    result->integer = remainder == 1;
    return 0;
}

static const uint8_t is_iban_parameters[] = {BANKRULES_TYPE_TEXT};

static const bankrules_function functions[] = {
    {BANKRULES_TEXT("is-iban"), is_iban_parameters, 1, BANKRULES_TYPE_BOOLEAN, is_iban},
};

static const bankrules_plugin plugin = {
    BANKRULES_PLUGIN_INTERFACE, BANKRULES_TEXT("iban"), BANKRULES_TEXT("1.0"), functions, 1,
};

const bankrules_plugin *bankrules_plugin_v1(void) { return &plugin; }
