/// Short stories, each of customers of its own, that end in a decline (or just not).
enum Scenes {
    /// The customer of the example in the README.
    static let storyCustomer = 88

    /// All scenes; the customers that they use are taken from the end of the list.
    static func all(customers: inout [Int], _ random: inout RandomSource) -> [Draft] {
        var drafts = story()
        for day in [3, 8, 12, 19, 24, 31, 37, 45, 52] {
            drafts += manyLoads(customers.removeLast(), day: day, &random)
        }
        for day in [2, 5, 11, 16, 22, 29, 34, 41, 48, 56] {
            drafts += largeDay(customers.removeLast(), day: day, &random)
        }
        for week in [0, 1, 3, 4, 6] {
            drafts += largeWeek(customers.removeLast(), monday: 2 + 7 * week, &random)
        }
        for day in [4, 13, 20, 27, 33, 40, 50] {
            drafts += overdraft(customers.removeLast(), day: day, &random)
        }
        for day in [9, 21, 38, 47] {
            drafts += retriedDecline(customers.removeLast(), day: day, &random)
        }
        drafts += edges(customers: &customers)
        drafts += sharedID(customers.removeLast(), customers.removeLast(), day: 30)
        return drafts
    }

    /// Three loads on New Year's Day, of which the last is too much.
    private static func story() -> [Draft] {
        [
            Draft(storyCustomer, 1_500_00, day: 0, clock: 042213),
            Draft(storyCustomer, 600_00, day: 0, clock: 151903),
            Draft(storyCustomer, 3_318_47, day: 0, clock: 180000),
            Draft(storyCustomer, 2_900_00, day: 0, clock: 181240),
            Draft(storyCustomer, -1_250_00, day: 1, clock: 103055),
            Draft(storyCustomer, 3_318_47, day: 2, clock: 080512),
        ]
    }

    /// Four to six small loads in one day.
    private static func manyLoads(_ customer: Int, day: Int, _ random: inout RandomSource) -> [Draft] {
        var time = day * 86_400 + random.within(7 * 3600...10 * 3600)
        var drafts: [Draft] = []
        for _ in 0..<random.within(4...6) {
            drafts.append(Draft(customer: customer, amount: random.within(2...30) * 5_00, time: time))
            time += random.within(15 * 60...140 * 60)
        }
        drafts.append(Draft(customer: customer, amount: -random.within(1...3) * 5_00, time: time))
        return drafts
    }

    /// Two loads that go together and a third that is too much for the day, but not for the next one.
    private static func largeDay(_ customer: Int, day: Int, _ random: inout RandomSource) -> [Draft] {
        let first = random.within(1_800_00...2_400_00)
        let second = random.within(1_200_00...2_000_00)
        let third = random.within(2_000_00...3_600_00)
        let morning = day * 86_400 + random.within(8 * 3600...11 * 3600)
        return [
            Draft(customer: customer, amount: first, time: morning),
            Draft(customer: customer, amount: second, time: morning + random.within(1800...9000)),
            Draft(customer: customer, amount: third, time: morning + random.within(10_000...28_000)),
            Draft(customer: customer, amount: third, time: morning + 86_400),
        ]
    }

    /// A large load each day from Monday to Saturday: no day is too much, the week is.
    private static func largeWeek(_ customer: Int, monday: Int, _ random: inout RandomSource) -> [Draft] {
        (0..<7).map { day in
            let time = (monday + day) * 86_400 + random.within(9 * 3600...19 * 3600)
            return Draft(customer: customer, amount: random.within(70...98) * 50_00, time: time)
        }
    }

    /// Withdrawals before there is money, within it, and beyond it.
    private static func overdraft(_ customer: Int, day: Int, _ random: inout RandomSource) -> [Draft] {
        let loaded = random.within(20...160) * 5_00
        let noon = day * 86_400 + 12 * 3600 + random.below(3600)
        return [
            Draft(customer: customer, amount: -random.within(4...20) * 5_00, time: noon - 7200),
            Draft(customer: customer, amount: loaded, time: noon),
            Draft(customer: customer, amount: -loaded * 3 / 5, time: noon + random.within(600...20_000)),
            Draft(customer: customer, amount: -loaded / 2, time: noon + 2 * 86_400),
            Draft(customer: customer, amount: -loaded / 4, time: noon + 3 * 86_400),
        ]
    }

    /// A declined load is tried again with less under the same id, which is a repeat, and then under a new one.
    private static func retriedDecline(_ customer: Int, day: Int, _ random: inout RandomSource) -> [Draft] {
        let tooMuch = random.within(5_100...7_400) * 1_00
        let evening = day * 86_400 + random.within(16 * 3600...19 * 3600)
        return [
            Draft(
                customer: customer, amount: tooMuch, time: evening,
                repeats: [Draft.Repeat(after: 65), Draft.Repeat(after: 240, amount: 4_000_00)]),
            Draft(customer: customer, amount: 4_000_00, time: evening + 900),
        ]
    }

    /// To the cent and to the second.
    private static func edges(customers: inout [Int]) -> [Draft] {
        let (day, week, balance, midnight, several) = (
            customers.removeLast(), customers.removeLast(), customers.removeLast(), customers.removeLast(),
            customers.removeLast()
        )
        return [
            // Exactly the daily limit, and a cent more.
            Draft(day, 5_000_00, day: 17, clock: 110000),
            Draft(day, 1, day: 17, clock: 113000),
            Draft(day, 5_000_01, day: 18, clock: 090000),
            // Exactly the weekly limit from Monday to Thursday, and a cent more on Sunday night; then it is Monday.
            Draft(week, 5_000_00, day: 23, clock: 100000),
            Draft(week, 5_000_00, day: 24, clock: 100000),
            Draft(week, 5_000_00, day: 25, clock: 100000),
            Draft(week, 5_000_00, day: 26, clock: 100000),
            Draft(week, 1, day: 29, clock: 235959),
            Draft(week, 1, day: 30, clock: 000000),
            // The whole balance, and a cent more.
            Draft(balance, 320_40, day: 35, clock: 074510),
            Draft(balance, -320_41, day: 35, clock: 120000),
            Draft(balance, -320_40, day: 35, clock: 120130),
            Draft(balance, -1, day: 36, clock: 090000),
            // Midnight belongs to the day that begins.
            Draft(midnight, 25_00, day: 43, clock: 220500),
            Draft(midnight, 25_00, day: 43, clock: 224100),
            Draft(midnight, 25_00, day: 43, clock: 231500),
            Draft(midnight, 25_00, day: 43, clock: 235959),
            Draft(midnight, 25_00, day: 44, clock: 000000),
            // One load that two rules decline.
            Draft(several, 1_600_00, day: 46, clock: 083000),
            Draft(several, 1_600_00, day: 46, clock: 111500),
            Draft(several, 1_600_00, day: 46, clock: 154000),
            Draft(several, 900_00, day: 46, clock: 190500),
        ]
    }

    /// An id that two customers use is not a repeat.
    private static func sharedID(_ customer: Int, _ other: Int, day: Int) -> [Draft] {
        [
            Draft(
                customer, 180_00, day: day, clock: 142210,
                repeats: [Draft.Repeat(after: 5_400, customer: other), Draft.Repeat(after: 7_215)])
        ]
    }
}
