// swift-tools-version: 6.2
import PackageDescription

/// The switches of the product's own package.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .executableTarget(name: "generate", path: "Sources/Generate", swiftSettings: strict),
        .executableTarget(name: "twin", path: "Sources/Twin", swiftSettings: strict),
    ]
)
