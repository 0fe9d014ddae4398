import Foundation
import Glibc

/// A terminal that a test reads and types into.
final class PseudoTerminal {
    /// The end that the program under test sees.
    let device: Int32
    private let main: Int32

    /// A terminal of so many columns and rows.
    init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
        // grantpt, unlockpt and ptsname by hand: Swift's view of the C library lacks them.
        main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var isLocked: Int32 = 0
        var number: Int32 = 0
        guard main >= 0, ioctl(main, 0x4004_5431, &isLocked) == 0, ioctl(main, 0x8004_5430, &number) == 0 else {
            throw POSIXError(.ENXIO)
        }
        let end = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard end >= 0 else { throw POSIXError(.ENXIO) }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(end, UInt(TIOCSWINSZ), &size)
        device = end
        _ = fcntl(main, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(device)
        close(main)
    }

    /// Presses keys.
    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(main, bytes, bytes.count)
    }

    /// Whether it echoes what is typed and waits for the end of a line, as a shell leaves it.
    var isOrdinary: Bool {
        var mode = termios()
        return tcgetattr(device, &mode) == 0 && mode.c_lflag & tcflag_t(ECHO | ICANON) == tcflag_t(ECHO | ICANON)
    }

    /// What was written since the last look, with line ends as the program wrote them.
    func read() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(main, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }
}

extension Sandbox {
    /// Runs `command` with the streams named on a terminal, the others as in ``run(_:)``.
    ///
    /// - Returns: What the terminal showed, and how the command ended.
    func runOnTerminal(
        _ command: String, output: Bool = true, errors: Bool = false, columns: UInt16 = 80, rows: UInt16 = 24
    ) throws -> (screen: String, status: Int32) {
        let terminal = try PseudoTerminal(columns: columns, rows: rows)
        let nowhere = open("/dev/null", O_RDWR)
        defer { close(nowhere) }
        let child = try start(
            command, input: nowhere, output: output ? terminal.device : nowhere,
            errors: errors ? terminal.device : nowhere)
        // A terminal holds only some kilobytes: what is read keeps the program writing.
        var screen = ""
        let status = try child.wait { screen += terminal.read() }
        return (screen + terminal.read(), status)
    }
}
