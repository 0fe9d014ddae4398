public import KBModel

extension Ranking {
    /// The numbers that make up a section's score: added in this order they give exactly it.
    public func contributions(to section: Int) -> [Contribution] {
        guard table.lengths.indices.contains(section), table.lengths[section] != SectionLength.dead else { return [] }
        var found: [Contribution] = []
        for word in words { found += ownContributions(of: word, to: section) }
        guard words.contains(where: { $0.index(of: section) != nil }) else { return [] }
        for word in words {
            guard let gain = frequencyAbove(section, of: word) else { continue }
            found.append(
                Contribution(
                    part: "path", term: word.text,
                    value: pathScale(of: word) * Double(BM25.headingGain(gain)),
                    arithmetic: "\(shortened(Double(gain))) in a heading above, \(spread(of: word)), "
                        + "weight \(RankingWeight.path)\(said(word))"))
        }
        for phrase in phrases {
            guard let index = phrase.index(of: section) else { continue }
            let (heading, body) = phrase.frequency(index)
            let frequency = body + heading
            found.append(
                Contribution(
                    part: "phrase", term: phrase.text,
                    value: phraseScale(of: phrase) * Double(BM25.gain(frequency, damping: damping(section))),
                    arithmetic: "\(shortened(Double(frequency))) times, \(spread(of: phrase)), \(length(of: section)), "
                        + "weight \(RankingWeight.phrase)\(said(phrase))"))
        }
        return found
    }

    private func ownContributions(of word: WeightedPostings, to section: Int) -> [Contribution] {
        guard let index = word.index(of: section) else { return [] }
        var found: [Contribution] = []
        let scale = scale(of: word)
        let (heading, body) = word.frequency(index)
        let text = body + heading
        found.append(
            Contribution(
                part: "text", term: word.text,
                value: scale.text * Double(BM25.gain(text, damping: damping(section))),
                arithmetic: "\(shortened(Double(text))) times, \(spread(of: word)), \(length(of: section))\(said(word))"
            ))
        if heading > 0 {
            found.append(
                Contribution(
                    part: "heading", term: word.text, value: scale.heading * Double(BM25.headingGain(heading)),
                    arithmetic: "\(shortened(Double(heading))) in the heading, \(spread(of: word)), "
                        + "weight \(RankingWeight.heading)\(said(word))"))
        }
        return found
    }

    /// How often the nearest heading above `section` that holds the word holds it; nil when none does.
    private func frequencyAbove(_ section: Int, of word: WeightedPostings) -> Float? {
        guard table.shapes.indices.contains(section) else { return nil }
        var current = section
        var level = table.shapes[section] & 0x0F
        while current > 0, table.shapes[current] & SectionShape.firstOfNote == 0 {
            current -= 1
            guard table.lengths[current] != SectionLength.dead else { return nil }
            let shape = table.shapes[current]
            guard shape & 0x0F < level else { continue }
            level = shape & 0x0F
            if let index = word.index(of: current), word.frequency(index).heading > 0 {
                return word.frequency(index).heading
            }
        }
        return nil
    }

    private func spread(of word: WeightedPostings) -> String {
        "in \(word.spread) of \(table.liveSections) sections"
    }

    private func length(of section: Int) -> String {
        let words = Double(SectionLength.words[Int(table.lengths[section])])
        return "length \(shortened(words / (table.meanLength > 0 ? table.meanLength : 1))) of average"
    }

    private func said(_ word: WeightedPostings) -> String {
        word.emphasis == 1 ? "" : ", times \(shortened(word.emphasis)) as asked for"
    }
}

/// A number with at most two decimals, for readers: `3`, `0.85`.
func shortened(_ number: Double) -> String {
    guard abs(number) < 1e12 else { return String(number) }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
    if rest == 0 { return String(whole) }
    let decimals = rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? String(rest / 10) : String(rest)
    return "\(hundredths < 0 && whole == 0 ? "-" : "")\(whole).\(decimals)"
}
