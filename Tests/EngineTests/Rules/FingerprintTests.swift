import Engine
import RulesDSL
import Testing

/// What a policy's fingerprint tells apart, and what it does not.
@Suite struct FingerprintTests {
    private static let rules = """
        policy "Cards"
        currency USD
        timezone "Test/Zone"
        week starts monday
        late up to 2 days

        field merchant : text optional from "merchant.name"
        field tier : text default "basic"
        let cap = $300.00
        let usual = average amount on load per customer per rolling 30 days or $1,000.00
        list vip : text from "vip.txt"
        table daily by tier { "basic": $100.00 "gold": $500.00 else: $50.00 }
        function is-risky(text) : boolean

        unique again {
          key id per customer
          within 3 days
          conflict on amount decline as Differs
          else ignore
        }
        limit burst {
          on withdrawal where amount > $5.00 and weekday is monday
          sum amount per customer, merchant per rolling 24 hours
          at most cap
          unless customer in vip
          active from 2026-01-01 until 2026-07-01
          mode shadow
          else review as Burst
          because "{used} at {merchant}"
        }
        limit tries { on load count of attempts across everyone per month at most 100 }
        require usual-amount {
          on load that amount <= 10 * usual and amount <= daily and not is-risky(tier) else review
        }
        test "nothing" { 2026-01-05 09:00 load $10.00 accepted }
        """

    private static func fingerprint(
        _ rules: String, vip: String = "17\n42\n", offset: Int64 = 3_600, provider: String = "risk 1.0"
    ) throws -> PolicyFingerprint {
        let zone = ZoneRules(first: 0, transitions: [.init(time: 0, offset: offset)])
        let resources = PolicyResources(
            zone: { _ in .known(zone) },
            file: { path, _ in
                switch path {
                case "vip.txt": .found(SourceFile(name: path, text: vip))
                case "cap.rules": .found(SourceFile(name: path, text: "let cap = $300.00\n"))
                default: .missing
                }
            })
        let function = PolicyFunction("is-risky", parameters: [.text], result: .boolean, provider: provider) { _ in
            .boolean(false)
        }
        return try Policy(
            SourceMap([SourceFile(name: "a.rules", text: rules)]), resources: resources, functions: [function]
        ).fingerprint
    }

    @Test(arguments: [
        ("\"Cards\"", "\"Card\""), ("currency USD", "currency CAD"), ("Test/Zone", "Test/Other"),
        ("starts monday", "starts sunday"), ("late up to 2 days", "late up to 3 days"),
        ("late up to 2 days", ""), ("optional from \"merchant.name\"", "optional from \"merchant.title\""),
        ("default \"basic\"", "default \"gold\""), ("default \"basic\"", "default \"basic\" from \"level\""),
        ("cap = $300.00", "cap = $300.01"),
        ("average amount", "largest amount"), ("rolling 30 days", "rolling 31 days"), ("or $1,000.00", "or $1,000.01"),
        ("let usual = average amount on load", "let usual = average amount"),
        ("\"gold\": $500.00", "\"gold\": $500.01"),
        ("else: $50.00", "else: $50.01"), ("unique again", "unique repeated"), ("key id per", "key id, kind per"),
        ("id per customer", "id across everyone"), ("within 3 days", "within 2 days"), ("within 3 days", ""),
        ("conflict on amount", "conflict on kind"), ("conflict on amount decline as Differs", ""),
        ("as Differs", "as Other"), ("else ignore", "else decline"), ("on withdrawal where", "on load where"),
        ("amount > $5.00", "amount >= $5.00"), ("$5.00 and", "$5.00 or"), ("weekday is monday", "weekday is tuesday"),
        (" where amount > $5.00 and weekday is monday", ""),
        ("sum amount per customer, merchant", "sum amount per customer"),
        ("rolling 24 hours", "day"), ("unless customer in vip", ""), ("2026-01-01 until", "2026-01-02 until"),
        ("until 2026-07-01", ""), ("mode shadow", ""), ("review as Burst", "review as Other"),
        ("review as Burst", "decline as Burst"), ("{used} at", "{this} at"), ("at {merchant}", "at {tier}"),
        ("at {merchant}", "from {merchant}"), ("count of attempts", "count of declined"), ("per month", "per year"),
        ("at most 100", "at most 101"), ("10 * usual", "11 * usual"), ("10 * usual", "10 * $1.00"),
        ("amount <= daily", "amount < daily"), ("not is-risky(tier)", "is-risky(tier)"),
        ("is-risky(tier)", "is-risky(id)"),
    ])
    func `another meaning has another fingerprint`(written: String, instead: String) throws {
        let changed = Self.rules.replacing(written, with: instead)
        #expect(changed != Self.rules)
        #expect(try Self.fingerprint(changed) != Self.fingerprint(Self.rules))
    }

    @Test(arguments: [
        ("currency USD\ntimezone \"Test/Zone\"", "timezone \"Test/Zone\" # where we are\n\ncurrency USD"),
        ("key id per customer\n  within 3 days", "within 3 days key id per customer"),
        ("$1,000.00", "$1000"), ("within 3 days", "within 72 hours"), ("cap", "ceiling"),
        ("let cap = $300.00", "let cap = $100.00 * 3"), ("let cap = $300.00", "include \"cap.rules\""),
        ("test \"nothing\" { 2026-01-05 09:00 load $10.00 accepted }", ""), ("optional from", "optional   from"),
    ])
    func `the same meaning has the same fingerprint`(written: String, instead: String) throws {
        let changed = Self.rules.replacing(written, with: instead)
        #expect(changed != Self.rules)
        #expect(try Self.fingerprint(changed) == Self.fingerprint(Self.rules))
    }

    @Test func `what the rules only name is part of it`() throws {
        let usual = try Self.fingerprint(Self.rules)
        #expect(try Self.fingerprint(Self.rules, vip: "17\n43\n") != usual)
        #expect(try Self.fingerprint(Self.rules, vip: "# the best\n17\n\n  42\n") == usual)
        #expect(try Self.fingerprint(Self.rules, offset: 7_200) != usual)
        #expect(try Self.fingerprint(Self.rules, provider: "risk 1.1") != usual)
    }

    /// A change of the form must change its number, too: fingerprints are kept.
    @Test func `the form of what is hashed stays as it is documented`() throws {
        let rules =
            "policy \"P\" currency USD timezone UTC week starts monday limit a { count per customer per day at most 3 }"
        let fingerprint = try Policy(SourceFile(name: "a.rules", text: rules)).fingerprint
        #expect(fingerprint.hexadecimal == "f90d062e3a7555b82e3d5afbbc830591ad1828a72e30db78b6ffc0b38397ad75")
        #expect(fingerprint.short == String(fingerprint.hexadecimal.prefix(12)))
    }
}
