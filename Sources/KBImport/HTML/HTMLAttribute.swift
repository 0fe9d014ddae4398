/// The attributes that mean something to a note; all others are dropped while a page is read.
enum HTMLAttribute: UInt8, CaseIterable {
    case href, src, alt, title, id, name, content, property, rel, role, type, lang, dir, start, value, checked, colspan
    case rowspan, align, style, hidden, open, datetime, itemprop, charset, encoding, display, width, height, srcset
    case itemtype, cite, poster, scope, label, data
    /// `class`, `http-equiv` and others whose names Swift does not take.
    case classes, equivalent, ariaHidden, ariaLabel, ariaLevel, dataSource, dataOriginal, dataLazySource, dataSourceSet
    case dataLanguage, dataLang, dataCallout, dataFootnote, alternativeText, shadowRoot, codeParameters, xmlLang,
        epubType

    var text: String {
        switch self {
        case .classes: "class"
        case .equivalent: "http-equiv"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .ariaLevel: "aria-level"
        case .dataSource: "data-src"
        case .dataOriginal: "data-original"
        case .dataLazySource: "data-lazy-src"
        case .dataSourceSet: "data-srcset"
        case .dataLanguage: "data-language"
        case .dataLang: "data-lang"
        case .dataCallout: "data-callout"
        case .dataFootnote: "data-footnote-ref"
        case .alternativeText: "alttext"
        case .shadowRoot: "shadowrootmode"
        case .codeParameters: "data-syntaxhighlighter-params"
        case .xmlLang: "xml:lang"
        case .epubType: "epub:type"
        default: "\(self)"
        }
    }

    /// The attribute of a name, written in any case; nil when it means nothing here.
    init?(_ name: ArraySlice<UInt8>) {
        guard let known = Self.byHash[HTMLTag.hash(name)] else { return nil }
        self = known
    }

    private static let byHash: [UInt64: HTMLAttribute] = {
        var known: [UInt64: HTMLAttribute] = [:]
        for attribute in allCases { known[HTMLTag.hash(attribute.text.utf8)] = attribute }
        return known
    }()
}
