/// What the elements are to the reader of a page and to the writer of a note.
extension HTMLTag {
    /// Never has content, so that nothing is opened.
    var isVoid: Bool {
        switch self {
        case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .source, .track, .wbr, .param, .frame,
            .keygen, .bgsound, .basefont:
            true
        default: false
        }
    }

    /// Holds text in which no tag counts but its own end tag.
    var holdsRawText: Bool {
        switch self {
        case .script, .style, .xmp, .iframe, .noembed, .noframes, .title, .textarea: true
        default: false
        }
    }

    /// Stands on lines of its own.
    var isBlock: Bool {
        switch self {
        case .document, .html, .body, .main, .article, .section, .nav, .header, .footer, .aside, .div, .p, .h1, .h2,
            .h3,
            .h4, .h5, .h6, .hgroup, .ul, .ol, .li, .dl, .dt, .dd, .menu, .dir, .blockquote, .pre, .figure, .figcaption,
            .hr, .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th, .address, .center, .details,
            .summary, .fieldset, .legend, .form, .search, .dialog, .frameset, .noframes, .xmp, .plaintext, .listing,
            .optgroup, .marquee:
            true
        default: false
        }
    }

    /// Ends an open paragraph by its start tag.
    var closesParagraph: Bool {
        switch self {
        case .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th, .document, .html, .body, .optgroup,
            .legend,
            .frameset, .noframes, .marquee:
            false
        default: isBlock
        }
    }

    /// Marks words, so that its end tag may stand in the wrong place without harm.
    var isFormatting: Bool {
        switch self {
        case .a, .b, .i, .em, .strong, .code, .tt, .s, .strike, .small, .big, .u, .font, .nobr: true
        default: false
        }
    }

    /// An end tag does not reach beyond this element.
    var endsScope: Bool {
        switch self {
        case .document, .html, .table, .td, .th, .caption, .object, .applet, .marquee, .template, .foreignObject: true
        default: false
        }
    }

    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    var isList: Bool {
        switch self {
        case .ul, .ol, .menu, .dir: true
        default: false
        }
    }

    /// Stands in the head of a page, and ends none.
    var belongsInHead: Bool {
        switch self {
        case .title, .meta, .link, .base, .script, .style, .noscript, .template, .bgsound, .basefont: true
        default: false
        }
    }

    /// Ends a drawing or formula it stands in by mistake.
    var breaksOutOfForeign: Bool {
        switch self {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
            .h5,
            .h6, .head, .hr, .i, .img, .li, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
            .strike,
            .sub, .sup, .table, .tt, .u, .ul, .var:
            true
        default: false
        }
    }
}
