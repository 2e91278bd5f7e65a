// swift-tools-version: 6.2
import PackageDescription

/// One set of switches for every target: what the compiler can find, it reports, and a report stops the build.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "bankrules",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "RulesDSL", targets: ["RulesDSL"]),
        .library(name: "Engine", targets: ["Engine"]),
        .executable(name: "bankrules", targets: ["bankrules"]),
    ],
    targets: [
        .target(name: "RulesDSL", swiftSettings: strict),
        .target(name: "Engine", dependencies: ["RulesDSL"], swiftSettings: strict),
        // The header that plugins are written against.
        .target(name: "BankrulesPlugin"),
        .executableTarget(
            name: "bankrules", dependencies: ["BankrulesPlugin", "Engine", "RulesDSL"], swiftSettings: strict),
        // What several test targets share.
        .target(name: "TestSupport", dependencies: ["Engine"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "RulesDSLTests", dependencies: ["Engine", "RulesDSL", "TestSupport"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "EngineTests", dependencies: ["Engine", "RulesDSL", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ModelTests", dependencies: ["Engine", "RulesDSL", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["bankrules", "Engine", "RulesDSL", "TestSupport"],
            exclude: ["Golden", "Plugins/variants.c"],
            swiftSettings: strict),
        .testTarget(name: "HouseTests", swiftSettings: strict),
    ]
)
