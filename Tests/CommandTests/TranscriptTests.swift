import Foundation
import Testing

@Suite struct TranscriptTests {
    /// The transcripts, beside this file.
    static let files: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Transcripts")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }()

    /// `KB_RECORD=1 swift test` writes what kb does now into the transcripts; read the difference before committing.
    static let isRecording = ProcessInfo.processInfo.environment["KB_RECORD"] == "1"

    @Test func `there are transcripts`() {
        #expect(TranscriptTests.files.count >= 10)
    }

    @Test(arguments: files)
    func `every command prints what its transcript says`(_ file: URL) throws {
        let written = try String(contentsOf: file, encoding: .utf8)
        let replayed = try Transcript(written).replayed()
        if TranscriptTests.isRecording {
            try Data(replayed.utf8).write(to: file)
        } else if replayed != written {
            Issue.record("\(file.lastPathComponent):\n\(TranscriptTests.difference(from: written, to: replayed))")
        }
    }

    /// The lines that differ, each under the command it belongs to.
    static func difference(from written: String, to replayed: String) -> String {
        func lines(_ text: String) -> [String] {
            var command = ""
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                if line.hasPrefix("$ ") { command = String(line) }
                return "\(command)\n    \(line)"
            }
        }
        return lines(replayed).difference(from: lines(written)).prefix(40).map { change in
            switch change {
            case .insert(_, let line, _): "now   \(line)"
            case .remove(_, let line, _): "wrote \(line)"
            }
        }.joined(separator: "\n")
    }
}
