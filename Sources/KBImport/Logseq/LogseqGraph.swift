/// What must be known of a whole graph before one of its pages can be written: names, and where its blocks stand.
struct LogseqGraph {
    /// The path of the page by each of its names, in small letters.
    var names: [String: String] = [:]
    /// The name links have for the page at a path.
    var titles: [String: String] = [:]
    /// The paths of the pages that are the owners of ids of whole pages.
    private var pages: [String: String] = [:]
    /// The page in which the block with an id stands, by path.
    private var blocks: [String: String] = [:]
    /// How many blocks have ids that begin alike.
    private var starts: [String: Int] = [:]
    /// So many digits of an id tell blocks apart in nearly every graph.
    private static let shortLength = 8

    /// Notes the ids in `lines` of the page at `path`; those of its first `count` lines are the page's own.
    mutating func addIDs(in lines: [String], path: String, pageLines count: Int) {
        for (number, line) in lines.enumerated() {
            guard let property = LogseqProperty(line.trimmed.after("- ") ?? line), property.key == "id",
                let id = LogseqUUID.read(property.value)
            else { continue }
            if number < count {
                pages[id] = pages[id] ?? path
            } else if blocks[id] == nil {
                blocks[id] = path
                starts[String(id.prefix(Self.shortLength)), default: 0] += 1
            }
        }
    }

    /// What stands for `id` behind a `^`: its first digits, or all when others begin alike.
    func blockID(_ id: String) -> String {
        let start = String(id.prefix(Self.shortLength))
        return starts[start] ?? 0 > 1 ? id : start
    }

    /// The target of a link from the page at `path` to what has `id`; nil when the graph has no such block.
    func target(of id: String, from path: String) -> String? {
        if let page = pages[id] { return name(of: page) }
        guard let page = blocks[id] else { return nil }
        let anchor = "#^" + blockID(id)
        if page.utf8.elementsEqual(path.utf8) { return anchor }
        return name(of: page).map { $0 + anchor }
    }

    /// The name of the journal that a title with a date means; nil for other pages, whose names stay as they are.
    func day(_ title: String) -> String? {
        guard let path = names[title.lowercased()], path.hasPrefix("journals/") else { return nil }
        return titles[path]
    }

    /// The name of a page, if brackets can hold it.
    private func name(of path: String) -> String? {
        guard let name = titles[path], !name.contains(where: { "#|[]^".contains($0) }) else { return nil }
        return name
    }
}
