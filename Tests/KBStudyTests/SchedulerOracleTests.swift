import Foundation
import KBModel
import Testing

@testable import KBStudy

/// A history made up at random, with what py-fsrs answers; how they are made stands in `Oracle/fsrs-histories.py`.
struct OracleHistory: CustomTestStringConvertible {
    struct Review {
        var waited: Int
        var grade: Grade
        var fuzz: Double?
        var retrievability: Double
        var phase: Schedule.Phase
        var memory: Memory
        var dueIn: Int
    }

    var line: Int
    var scheduler: Scheduler
    var reviews: [Review] = []

    var testDescription: String { "the history on line \(line)" }

    static let all: [OracleHistory] = {
        let path =
            ProcessInfo.processInfo.environment["KB_FSRS_HISTORIES"]
            ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/fsrs-histories.txt").path
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        var histories: [OracleHistory] = []
        for (index, line) in text.split(separator: "\n").enumerated() {
            if let scheduler = scheduler(line) {
                histories.append(OracleHistory(line: index + 1, scheduler: scheduler))
            } else if let review = review(line), !histories.isEmpty {
                histories[histories.count - 1].reviews.append(review)
            }
        }
        return histories
    }()

    private static func scheduler(_ line: Substring) -> Scheduler? {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
        guard parts.count == 3, parts[0].count > 3, let retention = Double(parts[0][1]), let longest = Int(parts[0][2]),
            let weights = parts[0][3] == "-" ? .standard : Weights(parts[0][3...].compactMap { Double($0) })
        else { return nil }
        return Scheduler(
            weights: weights, retention: retention, learningSteps: parts[1].compactMap { Int($0) },
            relearningSteps: parts[2].compactMap { Int($0) }, longestInterval: longest)
    }

    private static func review(_ line: Substring) -> Review? {
        let fields = line.split(separator: " ")
        guard fields.count == 8, let waited = Int(fields[0]), let grade = Int(fields[1]).flatMap(Grade.init),
            let retrievability = Double(fields[3]), let stability = Double(fields[5]),
            let difficulty = Double(fields[6]), let dueIn = Int(fields[7])
        else { return nil }
        let step = Int(fields[4].dropFirst()) ?? 0
        let phase: Schedule.Phase =
            switch fields[4].first {
            case "L": .learning(step: step)
            case "X": .relearning(step: step)
            default: .review
            }
        return Review(
            waited: waited, grade: grade, fuzz: Double(fields[2]), retrievability: retrievability, phase: phase,
            memory: Memory(stability: stability, difficulty: difficulty), dueIn: dueIn)
    }
}

@Suite struct SchedulerOracleTests {
    /// Histories are written with twelve digits.
    private func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }

    @Test func `there are histories of py-fsrs to compare with`() {
        #expect(OracleHistory.all.count >= 200)
        #expect(OracleHistory.all.allSatisfy { !$0.reviews.isEmpty })
    }

    @Test func `every review of every history has the outcome py-fsrs gives it`() {
        for history in OracleHistory.all {
            var schedule = Schedule()
            var now = Instant(seconds: 1_767_225_600)
            for (number, review) in history.reviews.enumerated() {
                now = now.adding(seconds: review.waited)
                let recall = history.scheduler.retrievability(of: schedule, at: now)
                schedule = history.scheduler.review(schedule, review.grade, at: now, fuzz: review.fuzz)
                let memory = schedule.memory ?? Memory(stability: 0, difficulty: 0)
                let isSame =
                    agree(recall, review.retrievability) && agree(memory.stability, review.memory.stability)
                    && agree(memory.difficulty, review.memory.difficulty) && schedule.phase == review.phase
                    && schedule.due == now.adding(seconds: review.dueIn)
                guard isSame else {
                    Testing.Issue.record("line \(history.line), review \(number + 1): \(schedule), recall \(recall)")
                    return
                }
            }
        }
    }
}
