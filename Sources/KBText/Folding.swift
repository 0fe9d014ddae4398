/// What letters become when case and diacritics are folded away.
///
/// The tables follow from Unicode's compatibility decompositions without combining marks, with the usual spellings for
/// letters that have none (`ß` ss, `ø` o, `þ` th).
enum Folding {
    /// U+00C0 to U+024F, one entry a code point; `-` where the letter has no ASCII spelling.
    private static let latin = table(
        """
        a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o \
        o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i \
        i i i i i i i i ij ij j j k k k l l l l l l - - l l n n n n n n n ng ng o o o o o o oe oe r r r r r r s s s \
        s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s b b - - - - - c c - - - - - - - - f f \
        - - - - i k k l - - - - - o o - - - - - - - - - - - - - u u - - - - - - - - - - - - - - - - - - - dz dz dz \
        lj lj lj nj nj nj a a i i o o u u u u u u u u u u - a a a a ae ae - - g g k k o o o o - - j dz dz dz g g - - \
        n n a a ae ae o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - - a a e e o o o \
        o o o o o y y - - - j - - - - - l - - - - - b - - - - - - - - - - - -
        """)

    /// U+1E00 to U+1EFF, as ``latin``.
    private static let latinAdditional = table(
        """
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k k k \
        l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s s s t t \
        t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y - s - - ss - a a \
        a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o \
        o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y - - - - - -
        """)

    /// Up to two ASCII bytes an entry, the first in the low byte; 0 for none.
    private static func table(_ text: StaticString) -> [UInt16] {
        text.withUTF8Buffer { text in
            var entries: [UInt16] = []
            entries.reserveCapacity(text.count / 2)
            var entry: UInt16 = 0
            var shift: UInt16 = 0
            for byte in text {
                switch byte {
                case UInt8(ascii: " "):
                    entries.append(entry)
                    entry = 0
                    shift = 0
                case UInt8(ascii: "-"): break
                default:
                    entry |= UInt16(byte) << shift
                    shift += 8
                }
            }
            return entries + [entry]
        }
    }

    /// Up to two ASCII bytes for `scalar`, the first in the low byte; nil when it has no ASCII spelling.
    static func ascii(_ scalar: UInt32) -> UInt16? {
        let spelling: UInt16
        switch scalar {
        case 0xC0...0x24F: spelling = latin[Int(scalar - 0xC0)]
        case 0x1E00...0x1EFF: spelling = latinAdditional[Int(scalar - 0x1E00)]
        case 0xAA: spelling = 0x61
        case 0xBA: spelling = 0x6F
        case 0xB9: spelling = 0x31
        case 0xB2, 0xB3: spelling = UInt16(truncatingIfNeeded: scalar - 0xB2 + 0x32)
        case 0x2080...0x2089: spelling = UInt16(truncatingIfNeeded: scalar - 0x2080 + 0x30)
        case 0x2070, 0x2074...0x2079: spelling = UInt16(truncatingIfNeeded: scalar - 0x2070 + 0x30)
        case 0xFB01: spelling = 0x6966
        case 0xFB02: spelling = 0x6C66
        case 0xFF10...0xFF19: spelling = UInt16(truncatingIfNeeded: scalar - 0xFF10 + 0x30)
        case 0xFF21...0xFF3A: spelling = UInt16(truncatingIfNeeded: scalar - 0xFF21 + 0x61)
        case 0xFF41...0xFF5A: spelling = UInt16(truncatingIfNeeded: scalar - 0xFF41 + 0x61)
        default: return nil
        }
        return spelling == 0 ? nil : spelling
    }

    /// The lower-case letter without its accents, for letters that ``ascii(_:)`` does not know.
    ///
    /// `й` stays itself: unlike `ё`, it is a letter of its own to its readers.
    static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value: UInt32
        switch scalar.value {
        case 0xB5: value = 0x3BC
        case 0x386, 0x3AC: value = 0x3B1
        case 0x388, 0x3AD: value = 0x3B5
        case 0x389, 0x3AE: value = 0x3B7
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: value = 0x3B9
        case 0x38C, 0x3CC: value = 0x3BF
        case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: value = 0x3C5
        case 0x38F, 0x3CE: value = 0x3C9
        case 0x3C2: value = 0x3C3
        case 0x391...0x3A9, 0x410...0x42F: value = scalar.value + 0x20
        case 0x401, 0x451: value = 0x435
        case 0x400...0x40F: value = scalar.value + 0x50
        case 0x3B1...0x3CE, 0x430...0x45F: return scalar
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.first ?? scalar
        }
        return Unicode.Scalar(value) ?? scalar
    }
}

extension Unicode.Scalar {
    /// What a scalar is to the tokenizer.
    enum WordRole {
        /// Part of a word: a letter, a digit, or a mark that its script cannot do without.
        case letter
        /// Part of a word that folding drops: an accent, a vowel point.
        case accent
        /// A letter of a script written without spaces, indexed in pairs.
        case unspaced
        /// Between words.
        case separator
    }

    /// What this scalar, which is not ASCII, is to the tokenizer.
    var wordRole: WordRole {
        // Most of what is written without spaces, and its full stops and brackets.
        if 0x4E00...0x9FFF ~= value { return .unspaced }
        switch value {
        case 0xD7, 0xF7: return .separator
        case 0xC0...0x24F, 0x370...0x373, 0x386, 0x388...0x3FF, 0x400...0x481, 0x48A...0x52F: return .letter
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x640,
            0x64B...0x65F, 0x670, 0xAD, 0x200C, 0x200D, 0xFE00...0xFE0F:
            return .accent
        case 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB, 0xE000...0xF8FF,
            0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F300...0x1FAFF:
            return .separator
        case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xECE, 0xEDC...0xEDF, 0x1000...0x103F, 0x1050...0x1089,
            0x1100...0x11FF, 0x1780...0x17D3, 0x3005...0x3007, 0x3041...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3134F:
            return .unspaced
        default:
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .nonspacingMark, .spacingMark:
                return .letter
            case .otherNumber: return Folding.ascii(value) == nil ? .separator : .letter
            default: return .separator
            }
        }
    }
}
