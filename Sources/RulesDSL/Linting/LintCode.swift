/// The stable codes of the lints, in their order: what is legal and, as arithmetic shows, can't be meant (`R07xx`).
package enum LintCode: String, Sendable, CaseIterable {
    case limitNeverReached = "R0701"
    case shorterWindowNeverReached = "R0702"
    case neverApplies = "R0703"
    case alwaysFails = "R0704"
    case neverFails = "R0705"
    case exemptsAll = "R0706"
    case versionsOverlap = "R0707"
    case versionsGap = "R0708"
    case untested = "R0709"
    case neverExempts = "R0710"
    case selectsAll = "R0711"
    case declinedBefore = "R0712"
}
