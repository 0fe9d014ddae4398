internal import KBModel

/// One line of a drawn graph: every relation between two concepts.
struct GraphLine {
    /// Index of the concept it begins at, the broader one where the two differ.
    let from: Int
    /// Index of the concept it ends at.
    let to: Int
    /// The relations, strongest first.
    let edges: [ConceptMap.Edge]

    /// The strength of the strongest relation; 0 for what is no number.
    var weight: Double { edges.first.map { $0.weight.isFinite ? $0.weight : 0 } ?? 0 }

    /// The kind that tells how the line looks: of which end stands above, else the strongest.
    var kind: RelationKind? { edges.first { $0.kind.isDirected }?.kind ?? edges.first?.kind }

    /// The lines of a map in the order of its edges, those between the same two concepts as one.
    static func lines(of map: ConceptMap) -> [GraphLine] {
        var place: [SIMD2<Int>: Int] = [:]
        var groups: [[ConceptMap.Edge]] = []
        for edge in map.edges {
            let ends = SIMD2(min(edge.from, edge.to), max(edge.from, edge.to))
            if let known = place[ends] {
                groups[known].append(edge)
            } else {
                place[ends] = groups.count
                groups.append([edge])
            }
        }
        return groups.compactMap { group in
            let edges = group.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
                .map(\.element)
            guard let direction = edges.first(where: { $0.kind.isDirected }) ?? edges.first else { return nil }
            let isTurned = direction.kind == .broader
            return GraphLine(
                from: isTurned ? direction.to : direction.from, to: isTurned ? direction.from : direction.to,
                edges: edges)
        }
    }
}

extension RelationKind {
    /// Whether one end stands above the other; all other kinds read the same from both ends.
    var isDirected: Bool {
        switch self {
        case .broader, .narrower: true
        case .sibling, .together, .defines, .link, .similar, .related: false
        }
    }
}
