/// What a timeline has at one second.
protocol TimelineStep: BitwiseCopyable {
    /// What steps that follow one another come to.
    associatedtype Total
    /// What is known of a run of steps without looking at each.
    associatedtype Run: TimelineRun where Run.Step == Self

    var time: Int64 { get }
    /// Takes in another step of the same second.
    mutating func merge(_ other: Self) throws(CriticalError)
    /// Changes what the steps before it come to into what they come to with it.
    func apply(to total: inout Total)
}

/// Steps that follow one another, at least one.
protocol TimelineRun: BitwiseCopyable {
    associatedtype Step: TimelineStep

    init(_ step: Step)
    /// Takes in what follows, or what its last step merges.
    mutating func append(_ next: Self)
    /// The same as applying each of its steps.
    func apply(to total: inout Step.Total)
}
