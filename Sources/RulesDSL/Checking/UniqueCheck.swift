extension PolicyChecker {
    /// What a `unique` remembers: its fields and those of its scope are one key together.
    mutating func checkUnique(_ rule: RuleSyntax, _ clauses: RuleClauses) -> CheckedRule.Check? {
        var within: Int64?
        var isWhole = true
        if case .within(let length) = clauses[.within]?.kind {
            within = checkLength(length, behind: "within", atLeast: 1, atMost: CheckLimits.windowDays)
            isWhole = within != nil
        }
        var key: (fields: [FieldIndex], scope: CheckedScope)?
        if case .key(let names, let scope) = clauses[.key]?.kind { key = checkKey(names, scope) }
        var conflict: CheckedUnique.Conflict?
        if let clause = clauses[.conflict], case .conflict(let names, _, let code) = clause.kind {
            conflict = checkConflict(names, code, clause, of: rule, key)
            isWhole = isWhole && conflict != nil
        }
        guard isWhole, let key else { return nil }
        return .unique(CheckedUnique(key: key.fields, scope: key.scope, within: within, conflict: conflict))
    }

    private mutating func checkKey(
        _ names: [NameSyntax], _ scope: ScopeSyntax?
    ) -> (fields: [FieldIndex], scope: CheckedScope)? {
        let key = checkKeyFields(names)
        switch scope {
        case .per(let scopeNames):
            let scopeFields = checkKeyFields(scopeNames)
            guard let all = checkDistinct(names + scopeNames, key + scopeFields) else { return nil }
            return (Array(all.prefix(key.count)), .fields(Array(all.dropFirst(key.count))))
        case .everyone: return checkDistinct(names, key).map { ($0, .everyone) }
        case nil:
            _ = checkDistinct(names, key)
            return nil
        }
    }

    private mutating func checkKeyFields(_ names: [NameSyntax]) -> [FieldIndex?] {
        names.map { checkTransactionField($0) { CheckMessage.stateInUnique($0) } }
    }

    /// `conflict [on FIELD, …] decline as CODE`: without names, all that makes up what was asked for.
    private mutating func checkConflict(
        _ names: [NameSyntax], _ code: NameSyntax?, _ clause: ClauseSyntax, of rule: RuleSyntax,
        _ key: (fields: [FieldIndex], scope: CheckedScope)?
    ) -> CheckedUnique.Conflict? {
        if let code, EngineCause(rawValue: code.text) != nil {
            report(CheckMessage.codeOfEngine(code))
        }
        let code = code?.text ?? rule.name.text
        let fields = checkKeyFields(names)
        guard let compared = checkDistinct(names, fields), let key else { return nil }
        var keyFields = Set(key.fields)
        if case .fields(let scope) = key.scope { keyFields.formUnion(scope) }
        guard names.isEmpty else {
            var isRight = true
            for (name, field) in zip(names, compared) where keyFields.contains(field) {
                report(CheckMessage.conflictField(name))
                isRight = false
            }
            return isRight ? CheckedUnique.Conflict(fields: ascending(Set(compared)), code: code) : nil
        }
        let payload = declarations.fields.indices.filter { declarations.fields[$0].isPayload }.map { FieldIndex($0) }
        let rest = ascending(Set(payload).subtracting(keyFields))
        guard !rest.isEmpty else {
            report(CheckMessage.conflictWithoutFields(clause.keyword))
            return nil
        }
        return CheckedUnique.Conflict(fields: rest, code: code)
    }

    private func ascending(_ fields: Set<FieldIndex>) -> [FieldIndex] {
        fields.sorted { $0.index < $1.index }
    }
}
