/// What a code means, for programs that list codes: the title and the first paragraph of its section in
/// `docs/diagnostics.md`, which a test compares.
package struct DiagnosticPage: Sendable, Equatable {
    package let code: String
    package let title: String
    package let text: String

    /// The page of a code.
    package static func page(of code: String) -> DiagnosticPage? {
        all.first { $0.code == code }
    }

    /// All of them, in the order of the codes.
    package static let all: [DiagnosticPage] = {
        var entries: [String] = []
        for line in table.split(separator: "\n") {
            if line.hasPrefix("  "), let last = entries.popLast() {
                entries.append(last + line.dropFirst())
            } else {
                entries.append(String(line))
            }
        }
        return entries.compactMap(DiagnosticPage.init)
    }()

    private init?(_ entry: String) {
        let parts = entry.dropFirst(6).split(separator: " | ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        code = String(entry.prefix(5))
        title = String(parts[0])
        text = String(parts[1])
    }

    /// A line is `CODE title | text`; one that begins with two spaces goes on with the line before.
    private static let table = #"""
        R0001 not UTF-8 | The file has bytes that are not UTF-8, or is UTF-16. Save it as UTF-8.
        R0002 control character | Only spaces, tabs and line ends stand between words. Delete the character; in
          a text write it as an escape.
        R0003 look-alike character | A character looks like one of the language's own but is another, such as a
          dash or a space that a word processor made.
        R0004 other quotes | Texts stand between plain double quotes.
        R0005 character without a meaning | Nothing in the language is written with this character.
        R0006 text without an end | A text ends on the line on which it begins. A line end in it is written
          `\n`.
        R0007 unknown escape | The escapes are `\"`, `\\`, `\n`, `\t` and `\u{…}`.
        R0008 hidden change of direction | An invisible character makes the text read differently from what it
          is. Delete it.
        R0009 comment of another language | A comment begins with `#`.
        R0010 operator of another language | Operators are words and the signs `+ - * / < <= > >=`.
        R0011 letter of another alphabet | Names have the letters a to z.
        R0012 comma in a number | Commas group digits only in money, and decimals follow a point.
        R0013 misplaced comma in money | A comma joins exactly three digits, and nothing else joins digits.
        R0014 spelling of a number | A number has digits on both sides of its point, and there are no
          percentages.
        R0015 number too large | A literal has at most 18 digits.
        R0016 spelling of money | The currency comes first, then the digits.
        R0017 number and word run together | A space stands between a number and its unit.
        R0018 impossible date | There is no such day.
        R0019 spelling of a date | Dates are written `2026-01-09`: the year, the month, the day.
        R0020 spelling of a time | Times are written `2026-01-09T10:00:00Z` or with an offset.
        R0021 impossible time | There is no such time of day.
        R0022 file too large | A rules file has at most 4 MiB, and so has a list's file of numbers, amounts,
          dates or times.
        R0099 and more | The file has more mistakes, or more warnings, than are shown. Mend the first mistakes:
          they mostly cause the rest.
        R0101 declaration expected | Outside braces, only declarations can stand.
        R0102 misspelt word | A word of the language is misspelt, or another one can't stand here.
        R0104 name expected | A name is missing, is more than one word, or stands in quotes.
        R0105 text expected | A text stands between double quotes.
        R0106 missing `{` | The clauses of a rule and the entries of a test stand in braces.
        R0107 missing `}` | An opened brace is never closed.
        R0108 `}` too many | The brace closes nothing.
        R0109 clause expected | Between the braces of a rule only clauses can stand. None switches a rule off:
          delete it, or put `#` before its lines; `mode shadow` only reports what it would do. A rule that does not
          check for a time says so with `unless`, as in `unless date >= 2026-12-01 and date < 2027-01-01`.
        R0110 clause outside of a rule | A clause stands between the braces of a rule.
        R0111 value expected | A value is missing.
        R0112 `=` | Values are compared with `is`; only `let` has a `=`.
        R0113 chained comparison | A comparison has two sides. Join two of them with `and`.
        R0114 spaces around a minus | A minus between two values has a space on both sides, one before a value
          has none after it.
        R0115 nested too deep | Give parts of the expression a name with `let`.
        R0116 expression too long | Give parts of the expression a name with `let`, or compare with `in [ … ]`.
        R0117 missing `)` or `]` | An opened parenthesis or bracket is never closed.
        R0118 `if` without `then` or `else` | An `if` has a value in both cases.
        R0119 list expected | `in` takes a list in brackets, or the name of one.
        R0120 measure without a scope | A limit says whose transactions it counts together, and a `unique` whose
          keys it compares.
        R0121 measure without a window | A limit says for how long it counts.
        R0122 measure with a value too many, or without one | `count` takes no value and `sum` needs one.
        R0123 `on` inside of a measure | In a rule `on` is a clause of its own.
        R0124 outcome expected | `else` is followed by `decline`, `review` or `ignore`.
        R0125 unit of time | Durations are whole seconds, written in seconds, minutes, hours or days; months and
          years have no fixed length.
        R0126 missing word | A joining word is missing.
        R0127 entry expected | Between the braces of a test stand transactions, and first the balance.
        R0128 time of an entry | A transaction has a date and a time of day.
        R0129 result expected | A transaction of a test ends with its result.
        R0130 aggregate in an expression | An aggregate such as `sum` is the measure of a limit or the whole of
          a `let`, and no part of an expression.
        R0131 colon missing | A `:` stands between a name and its type, and between a table's key and its value.
        R0132 measure with `or` | The measure of a limit always has a value, since this transaction is part of
          it. Only in a `let` does `or` say what holds before there is one.
        R0133 a field's options | Behind the type of a field stands `optional` or `default` and a value, or
          neither of them, and then perhaps `from`.
        R0134 members of a list expected | The members of a list stand in brackets, or in a file that is named
          behind `from`.
        R0135 entry of a table | A table has one key. Its entries are a key, a `:` and a value, without commas
          between them, and `else` comes last.
        R0136 length of time expected | `within`, `rolling` and `late up to` take a length of time: a number and
          `seconds`, `minutes`, `hours` or `days`.
        R0137 outcome of a conflict | A repeat that says something else is declined, with a code. Without a
          `conflict` clause it has the outcome of `else`.
        R0138 period of a rule | `active` is followed by `from` and a date or time, `until` and one, or both in
          this order.
        R0139 order of an aggregate | The parts of an aggregate have one order: what is measured, `of`, `on`,
          whose transactions, the window, `or`.
        R0140 space before an argument | No space stands between the name of a function and its parenthesis.
        R0201 unknown name | There is no field, `let`, kind or weekday of that name.
        R0202 missing line of the header | A policy has the four lines `policy`, `currency`, `timezone` and
          `week`: every decision depends on them.
        R0203 line of the header twice | A line of the header stands once.
        R0204 unknown currency | A currency is named by its three letters in ISO 4217.
        R0205 unknown time zone | A time zone has its name in the IANA database, in quotes where it has a `/`;
          or it is `UTC`.
        R0206 unknown weekday | A week starts on one of the seven weekdays.
        R0207 name used twice | A name belongs to one rule or one `let` of the policy.
        R0208 reserved name | Words of the language, fields, kinds and weekdays can't get another meaning.
        R0209 form of a name | Names are lower-case words of letters and digits joined by hyphens.
        R0210 `let` defined by itself | A `let` can't need its own value.
        R0211 unknown kind of transaction | A transaction is a `load` or a `withdrawal`.
        R0212 kind named twice | A kind is named once.
        R0213 clause of another kind of rule | Each kind of rule has its own clauses.
        R0214 clause twice | A clause stands once in a rule, and a limit counts one thing.
        R0215 missing clause | A `unique` needs a `key`, a `limit` a measure and `at most`, a `require` its
          `that`.
        R0216 outcome of another kind of rule | Only `unique` ignores, and it never reviews.
          To review repeats, count them: `limit repeats { count per customer, merchant per rolling 10 minutes at most 1
          else review }`.
        R0217 code of the program's own | The program itself gives `ArithmeticError` and `TransactionTooLate`.
        R0218 no field | Only a field can stand here.
        R0219 no scope | A limit counts per customer or across everyone.
        R0220 field named twice | A field is named once in a key, and once in an entry of a test.
        R0221 unknown window | The program that reads the rules has no such window.
        R0222 `balance` in a `unique` | Whether something is a repeat can't depend on what happened in between.
        R0223 rule as a value | A rule has no value. Give the value a name with `let`.
        R0224 unknown placeholder | The words in braces are those of the language. A brace itself is written
          twice.
        R0225 placeholder of a limit | Only a limit counts, and so has `{used}`, `{this}`, `{total}`, `{limit}`,
          `{excess}` and `{window}`.
        R0226 brace without its other half | A brace in a sentence is written twice.
        R0227 too many declarations | A policy has at most 10,000 rules, `let`s and tests each, and a test as
          many entries.
        R0240 type of a declaration | A declaration names one of the types that it can have: a field `text`,
          `number`, `money`, `time` or `boolean`, a list `text`, `number`, `money`, `date` or `time`; the result
          of a function is no text.
        R0242 path of a field | A path is up to 16 keys joined by dots. The keys that the program reads itself
          (`id`, `customer_id`, `load_amount` and `time`) are there without a declaration.
        R0243 path of two fields | Two fields are read from one place, or one from within the value of another.
        R0244 line of a list | A line of a list's file is no value of its type. In a list of texts each line is
          the text itself, without the spaces around it; in all others it is written as in a rules file. In
          these examples `lists/wrong-amounts.txt` has the line `$6.00 $7.00`.
        R0245 table without `else` | A table has a value for everything that it does not list.
        R0246 key of a table twice | A table has one value for each key.
        R0247 table by a field of another type | A table is by a field that is text, a number, a kind, a
          weekday, a date or `true` and `false`.
        R0248 function that no plugin offers | A declared function is one of a plugin. Name the plugin's file,
          or mend the name.
        R0249 signature of a function | A function is declared exactly as its plugin offers it.
        R0250 unknown function | The language has the functions `length`, `starts-with`, `ends-with`,
          `contains`, `matches`, `min`, `max`, `abs` and `round`; others are declared with `function`.
        R0251 no function, or a function without arguments | A name before `(` is a function, and a function
          stands before its arguments in `( )`.
        R0252 no list | The name behind `in` is that of a list.
        R0253 aggregate without a value for nothing | An `average`, a `largest` and a `smallest` have no value
          as long as nothing was counted; `or` says what holds then.
        R0254 needless `or` of an aggregate | A `count`, a `sum` and a `distinct` are zero as long as nothing
          was counted.
        R0256 end before the beginning | `until` is later than `from`.
        R0257 conflict in the key | A repeat has the same key, so that it can't differ in a field of it.
        R0258 conflict in nothing | The key holds the amount, the kind and every declared field, so that a
          repeat can differ in none of them.
        R0301 money in another currency | A policy has one currency.
        R0302 decimals of money | Money has at most the decimals of its currency.
        R0303 decimals of a number | A number has at most six decimals.
        R0304 value too large | A number, counted in millionths, and money, counted in its smallest unit, fit 64
          bits.
        R0305 types that can't be computed with | Money is not a number, a time is not a duration. See the table
          of operators.
        R0306 types that can't be compared | Both sides of a comparison have one type.
        R0307 type without an order | Texts, weekdays, kinds and conditions are equal or not, and have no order.
        R0308 condition expected | Something true or false must stand here.
        R0309 branches of two types | Both branches of an `if` have one type.
        R0310 no negative | Only money, numbers and durations have a negative.
        R0311 list without `in` | A list stands on the right of `in`.
        R0312 list element that is not fixed | A list holds fixed values.
        R0313 list element of another type | The elements have the type of the left side.
        R0314 empty list | Nothing is in an empty list.
        R0315 sum of another type | Only money and numbers can be added up.
        R0316 bound of another type | `at most` has the type of what is counted: money for a sum of money, else
          a number.
        R0317 fixed value too large | What can be computed from the text alone must fit.
        R0318 division by zero | What divides can't be zero.
        R0319 expression too large | With each `let` in its place, an expression has at most 1,000 parts and is
          nested at most 500 deep.
        R0320 optional field without `or` | A transaction may lack the field. Say behind `or` what stands for it
          then, or give the field a `default`.
        R0321 `or` behind what is never missing | Only an optional field can be missing.
        R0322 value of another type behind `or` | What stands for a missing value has its type.
        R0323 number of arguments | A function takes as many values as its description says.
        R0324 argument of another type | A function takes values of certain types; `min` and `max`, and `round`
          with a step, take values of one.
        R0325 pattern | In a pattern a backslash stands before `*`, `?` or another backslash. Since it is an
          escape of texts too, it is written twice.
        R0326 step of `round` | Money and durations are rounded to a step above zero.
        R0327 value that is not fixed | The default of a field, what is in a table or a list, a length of time,
          a date of `active`, a pattern and the step of `round` are the same for every transaction.
        R0328 fixed value of another type | The value has another type than its place.
        R0329 length of time | A `rolling` window and a `within` are above zero and at most 3,660 days; `late`
          is at most 366 days.
        R0330 table of texts | A table gives money, numbers or other values that are no texts.
        R0331 length of a text | The text of a field has at most 256 bytes.
        R0332 bound below zero | Counts and amounts are never below zero, so that a limit with such a bound
          would let nothing pass.
        R0401 test named twice | Each test has a name of its own.
        R0402 amount that is no fixed money | Amounts and balances of a test are fixed sums of money.
        R0403 amount not above zero | The kind says the direction, and the amount is above zero.
        R0404 field that an entry can't give | An entry can name `customer` and `id`.
        R0405 customer or id that is no text | They are texts in quotes.
        R0406 unknown rule | `by` names a rule of the policy.
        R0407 rule with another outcome | The rule can't do what the test expects of it.
        R0408 unknown code | `as` names a code that a rule gives.
        R0409 code with another outcome | No rule with that code does what the test expects.
        R0410 time out of range | Times are in the years 0000 to 9999 of UTC.
        R0411 length of a customer or an id | They have 1 to 256 bytes.
        R0420 entry without a field | A field that is neither `optional` nor has a default is in every
          transaction.
        R0421 shadow rule that decides | A rule in shadow mode decides nothing. That it would have failed stands
          behind the result.
        R0422 no shadow rule | Only a rule in shadow mode stands behind `shadow`.
        R0501 unused `let` | No rule uses it.
        R0502 rule that never applies | Its `where` is always false.
        R0503 rule that exempts everything | Its `unless` is always true.
        R0504 rule that never fails | Its `that` is always true.
        R0505 test without entries | It shows nothing.
        R0506 window that customers share | Without `late`, a window is closed by the first transaction behind
          its end. Where different customers share one, a single sender whose clock runs ahead would have all
          others declined as too late. Say how late transactions may come.
        R0507 member of a list twice | The value is in the list already.
        R0508 condition in place of a value | Behind the `or` of an optional field stands its value where it is
          missing. A field that is true or false keeps what the transaction brings: false, too.
        R0509 bound between two counts | Counts are whole numbers, and so a bound between two of them allows as
          much as the lower one.
        R0601 no such file | A path counts from the directory of the file that names it.
        R0602 file outside | The files of a policy lie in the directory of its rules or below it, so that a
          policy is whole wherever it is copied to. What policies share may lie elsewhere where the command
          line says so: `--allow-path DIR`.
        R0603 file can't be read | The file is there, but the system doesn't let it be read, for the reason that
          stands in the message.
        R0604 file included twice | A file is part of a policy once. The rules files of a directory belong to
          its policy without being included.
        R0605 file includes itself | A file can't be a part of itself, however long the way.
        R0606 header in another file | The header stands in one file that is not included by another: the one a
          reader opens first.
        R0607 time zone can't be read | The machine has no data of time zones, or the file of this one is
          damaged. Install the package `tzdata`. `UTC` does without.
        R0608 skipped time | The clocks of the policy's time zone are put forward over this time of a test, so
          that it never comes.
        R0609 time that comes twice | The clocks of the policy's time zone are put back, so that they show this
          time of a test twice. Its offset from UTC says which is meant.
        R0701 limit that is never reached | Other limits and conditions decline whatever would exceed it: so
          much in each of their windows, and so many windows, are never more than it allows. Only rules count
          that decline at all times and exempt nothing. Or its own `where` lets in nothing that is larger.
        R0702 shorter window under a longer one | A limit allows no less in its short window than another one in
          a longer window around it, and so stops nothing that the other one lets pass.
        R0703 rule that no transaction meets | The kinds, the `where` and the dates of the rule exclude each
          other.
        R0704 rule that every transaction fails | Its `that` can't hold for what the rule is about; or it is a
          limit, and a single transaction is more than it allows. If that is meant, a `require` with `that
          false` says so.
        R0705 rule that no transaction fails | Its `that` holds for all that the rule is about.
        R0706 rule that exempts all that it is about | Its `unless` holds for every transaction that the rule is
          about.
        R0707 versions that overlap | Two rules differ in what they allow and in their dates, and for some time
          both check: then the stricter one decides. One that lies within the dates of the other is an
          exception, and not meant here.
        R0708 days between versions | Between the dates of two versions of a rule are some days, less than a
          week, in which neither checks. Mostly the first one ends a day early, because `until` is not included.
        R0709 rule that no test makes fail | The policy has tests, and no transaction of them fails the rule so
          that it shows. A policy without any test gets no such warning.
        R0710 exemption of nothing | Its `unless` holds for no transaction that the rule is about.
        R0711 condition that selects everything | Its `where` holds for every transaction of the rule's kinds.
        R0712 rule that never decides | A rule before it allows no more, and declines all that fails it.
        """#
}
