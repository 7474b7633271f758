public import EDTF
internal import FlatFile
internal import NameFolding
internal import Places

/// What a pack says of itself: all that is read to say which pack it is.
public struct PackInfo: Hashable, Sendable {
    /// What the pack calls itself.
    public var title: String
    /// Its version.
    public var version: String
    /// The day up to which it tells.
    public var date: CalendarDay
    /// How it was made and from what, one step a line.
    public var recipe: String
    /// A hash of all its content, 16 hexadecimal digits; see `SectionFile.hash`.
    public internal(set) var hash = ""
}

extension PackInfo {
    init(_ contents: PackContents) {
        self.init(
            title: contents.title, version: contents.version, date: contents.date,
            recipe: Self.recipe(contents.recipe))
    }

    /// How it was made, with the rules by which names were folded as the last step.
    private static func recipe(_ steps: String) -> String {
        let folding = foldingStep + FoldingRevision.current
        return steps.isEmpty ? folding : steps + "\n" + folding
    }

    private static let foldingStep = "names folded by revision "

    /// The `FoldingRevision` of its folds and keys; nil where the recipe does not say.
    var foldingRevision: String? {
        recipe.split(separator: "\n").last { $0.hasPrefix(Self.foldingStep) }
            .map { String($0.dropFirst(Self.foldingStep.count)) }
    }

    var bytes: [UInt8] {
        var writer = FieldWriter()
        for text in [title, version, date.description, recipe] { writer.put(text) }
        return writer.bytes
    }

    /// Reads the section, or nil where it is damaged.
    init?(_ bytes: FlatSlice, hash: String) {
        var reader = FieldReader(bytes)
        title = reader.text()
        version = reader.text()
        let date = try? HistoricalDate(edtf: reader.text())
        recipe = reader.text()
        guard reader.isWhole, let day = date?.earliest, day == date?.latest else { return nil }
        self.date = day
        self.hash = hash
    }
}

/// What names need to be understood, and what was used.
struct PackFacts: Hashable, Sendable {
    var perspectives: [NamingPerspective] = []
    var contested: [ContestedName] = []
    var credits: [Credit] = []
    var notPlaces: [NotPlace] = []
}

extension PackFacts {
    init(_ contents: PackContents) {
        self.init(
            perspectives: contents.perspectives, contested: contents.contested,
            credits: contents.credits, notPlaces: contents.notPlaces)
    }

    var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.put(perspectives) { row, writer in
            for text in [row.key, row.name, row.definition, row.period?.description, row.source] {
                writer.put(text)
            }
        }
        writer.put(contested) { row, writer in
            for text in [
                row.placeID, row.perspective, row.name, row.native, row.period?.description,
                row.source, row.note,
            ] { writer.put(text) }
        }
        writer.put(credits) { row, writer in
            for text in [row.key, row.title, row.licence, row.credit] { writer.put(text) }
        }
        writer.put(notPlaces) { row, writer in
            for text in [row.text, row.language.description, row.reason] { writer.put(text) }
        }
        return writer.bytes
    }

    /// Reads the section; nil where it is damaged.
    init?(_ bytes: FlatSlice) {
        var reader = FieldReader(bytes)
        perspectives = reader.list { reader in
            NamingPerspective(
                key: reader.text(), name: reader.text(), definition: reader.text(),
                period: reader.period(), source: reader.text())
        }
        contested = reader.list { reader in
            ContestedName(
                placeID: reader.text(), perspective: reader.text(), name: reader.text(),
                native: reader.text(), period: reader.period(), source: reader.text(),
                note: reader.optional())
        }
        credits = reader.list { reader in
            Credit(
                key: reader.text(), title: reader.text(), licence: reader.text(),
                credit: reader.text())
        }
        notPlaces = reader.list { reader in
            NotPlace(
                text: reader.text(), language: LanguageTag(reader.text()) ?? .undetermined,
                reason: reader.text())
        }
        guard reader.isWhole else { return nil }
    }
}
