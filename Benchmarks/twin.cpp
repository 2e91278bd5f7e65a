// The twin: the limits of rules/default.rules written into the program, with one thread and no validation.
//
//     twin INPUT OUTPUT
//
// It answers what a careful engineer would get by hard-coding: no rules file, no error message, no explanation. It
// relies on canonical lines (the keys in their order, no spaces, no escapes, ids below 2^37 and customers below 2^27
// in digits), on time never going back and on a date from 1970 on; anything else makes it wrong, silently.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr uint32_t loadsADay = 3;
constexpr uint32_t amountADay = 5'000'00;
constexpr uint32_t amountAWeek = 20'000'00;

constexpr size_t linePrefix = 7;       // {"id":"
constexpr size_t betweenFields = 17;   // ","customer_id":" and ","load_amount":"
constexpr size_t beforeTime = 10;      // ","time":"
constexpr size_t afterDate = 13;       // T00:00:00Z"} and the end of the line
constexpr size_t copiedAtOnce = 48;
constexpr size_t bufferSize = 1 << 20;

uint64_t scattered(uint64_t key) {
    key *= 0x9E3779B97F4A7C15;
    return key ^ key >> 32;
}

/// A table of records that have a `key`, zero where there is none; it doubles when it is half full.
template <typename Record> struct Table {
    Record* records;
    size_t mask;
    size_t count = 0;

    explicit Table(size_t capacity) : records(zeroed(capacity)), mask(capacity - 1) {}

    static Record* zeroed(size_t capacity) {
        void* memory = calloc(capacity, sizeof(Record));
        if (memory == nullptr) {
            fputs("twin: out of memory\n", stderr);
            exit(74);
        }
        return static_cast<Record*>(memory);
    }

    /// The place of the key: its record, or the free one where it belongs.
    Record* find(uint64_t key) const {
        size_t index = scattered(key) & mask;
        while (records[index].key != 0 && records[index].key != key) index = (index + 1) & mask;
        return records + index;
    }

    /// Makes room for one more, before it is looked for.
    void reserve() {
        if (count * 2 <= mask) return;
        Table larger((mask + 1) * 2);
        for (size_t index = 0; index <= mask; index++)
            if (records[index].key != 0) *larger.find(records[index].key) = records[index];
        free(records);
        records = larger.records;
        mask = larger.mask;
    }
};

struct Attempt {
    uint64_t key;
};

/// Half a cache line. The windows are those of the last accepted load's day.
struct Account {
    uint32_t key;
    int32_t lastDay;
    int64_t balance;
    uint32_t loadedToday;
    uint32_t loadedThisWeek;
    uint32_t loadsToday;
};

int twoDigits(const char* text) { return (text[0] - '0') * 10 + text[1] - '0'; }

/// The number of days since 1970-01-01.
int daysSinceEpoch(const char* date) {
    int year = twoDigits(date) * 100 + twoDigits(date + 2);
    int month = twoDigits(date + 5), day = twoDigits(date + 8);
    if (month <= 2) year--, month += 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 719469;
}

int week(int day) { return (day + 3) / 7; }

bool accepts(Account& account, bool isWithdrawal, uint64_t amount, int day) {
    if (isWithdrawal) {
        if (account.balance < int64_t(amount)) return false;
        account.balance -= int64_t(amount);
        return true;
    }
    const bool sameDay = account.lastDay == day;
    const uint32_t loads = sameDay ? account.loadsToday : 0;
    const uint64_t today = (sameDay ? account.loadedToday : 0) + amount;
    const uint64_t thisWeek = (sameDay || week(account.lastDay) == week(day) ? account.loadedThisWeek : 0) + amount;
    if (loads >= loadsADay || today > amountADay || thisWeek > amountAWeek) return false;
    account.balance += int64_t(amount);
    account.lastDay = day;
    account.loadsToday = loads + 1;
    account.loadedToday = uint32_t(today);
    account.loadedThisWeek = uint32_t(thisWeek);
    return true;
}

void writeAll(int file, const char* bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0) {
            perror("twin: cannot write");
            exit(74);
        }
        bytes += written;
        count -= size_t(written);
    }
}

void decide(const char* at, const char* end, int output) {
    Table<Attempt> attempts(1 << 16);
    Table<Account> accounts(1 << 16);
    char* const buffer = static_cast<char*>(malloc(bufferSize));
    size_t used = 0;
    char lastDate[10] = {};
    int day = 0;

    while (at < end) {
        const char* const line = at;
        uint64_t id = 0, customer = 0, amount = 0;
        for (at += linePrefix; *at != '"'; at++) id = id * 10 + uint64_t(*at - '0');
        for (at += betweenFields; *at != '"'; at++) customer = customer * 10 + uint64_t(*at - '0');
        const size_t prefix = size_t(at - line);
        at += betweenFields;
        const bool isWithdrawal = *at == '-';
        at += isWithdrawal + 1;
        for (; *at != '.'; at++) amount = amount * 10 + uint64_t(*at - '0');
        amount = amount * 100 + uint64_t(twoDigits(at + 1));
        at += 3 + beforeTime;
        if (memcmp(at, lastDate, sizeof lastDate) != 0) {
            memcpy(lastDate, at, sizeof lastDate);
            day = daysSinceEpoch(at);
        }
        at += sizeof lastDate + afterDate;

        attempts.reserve();
        const uint64_t key = (id << 27 | customer) + 1;
        Attempt* const attempt = attempts.find(key);
        if (attempt->key != 0) continue;
        attempt->key = key;
        attempts.count++;

        accounts.reserve();
        Account* const account = accounts.find(customer + 1);
        if (account->key == 0) {
            account->key = uint32_t(customer + 1);
            account->lastDay = -7;
            accounts.count++;
        }
        const bool accepted = accepts(*account, isWithdrawal, amount, day);

        // The output line begins as the input line does.
        if (used + 128 > bufferSize) {
            writeAll(output, buffer, used);
            used = 0;
        }
        char* const out = buffer + used;
        if (prefix <= copiedAtOnce) memcpy(out, line, copiedAtOnce);
        else memcpy(out, line, prefix);
        memcpy(out + prefix, accepted ? "\",\"accepted\":true}\n " : "\",\"accepted\":false}\n", 20);
        used += prefix + (accepted ? 19 : 20);
    }
    writeAll(output, buffer, used);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        fputs("usage: twin INPUT OUTPUT\n", stderr);
        return 2;
    }
    const int input = open(arguments[1], O_RDONLY);
    struct stat status;
    if (input < 0 || fstat(input, &status) != 0) {
        perror("twin: cannot read the input");
        return 66;
    }
    const int output = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (output < 0) {
        perror("twin: cannot open the output");
        return 74;
    }
    if (status.st_size == 0) return 0;
    int flags = MAP_PRIVATE;
#ifdef MAP_POPULATE
    flags |= MAP_POPULATE;
#endif
    void* const bytes = mmap(nullptr, size_t(status.st_size), PROT_READ, flags, input, 0);
    if (bytes == MAP_FAILED) {
        perror("twin: cannot map the input");
        return 66;
    }
    const char* const text = static_cast<const char*>(bytes);
    decide(text, text + status.st_size, output);
    return 0;
}
