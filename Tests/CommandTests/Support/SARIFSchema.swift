import Foundation

/// The part of the schema of SARIF 2.1.0 that this program's logs use: which members an object may have, which it must
/// have, and what they are. A member that is not here may not be written.
indirect enum SARIFSchema: Sendable {
    case text(oneOf: [String]? = nil)
    case integer(from: Int)
    case list(SARIFSchema)
    case object([String: SARIFSchema], required: [String])
    /// The bag of properties of the producer's own.
    case anything

    static let log = object(
        ["$schema": .text(), "version": .text(oneOf: ["2.1.0"]), "runs": .list(run)], required: ["version", "runs"])

    private static let run = object(
        [
            "tool": .object(["driver": driver], required: ["driver"]),
            "invocations": .list(invocation), "columnKind": .text(oneOf: ["utf16CodeUnits", "unicodeCodePoints"]),
            "results": .list(result),
        ], required: ["tool"])

    private static let invocation = object(
        [
            "executionSuccessful": .anything,
            "toolExecutionNotifications": .list(.object(["level": levels, "message": message], required: ["message"])),
        ], required: ["executionSuccessful"])

    private static let driver = object(
        ["name": .text(), "version": .text(), "rules": .list(rule)], required: ["name"])

    private static let levels = SARIFSchema.text(oneOf: ["none", "note", "warning", "error"])

    private static let rule = object(
        [
            "id": .text(), "shortDescription": message, "fullDescription": message, "help": message,
            "defaultConfiguration": .object(["level": levels], required: []),
        ], required: ["id"])

    private static let message = object(["text": .text()], required: ["text"])

    private static let result = object(
        [
            "ruleId": .text(), "ruleIndex": .integer(from: -1), "level": levels, "message": message,
            "locations": .list(location), "relatedLocations": .list(location), "fixes": .list(fix),
            "properties": .anything,
        ], required: ["message"])

    private static let location = object(
        ["id": .integer(from: -1), "message": message, "physicalLocation": physical], required: [])

    private static let physical = object(
        ["artifactLocation": artifact, "region": region], required: ["artifactLocation"])

    private static let artifact = object(["uri": .text()], required: [])

    private static let region = object(
        [
            "startLine": .integer(from: 1), "startColumn": .integer(from: 1), "endLine": .integer(from: 1),
            "endColumn": .integer(from: 1),
        ], required: [])

    private static let fix = object(["artifactChanges": .list(change)], required: ["artifactChanges"])

    private static let change = object(
        [
            "artifactLocation": artifact,
            "replacements": .list(
                .object(["deletedRegion": region, "insertedContent": message], required: ["deletedRegion"])),
        ], required: ["artifactLocation", "replacements"])

    /// Adds what is wrong with a value.
    func check(_ value: Any, at place: String, into faults: inout [String]) {
        switch self {
        case .anything: return
        case .text(let choices):
            guard let text = value as? String else { return faults.append("\(place) is no text") }
            if let choices, !choices.contains(text) { faults.append("\(place) is \(text)") }
        case .integer(let least):
            guard let number = value as? Int else { return faults.append("\(place) is no number") }
            if number < least { faults.append("\(place) is \(number)") }
        case .list(let element):
            guard let list = value as? [Any] else { return faults.append("\(place) is no list") }
            for (index, item) in list.enumerated() { element.check(item, at: "\(place).\(index)", into: &faults) }
        case .object(let members, let required):
            guard let object = value as? [String: Any] else { return faults.append("\(place) is no object") }
            for name in required where object[name] == nil { faults.append("\(place): \(name) is missing") }
            for (name, item) in object.sorted(by: { $0.key < $1.key }) {
                guard let member = members[name] else {
                    faults.append("\(place): \(name) is unknown")
                    continue
                }
                member.check(item, at: "\(place).\(name)", into: &faults)
            }
        }
    }
}
