/// The names that a plugin's function can have.
package enum FunctionName {
    /// Why no rules file can declare a function of a name.
    package enum Mistake: Equatable, Sendable {
        /// It is no name at all.
        case form
        /// It is a word of the language, a field, a kind, a weekday or a function that every policy has.
        case taken
    }

    /// What is wrong with a name where rules may name the fields and kinds of a vocabulary; nil if nothing is.
    package static func mistake(in name: String, vocabulary: Vocabulary) -> Mistake? {
        guard KebabCase.isValid(name) else { return .form }
        let isTaken = DeclarationTable(vocabulary: vocabulary).meaning(of: name) != nil
        return isTaken || ReservedWords.contains(name) ? .taken : nil
    }
}
