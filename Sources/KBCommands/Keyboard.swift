internal import Glibc

/// Reads single keys: from a terminal as they are pressed, from a pipe or file as its characters.
///
/// A class, because it changes the terminal and gives it back: with ``stop()`` at the latest when it goes. Signals that ask
/// for the end arrive as keys meanwhile, so that whoever reads keys ends in the ordinary way.
final class Keyboard {
    /// Whether keys come from a terminal as they are pressed.
    let isTerminal: Bool

    private var saved = termios()
    private var isRaw = false
    private var bytes: ArraySlice<UInt8> = []
    /// Whether nothing but the line's end was read since the last one.
    private var isLineEmpty = true
    /// Signals as bytes: where they are read, and where a handler writes them.
    private var wake: (reading: Int32, writing: Int32) = (-1, -1)

    /// What happened on each signal before.
    private var handlers: [(number: Int32, handler: sighandler_t?)] = []

    /// The signals that become keys.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT]
    /// How long the rest of an escape sequence may take, in milliseconds: far longer than a terminal needs, too short
    /// to notice behind a lone Escape.
    private static let escapeWait: Int32 = 30

    /// Begins to read keys.
    init(_ terminal: Terminal) {
        isTerminal = terminal.isInputTerminal && tcgetattr(STDIN_FILENO, &saved) == 0
        start()
    }

    deinit { stop() }

    // MARK: - The terminal

    /// Takes the terminal: no echo, no waiting for the end of a line, Ctrl-C and Ctrl-Z as keys.
    func start() {
        guard isTerminal, !isRaw else { return }
        isRaw = true
        listen()
        takeTerminal()
    }

    private func takeTerminal() {
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON)
        withUnsafeMutableBytes(of: &raw.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
        }
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    }

    /// Gives the terminal back as it was.
    func stop() {
        guard isRaw else { return }
        isRaw = false
        tcsetattr(STDIN_FILENO, TCSADRAIN, &saved)
        for (number, handler) in handlers { signal(number, handler) }
        handlers = []
        wakeDescriptor = -1
        close(wake.reading)
        close(wake.writing)
    }

    /// Lets signals arrive as bytes of a pipe, which is waited for together with the keys.
    private func listen() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        wake = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeDescriptor = wake.writing
        for number in Keyboard.signals {
            let handler = signal(number, noteSignal)
            if Keyboard.isIgnoring(handler) {
                // As `nohup` wants it.
                signal(number, SIG_IGN)
            } else {
                handlers.append((number, handler))
            }
        }
    }

    private static func isIgnoring(_ handler: sighandler_t?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Stops the program as Ctrl-Z does, until the shell lets it go on.
    private func pause() {
        stop()
        kill(0, SIGTSTP)
        start()
    }

    // MARK: - Keys

    /// The next key; waits for it, at most so many milliseconds if that is given.
    func next(within patience: Int? = nil) -> Key {
        guard let first = nextByte(within: patience.map { Int32(clamping: $0) } ?? -1) else { return .timeout }
        switch first {
        case .key(let key): return key
        case .byte(let byte): return key(from: byte, within: patience)
        }
    }

    /// The next line of a script; nil at the end of the input. What is left of a line whose first characters were keys
    /// is passed over.
    func nextLine() -> String? {
        var text: [UInt8] = []
        var isRest = !isLineEmpty
        while case .byte(let byte)? = nextByte(within: -1) {
            guard byte == UInt8(ascii: "\n") else {
                text.append(byte)
                continue
            }
            isLineEmpty = true
            if !isRest { return String(decoding: text, as: UTF8.self) }
            (text, isRest) = ([], false)
        }
        return isRest || text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    /// A byte of the input, or a key that a signal stands for.
    private enum Arrival {
        case byte(UInt8)
        case key(Key)
    }

    private func key(from byte: UInt8, within patience: Int?) -> Key {
        defer { if byte != 0x0A, byte != 0x0D { isLineEmpty = false } }
        switch byte {
        case 0x0A, 0x0D:
            // What ends a line of a script is no key, an empty line is.
            let isEnter = isTerminal || isLineEmpty
            isLineEmpty = true
            return isEnter ? .enter : next(within: patience)
        case 0x08, 0x7F: return .backspace
        case 0x1B: return escaped()
        case 0x03 where isTerminal: return .end(.signal(SIGINT))
        case 0x1C where isTerminal: return .end(.signal(SIGQUIT))
        case 0x04: return .end(.input)
        case 0x1A where isTerminal:
            pause()
            return .resumed
        case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x00..<0x20: return .other
        case 0x20..<0x80: return .character(Character(Unicode.Scalar(byte)))
        default: return character(from: byte)
        }
    }

    /// A character of several bytes.
    private func character(from first: UInt8) -> Key {
        var text = [first]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        while text.count < length, case .byte(let byte)? = nextByte(within: Keyboard.escapeWait) { text.append(byte) }
        return String(decoding: text, as: UTF8.self).first.map(Key.character) ?? .other
    }

    /// Escape alone, or a key that sends a sequence: `ESC [ … letter`, `ESC O letter`, `ESC` and a character.
    private func escaped() -> Key {
        guard case .byte(let second)? = nextByte(within: Keyboard.escapeWait) else { return .escape }
        if second == UInt8(ascii: "O") { _ = nextByte(within: Keyboard.escapeWait) }
        guard second == UInt8(ascii: "[") else { return .other }
        while case .byte(let byte)? = nextByte(within: Keyboard.escapeWait), !(0x40...0x7E ~= byte) {}
        return .other
    }

    /// What comes next; nil when nothing does within so many milliseconds, -1 for no end.
    private func nextByte(within patience: Int32) -> Arrival? {
        if let byte = bytes.popFirst() { return .byte(byte) }
        var sources = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isRaw ? wake.reading : -1, events: Int16(POLLIN), revents: 0),
        ]
        // What interrupts the wait also writes into the pipe.
        while poll(&sources, nfds_t(sources.count), patience) < 0 {
            guard errno == EINTR else { return .key(.end(.input)) }
        }
        if sources[1].revents != 0, let key = signalled() { return .key(key) }
        guard sources[0].revents != 0 else { return nil }
        var room = [UInt8](repeating: 0, count: 256)
        let count = read(STDIN_FILENO, &room, room.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return nextByte(within: patience) }
        guard count > 0 else { return .key(.end(.input)) }
        bytes = room[..<count]
        return bytes.popFirst().map(Arrival.byte)
    }

    /// The key that the next signal stands for.
    private func signalled() -> Key? {
        var number: UInt8 = 0
        guard read(wake.reading, &number, 1) == 1 else { return nil }
        switch Int32(number) {
        case SIGWINCH: return .resized
        case SIGCONT:
            // Whoever stopped us may have given the terminal back.
            takeTerminal()
            return .resumed
        case let other: return .end(.signal(other))
        }
    }
}

/// Where the handler of signals writes; -1 for nowhere. A handler can reach nothing but what is global.
nonisolated(unsafe) private var wakeDescriptor: Int32 = -1

/// Notes a signal in the pipe: one of the few things that are allowed in a handler.
private func noteSignal(_ number: Int32) {
    let code = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(wakeDescriptor, &byte, 1)
    errno = code
}
