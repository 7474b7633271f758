internal import EDTF
internal import FlatFile
public import GeoJSON
internal import PlaceIndex
public import PlacePack

/// What a pack says of itself, as text for a terminal and as JSON.
public struct PackDocument {
    private let file: PackFile
    private let name: String
    private let size: Int

    /// Takes an open pack and the name it is told by.
    public init(_ file: PackFile, name: String) {
        self.file = file
        self.name = name
        size = file.sections.last.map { $0.offset + $0.length } ?? 0
    }

    /// One fact a line: the word, then what there is.
    public var text: String {
        var lines = facts.map { ($0.word, $0.value) } + recipe.map { ("recipe", $0) }
        let census = file.census
        lines += [
            ("places", "\(census.places): \(Self.list(census.kinds))"),
            ("names", "\(census.names): \(Self.list(census.nameKinds))"),
            ("languages", Self.list(census.languages)), ("scripts", Self.list(census.scripts)),
            ("with period", "\(census.namesWithPeriod)"),
            ("with perspective", "\(census.namesWithPerspective)"),
            ("may decide", "\(census.namesThatMayDecide)"),
            ("bytes", "\(size)"),
        ]
        lines += file.sections.map { ("  \($0.tag)", "\($0.length)") }
        lines += Pack(file).credits.map { ("credit", "\($0.title), \($0.licence): \($0.credit)") }
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { word, value in
            word + String(repeating: " ", count: width - word.count + 2) + value + "\n"
        }.joined()
    }

    /// The same as one object.
    public var json: JSONValue {
        let census = file.census
        let counts: [(String, [PlaceCensus.Count])] = [
            ("kinds", census.kinds), ("name_kinds", census.nameKinds),
            ("languages", census.languages), ("scripts", census.scripts),
        ]
        return .object(
            [JSONMember("file", .string(name))]
                + facts.map { JSONMember($0.word, .string($0.value)) }
                + [JSONMember("recipe", .array(recipe.map { .string($0) }))]
                + [
                    JSONMember("places", .integer(census.places)),
                    JSONMember("names", .integer(census.names)),
                ] + counts.map { JSONMember($0.0, Self.object($0.1)) }
                + [
                    JSONMember("names_with_period", .integer(census.namesWithPeriod)),
                    JSONMember("names_with_perspective", .integer(census.namesWithPerspective)),
                    JSONMember("names_that_may_decide", .integer(census.namesThatMayDecide)),
                    JSONMember("bytes", .integer(size)),
                    JSONMember(
                        "sections",
                        .object(file.sections.map { JSONMember($0.tag, .integer($0.length)) })),
                    JSONMember("credits", .array(Pack(file).credits.map(Self.object))),
                ])
    }

    private var facts: [(word: String, value: String)] {
        let info = file.info
        return [
            ("title", info.title), ("version", info.version), ("date", info.date.description),
            ("hash", info.hash), ("format", "\(file.formatVersion)"),
        ]
    }

    /// How it was made, step by step.
    private var recipe: [String] { file.info.recipe.split(separator: "\n").map { String($0) } }

    private static func list(_ counts: [PlaceCensus.Count]) -> String {
        counts.map { "\($0.word) \($0.count)" }.joined(separator: ", ")
    }

    private static func object(_ counts: [PlaceCensus.Count]) -> JSONValue {
        .object(counts.map { JSONMember($0.word, .integer($0.count)) })
    }

    private static func object(_ credit: Credit) -> JSONValue {
        .object([
            JSONMember("key", .string(credit.key)), JSONMember("title", .string(credit.title)),
            JSONMember("licence", .string(credit.licence)),
            JSONMember("credit", .string(credit.credit)),
        ])
    }
}
