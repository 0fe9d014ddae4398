/// A character written as `&name;`, `&#number;` or `&#xhex;`.
struct Entity {
    /// What it stands for; never longer in UTF-8 than the entity itself.
    var text: String
    /// The offset after the `;`.
    var end: Int

    /// Reads the entity at `start`, where `&` stands; nil when it is none, or none of those notes use.
    init?(_ t: ByteView, _ start: Int) {
        var i = start + 1
        if t[i] == .hash {
            i += 1
            let isHex = t[i] | 0x20 == 0x78
            if isHex { i += 1 }
            var value: UInt32 = 0
            let first = i
            while i - first < 7, isHex ? t[i].isHexDigit : t[i].isDigit {
                let digit = t[i].isDigit ? t[i] - 0x30 : (t[i] | 0x20) - 0x61 + 10
                value = value * (isHex ? 16 : 10) + UInt32(digit)
                i += 1
            }
            guard i > first, i - first <= (isHex ? 6 : 7), t[i] == .semicolon else { return nil }
            text = String(Unicode.Scalar(value).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}")
        } else {
            while i - start < 12, t[i].isAlphanumeric { i += 1 }
            guard t[i] == .semicolon, let known = Self.named[t.string(start + 1, i)] else { return nil }
            text = known
        }
        // NUL, LF and CR would break the count of lines; no note means them.
        if text == "\n" || text == "\r" { text = " " }
        if text.utf8.count > i + 1 - start { text = "?" }
        end = i + 1
    }

    /// The names met in notes, out of the 2,231 of HTML.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷",
        "frac12": "½", "frac14": "¼", "frac34": "¾", "sup1": "¹", "sup2": "²", "sup3": "³", "micro": "µ", "para": "¶",
        "sect": "§", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "larr": "←", "rarr": "→", "uarr": "↑",
        "darr": "↓", "harr": "↔", "rArr": "⇒", "lArr": "⇐", "hArr": "⇔", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈",
        "equiv": "≡", "infin": "∞", "sum": "∑", "prod": "∏", "minus": "−", "radic": "√", "part": "∂", "int": "∫",
        "forall": "∀", "exist": "∃", "isin": "∈", "notin": "∉", "cap": "∩", "cup": "∪", "sub": "⊂", "sup": "⊃",
        "sube": "⊆",
        "empty": "∅", "nabla": "∇", "and": "∧", "or": "∨", "not": "¬", "alpha": "α", "beta": "β", "gamma": "γ",
        "delta": "δ", "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ",
        "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
        "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "lpar": "(", "rpar": ")", "num": "#", "ast": "*",
        "vert": "|", "verbar": "|", "lowbar": "_", "bsol": "\\", "sol": "/", "colon": ":", "semi": ";", "comma": ",",
        "period": ".", "excl": "!", "quest": "?", "percnt": "%", "dollar": "$", "commat": "@", "grave": "`", "Hat": "^",
        "Tab": "\t", "NewLine": " ", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwj": "\u{200D}",
        "zwnj": "\u{200C}", "shy": "\u{AD}", "check": "✓", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "aacute": "á",
        "ccedil": "ç",
        "ntilde": "ñ", "iexcl": "¡", "iquest": "¿", "acirc": "â", "ecirc": "ê", "ocirc": "ô", "oslash": "ø",
        "aring": "å",
    ]
}
