/// What a person does at the keyboard, or a script on standard input.
enum Key: Equatable {
    /// Why no more keys will come.
    enum End: Equatable {
        /// Ctrl-D, the end of the input, or a terminal that was closed.
        case input
        /// Ctrl-C or a signal that asks for the end, by its number: what the program should die of.
        case signal(Int32)
    }

    /// A character, the space among them.
    case character(Character)
    case enter
    case backspace
    case escape
    /// Ctrl and a letter, where that has no meaning of its own.
    case control(Character)
    /// An arrow, a function key and the like.
    case other
    /// The terminal has another size now.
    case resized
    /// The program was stopped and goes on: the screen may show something else.
    case resumed
    /// So much time passed without a key.
    case timeout
    /// No more keys will come.
    case end(End)
}
