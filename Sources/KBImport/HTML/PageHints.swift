internal import KBParse

/// What classes, ids and roles tell about an element: whether it is part of what a page is about.
enum PageHints {
    /// Names whole pages of the web give what surrounds a text, compared with a class or id as a whole, `_` as `-`.
    private static let surroundings: Set<String> = [
        // Ways through the site.
        "nav", "navbar", "navigation", "navheader", "navfooter", "navbox", "breadcrumb", "breadcrumbs", "sidebar",
        "side-bar",
        "site-header", "site-footer", "page-footer", "masthead", "menu", "main-menu", "site-nav", "main-nav", "mainnav",
        "topnav", "sidenav", "subnav", "bottomnav", "nav-links", "post-nav", "post-navigation", "page-nav",
        "page-navigation", "prev-next", "prevnext", "pagination", "pager", "paginator", "pagination-nav", "skip-link",
        "skip-links", "skip-to-content", "skiplink", "toc", "table-of-contents", "tableofcontents", "toc-container",
        "sphinxsidebar", "sphinxsidebarwrapper", "bottom-nav", "theme-doc-breadcrumbs", "theme-doc-footer",
        "theme-doc-toc-mobile", "theme-doc-toc-desktop", "theme-doc-version-badge", "md-sidebar", "md-header",
        "md-footer",
        "md-tabs", "md-content-button", "edit-this-page", "theme-edit-this-page", "edit-link", "edit-page-link",
        "mw-editsection", "mw-jump-link", "mw-indicators", "catlinks", "printfooter", "sistersitebox", "side-box",
        "ambox",
        "vector-header", "vector-column-start", "vector-page-toolbar", "vector-body-before-content", "page-metadata",
        "nav-wrapper", "toplang", "bottomlang", "language-selector", "lang-switcher", "ttc", "material-icons",
        "material-symbols-outlined", "nav-chapters", "mdbook-help-container", "directory-nav", "navpath", "nav-path",
        "tabs-nav",
        // Things that lie over or beside a text.
        "cookie", "cookies", "cookie-banner", "cookie-consent", "cookie-notice", "cookie-bar", "consent", "gdpr",
        "consent-banner", "advert", "advertisement", "ads", "ad-container", "ad-slot", "adsbygoogle", "promo",
        "sponsor",
        "sponsored", "newsletter", "newsletter-signup", "subscribe", "subscribe-form", "subscription", "signup",
        "paywall",
        "modal", "popup", "popover", "overlay", "toast", "share", "share-buttons", "share-links", "share-bar",
        "sharing",
        "social", "social-share", "social-links", "social-media", "social-icons", "sharedaddy", "addtoany",
        "related", "related-posts", "related-articles", "related-content", "recommended", "recommendations",
        "read-next",
        "more-stories", "popular-posts", "comments", "comments-area", "comment-list", "comment-form", "disqus-thread",
        "respond", "author-bio", "about-author", "post-meta", "entry-meta", "article-meta", "postmetadata",
        "entry-footer",
        // Not for eyes, or not for paper.
        "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "noprint", "no-print", "d-print-none",
        "headerlink", "hash-link", "header-anchor", "heading-anchor", "anchorjs-link", "copybtn", "copy-button",
        "clipboard-button", "btn-clipboard", "input-prompt", "output-prompt", "jp-inputprompt", "jp-outputprompt",
    ]

    /// Names that mean surroundings only around the main text: inside of it a heading may give a part such an id.
    private static let outerOnly: Set<String> = [
        "footer", "header", "banner", "top", "bottom", "search", "searchbox", "related",
    ]

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
        "toolbar", "tablist", "doc-backlink", "doc-toc", "doc-pagelist",
    ]

    /// Whether a class name means surroundings.
    static func isSurrounding(_ name: Substring, isOuter: Bool) -> Bool {
        let plain = normalised(name)
        return surroundings.contains(plain) || (isOuter && outerOnly.contains(plain)) || isGenerated(plain)
    }

    static func isSurroundingRole(_ role: String) -> Bool { roles.contains(role.lowercased()) }

    /// Names with a hash behind them, as build tools make: `tocCollapsible_ETCw`, `tableOfContents_bqdL`.
    private static func isGenerated(_ name: String) -> Bool {
        name.hasPrefix("tableofcontents-") || name.hasPrefix("toccollapsible-") || name.hasPrefix("docsidebar-")
            || name.hasPrefix("buttongroup-") || name.hasPrefix("breadcrumbscontainer-") || name.hasPrefix("cookie-")
    }

    /// In small letters, `_` as `-`, without hyphens at the ends.
    private static func normalised(_ name: Substring) -> String {
        var bytes = name.utf8.map { $0 == UInt8.underscore ? UInt8.dash : $0.lowered }[...]
        while bytes.first == UInt8.dash { bytes.removeFirst() }
        while bytes.last == UInt8.dash { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a declared style hides the element.
    static func isHidden(style: String) -> Bool {
        let plain = style.utf8.filter { !$0.isHTMLSpace }.map(\.lowered)
        let text = String(decoding: plain, as: UTF8.self)
        return text.contains("display:none") || text.contains("visibility:hidden")
    }

    /// The words of links that only lead on, as documentation sets them above and below a page.
    static let waymarks: Set<String> = [
        "prev", "previous", "next", "up", "home", "top", "contents", "index", "back", "back to top", "prev page",
        "next page",
        "previous page", "?", "overview", "table of contents", "toc", "previous topic", "next topic", "modules", "«",
        "»", "‹", "›", "<", ">", "<<", ">>", "←", "→",
    ]
}
