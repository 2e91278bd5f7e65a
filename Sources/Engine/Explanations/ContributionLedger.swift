/// Follows which transactions each cell of one account holds, while history is decided again.
struct ContributionLedger {
    struct Cell {
        var window: Int32 = 0
        var contributions: [Explanation.Contribution] = []
        var count = 0
    }

    /// By rule.
    private(set) var cells: [Int32: Cell] = [:]
    private let customer: UInt32
    private let keepsOthers: Bool

    /// A ledger of a customer's own cells and those of everyone. Ids of other customers are kept only if wanted.
    init(customer: UInt32, keepsOthers: Bool) {
        self.customer = customer
        self.keepsOthers = keepsOthers
    }

    /// Takes a decided row with its judgements.
    mutating func add(_ row: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch, judged: Int) {
        let kind = decisions.kinds[row]
        let isOwn = batch.customerNumbers[row] == customer
        guard kind != .ignored else { return }
        for index in 0..<judged {
            let judgement = decisions.judgements[index]
            let step = judgement.step
            guard step.kind == .limit, judgement.isRelevant, judgement.canCount, isOwn || step.isShared,
                kind.isAccepted || step.countsAttempts
            else { continue }
            var cell = cells[step.rule] ?? Cell()
            if judgement.window != cell.window { cell = Cell(window: judgement.window) }
            cell.count += 1
            if !step.isShared || keepsOthers {
                let id = String(decoding: batch.idText(row).copied, as: UTF8.self)
                cell.contributions.append(Explanation.Contribution(id: id, added: judgement.added))
            }
            cells[step.rule] = cell
        }
    }

    /// What the rule's cell holds in the given window.
    func cell(_ rule: Int32, _ window: Int32) -> Cell {
        guard let cell = cells[rule], cell.window == window else { return Cell() }
        return cell
    }
}
