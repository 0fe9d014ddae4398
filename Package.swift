// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: strict enough that an unsafe shortcut shows up in review.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "kb",
    products: [
        .executable(name: "kb", targets: ["kb"]),
        .executable(name: "kb-bench", targets: ["kb-bench"]),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLinux"),

        // The pure core: no file, no clock, no output.
        .target(name: "KBModel", swiftSettings: strict),
        .target(name: "KBText", swiftSettings: strict),
        .target(name: "KBParse", dependencies: ["KBModel", "CYAML"], swiftSettings: strict),
        .target(name: "KBStudy", dependencies: ["KBModel", "KBText", "KBConcepts"], swiftSettings: strict),
        .target(name: "KBConcepts", dependencies: ["KBModel", "KBText"], swiftSettings: strict),
        .target(name: "KBRank", dependencies: ["KBModel", "KBText", "KBLatent"], swiftSettings: strict),
        .target(name: "KBLatent", dependencies: ["KBText"], swiftSettings: strict),
        .target(name: "KBEdit", dependencies: ["KBModel", "KBText", "KBParse"], swiftSettings: strict),
        .target(
            name: "KBImport", dependencies: ["KBModel", "KBText", "KBParse", "KBEdit"], swiftSettings: strict),
        .target(name: "KBEval", dependencies: ["KBModel", "KBText"], swiftSettings: strict),
        .target(
            name: "KBPresent", dependencies: ["KBModel", "KBEdit", "KBImport", "KBEval", "KBStudy"],
            swiftSettings: strict),

        // The index and the engine.
        .target(name: "KBStore", dependencies: ["KBModel", "KBText", "KBLatent", "CSQLite"], swiftSettings: strict),
        .target(
            name: "KnowledgeBase",
            dependencies: [
                "KBModel", "KBText", "KBParse", "KBConcepts", "KBEdit", "KBImport", "KBLatent", "KBRank", "KBEval",
                "KBStudy", "KBStore", "CLinux",
            ],
            swiftSettings: strict),

        // The front end.
        .target(
            name: "KBCommands",
            dependencies: ["KnowledgeBase", "KBModel", "KBEdit", "KBImport", "KBEval", "KBStudy", "KBPresent"],
            swiftSettings: strict),
        .executableTarget(name: "kb", dependencies: ["KBCommands"], swiftSettings: strict),
        .executableTarget(
            name: "kb-bench",
            dependencies: [
                "KnowledgeBase", "KBModel", "KBText", "KBParse", "KBConcepts", "KBLatent", "KBRank", "KBStore",
            ],
            swiftSettings: strict),

        // One test target a layer, and one for the program as a whole.
        .testTarget(name: "KBTextTests", dependencies: ["KBText"], swiftSettings: strict),
        .testTarget(name: "KBParseTests", dependencies: ["KBParse", "KBModel"], swiftSettings: strict),
        .testTarget(
            name: "KBStudyTests", dependencies: ["KBStudy", "KBModel", "KBText", "KBParse"], exclude: ["Oracle"],
            swiftSettings: strict),
        .testTarget(
            name: "KBConceptsTests", dependencies: ["KBConcepts", "KBModel", "KBText", "KBParse"],
            swiftSettings: strict),
        .testTarget(
            name: "KBRankTests", dependencies: ["KBRank", "KBModel", "KBText", "KBLatent"], swiftSettings: strict),
        .testTarget(
            name: "KBEditTests", dependencies: ["KBEdit", "KBModel", "KBText", "KBParse"], swiftSettings: strict),
        .testTarget(
            name: "KBImportTests", dependencies: ["KBImport", "KBEdit", "KBModel", "KBText", "KBParse"],
            swiftSettings: strict),
        .testTarget(name: "KBLatentTests", dependencies: ["KBLatent", "KBText"], swiftSettings: strict),
        .testTarget(name: "KBEvalTests", dependencies: ["KBEval", "KBModel"], swiftSettings: strict),
        .testTarget(
            name: "KBPresentTests", dependencies: ["KBPresent", "KBModel", "KBEdit", "KBEval", "KBStudy"],
            swiftSettings: strict),
        .testTarget(
            name: "KBStoreTests", dependencies: ["KBStore", "KBModel", "KBText", "KBLatent"], swiftSettings: strict),
        .testTarget(
            name: "KnowledgeBaseTests",
            dependencies: [
                "KnowledgeBase", "KBModel", "KBConcepts", "KBEdit", "KBImport", "KBStore", "KBParse", "KBEval",
                "KBStudy",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["kb", "KBModel"], exclude: ["Transcripts"], swiftSettings: strict),
    ]
)
