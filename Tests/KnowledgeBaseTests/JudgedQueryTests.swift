import Foundation
import KBModel
import Testing

@testable import KnowledgeBase

/// Searches this repository's own notes: the question, and the section that must be among the first three hits.
@Suite struct JudgedQueryTests {
    /// How far down the answer may stand.
    private static let depth = 3

    private static let judged: [(query: String, path: String, heading: String)] = [
        // Keywords.
        ("position bias", "recsys/ranking.md", "Position bias"),
        ("two tower model", "modelling/embeddings.md", "How they're trained"),
        ("data drift detection", "serving/monitoring.md", "Drift"),
        ("tail latency", "serving/latency-and-caching.txt", "latency-and-caching"),
        ("hedged requests", "serving/overview.md", "Fallbacks"),
        ("platt scaling", "evaluation/calibration.md", "Fixes (in order of what I would try)"),
        ("novelty effect", "evaluation/experiment-pitfalls.txt", "Time:"),
        ("knowledge distillation", "modelling/compression.md", "Knowledge distillation"),
        ("point in time join", "data/feature-stores.md", "Point-in-time join"),
        ("negative sampling", "data/labels.txt", "Negatives"),
        ("focal loss", "modelling/model-selection.md", "Loss functions"),
        ("SMOTE oversampling", "data/class-imbalance.md", "Data level"),
        ("multi task ranking", "recsys/ranking.md", "Model choices"),
        ("precision at k", "evaluation/offline-metrics.md", "Ranking and retrieval"),
        ("leakage", "data/feature-engineering.md", "Leakage checklist"),
        ("shadow mode", "evaluation/ab-testing.md", "Roll-out"),
        // Questions.
        ("how do I set the decision threshold", "data/class-imbalance.md", "Decision level"),
        ("why is accuracy misleading for rare positives", "data/class-imbalance.md", "What goes wrong"),
        ("What is a feature store for?", "data/feature-stores.md", "Feature store"),
        ("how often should I retrain", "flashcards.md", "Operations"),
        ("how do you label data cheaply", "flashcards.md", "Data"),
        ("batch or online prediction?", "serving/overview.md", "Batch, online, streaming"),
        ("what happens when the model is down, fallback", "serving/overview.md", "Fallbacks"),
        ("how large a sample size does an experiment need", "evaluation/ab-testing.md", "Sample size"),
        // Slips of the hand.
        ("calibraton error", "evaluation/calibration.md", "Measuring"),
        ("embeding dimension", "modelling/embeddings.md", "How they're trained"),
        ("featrue store", "data/feature-stores.md", "Feature store"),
        ("quantizaton", "modelling/compression.md", "Quantization"),
        ("hegded requests", "serving/overview.md", "Fallbacks"),
        // Other words for the same.
        ("unbalanced classes", "data/class-imbalance.md", "Class imbalance"),
        ("smaller model for phones", "modelling/compression.md", "Model compression"),
        ("gradual rollout", "evaluation/ab-testing.md", "Roll-out"),
        // Short and long forms.
        ("AUC", "evaluation/offline-metrics.md", "ROC or PR"),
        ("normalized discounted cumulative gain", "evaluation/offline-metrics.md", "Ranking and retrieval"),
        ("MDE", "evaluation/ab-testing.md", "Plan before starting (10 min)"),
        ("ANN search", "modelling/embeddings.md", "Nearest neighbours"),
        ("CTR", "data/feature-engineering.md", "By source"),
    ]

    @Test func `the answer is among the first hits`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = try TemporaryFolder()
        let vault = try VaultLocator(
            flag: root.path, environment: ["HOME": folder.path], workingFolder: folder.path,
            indexFolder: folder.at("index")
        ).locate()
        let base = KnowledgeBase(vault: vault)
        let options = SearchOptions(limit: JudgedQueryTests.depth)
        for (query, path, heading) in JudgedQueryTests.judged {
            let hits = try base.search(query, options: options, today: KnowledgeBase.day).hits
            let found = hits.map { "\($0.path) › \($0.headingPath.last ?? $0.title)" }
            #expect(found.contains("notes/\(path) › \(heading)"), "\(query): \(found)")
        }
    }
}
