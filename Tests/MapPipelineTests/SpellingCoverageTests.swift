import MapPipeline
import PlacePack
import PlaceResolution
import Places
import TestSupport
import Testing

/// Tables of spellings with the places they mean, made from the ids of GeoNames and ISO 3166.
@Suite("Spellings that must be found") struct SpellingCoverageTests {
    /// A row of such a table.
    struct Spelling: CustomTestStringConvertible, Sendable {
        let query: String
        /// The places meant; none for what is no place, several for what no name alone tells apart.
        let ids: [String]
        /// Why it is not found yet; empty for what must be found.
        let knownFailure: String

        var testDescription: String { query }

        static func table(_ name: String) -> [Spelling] {
            // A table that is not there gives no arguments; `the tables are there` fails then.
            ((try? Checkout.rows("Tests/Fixtures/Gazetteer/\(name).tsv")) ?? []).map { row in
                let ids = (row["ids"] ?? "").split(separator: " ").map(String.init)
                return Spelling(
                    query: row["query"] ?? "", ids: ids == ["-"] ? [] : ids,
                    knownFailure: row["known_failure"] ?? "")
            }
        }
    }

    private static let resolver = PlaceResolver(pack: .embedded)

    @Test func `the tables are there`() {
        #expect(Spelling.table("toponyms").count > 90)
        #expect(Spelling.table("spellings").count > 130)
    }

    @Test(arguments: Spelling.table("toponyms"))
    func `toponyms of the example are found, and what is no place is not`(spelling: Spelling) {
        expect(spelling)
    }

    @Test(arguments: Spelling.table("spellings"))
    func `people's spellings are found`(spelling: Spelling) {
        expect(spelling)
    }

    private func expect(_ spelling: Spelling) {
        if spelling.knownFailure.isEmpty {
            compare(spelling)
        } else {
            withKnownIssue("\(spelling.query): \(spelling.knownFailure)") { compare(spelling) }
        }
    }

    private func compare(_ spelling: Spelling) {
        let resolution = Self.resolver.resolve(spelling.query)
        let found = resolution.candidates.map(\.place.id)
        switch spelling.ids.count {
        case 0: #expect(resolution.status == .none, "\(found)")
        case 1: #expect(resolution.match?.place.id == spelling.ids.first, "\(found)")
        default:
            #expect(resolution.status == .ambiguous)
            #expect(Set(spelling.ids).isSubset(of: found), "\(found)")
        }
    }
}
