internal import KBParse

/// The elements of HTML that mean something to a note, and what stands in a tree beside elements.
enum HTMLTag: UInt8, CaseIterable {
    /// The root of a tree, a run of text, a comment, and an element without a meaning of its own.
    case document, text, comment, unknown
    case html, head, body, title, meta, link, base, script, style, noscript, template
    case main, article, section, nav, header, footer, aside, div, p, h1, h2, h3, h4, h5, h6, hgroup
    case ul, ol, li, dl, dt, dd, menu, dir, blockquote, pre, figure, figcaption, hr, br, wbr
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    case address, center, details, summary, fieldset, legend, form, search, dialog
    case a, b, i, em, strong, code, tt, samp, kbd, `var`, cite, dfn, q, s, strike, del, ins, mark, sub, sup, u
    case small, big, abbr, span, font, nobr, time, ruby, rt, rp
    case img, picture, source, svg, math, semantics, annotation, annotationXML, foreignObject, desc, mtext
    case iframe, object, embed, video, audio, canvas, track, param, map, area, applet, marquee
    case input, button, select, option, optgroup, textarea, label, progress, meter
    case frameset, frame, noframes, noembed, xmp, plaintext, listing, keygen, bgsound, basefont
    case mathContainer, mathAssistive

    /// The name as pages write it, in small letters; empty for what is no element.
    var name: String {
        switch self {
        case .document, .text, .comment, .unknown: ""
        case .annotationXML: "annotation-xml"
        case .foreignObject: "foreignobject"
        case .mathContainer: "mjx-container"
        case .mathAssistive: "mjx-assistive-mml"
        default: "\(self)"
        }
    }

    /// The element of a name, written in any case.
    init(_ name: ArraySlice<UInt8>) {
        self = Self.byHash[Self.hash(name)] ?? .unknown
    }

    /// FNV-1a of a name in small letters: a dictionary of numbers is asked quicker than one of strings.
    static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte.lowered)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    private static let byHash: [UInt64: HTMLTag] = {
        var known: [UInt64: HTMLTag] = [hash("image".utf8): .img]
        for tag in allCases where !tag.name.isEmpty { known[hash(tag.name.utf8)] = tag }
        return known
    }()
}
