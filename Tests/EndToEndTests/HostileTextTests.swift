import Testing

/// Text that nobody writes as a name, in every place where a name is taken: each ends in a status that the
/// contract knows, and nothing hangs.
@Suite("Hostile text") struct HostileTextTests {
    private func text(of unit: String, bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    /// A megabyte on a line of standard input, and as much as an argument may have.
    @Test(arguments: ["a", "a\u{301}", "\u{301}", "\u{0}", "\u{202E}\u{2066}", "Goris, ", "rayon "])
    func `is a name that is not known`(unit: String) async throws {
        try await Workplace.use { workplace in
            try workplace.write(text(of: unit, bytes: 1_000_000) + "\nGoris\n", to: "names.txt")
            let run = try await workplace.toponym(
                "lookup", "--format", "csv", input: "names.txt")
            #expect(run.status == 1)
            #expect(run.text.split(separator: "\n").last?.hasPrefix("Goris,match,") == true)
            // No argument holds NUL.
            guard unit != "\u{0}" else { return }
            let argument = text(of: unit, bytes: 100_000)
            for command in ["lookup", "names", "suggest"] {
                let run = try await workplace.toponym(command, argument)
                #expect((0...2).contains(run.status), "\(command)")
            }
            let map = try await workplace.toponym("map", "--places", argument, "-o", "map.png")
            #expect((0...2).contains(map.status))
        }
    }

    /// A fifth of a megabyte in each cell that `resolve` reads, and in its decisions; NUL is no text.
    @Test(arguments: ["a\u{301}", "\u{202E}\u{2066}", "Goris;", "Goris and ", "near "])
    func `in a row never touches another`(unit: String) async throws {
        try await Workplace.use { workplace in
            let cell = text(of: unit, bytes: 200_000)
            try workplace.write(
                "place,country,admin1,date,decision\n\(cell),,,,none\nGoris,\(cell),,,gn:1\n"
                    + "Goris,,\(cell),,\nGoris,,,\(cell),\nGoris,AM,,,\(cell)\n", to: "table.csv")
            let run = try await workplace.toponym(
                "resolve", "table.csv", "--review", "review.csv", "--decisions", "table.csv")
            #expect(run.status == 0)
            let rows = run.text.split(separator: "\n").dropFirst()
            #expect(
                rows.count == 5
                    && rows.allSatisfy { !$0.hasPrefix("Goris,AM") || $0.contains("gn:174895") })
            let check = try await workplace.toponym("check", "table.csv")
            #expect((0...1).contains(check.status))
        }
    }

    @Test func `with NUL is no table`() async throws {
        try await Workplace.use { workplace in
            try workplace.write("place\nGo\u{0}ris\n", to: "table.csv")
            for command in ["resolve", "check"] {
                let run = try await workplace.toponym(command, "table.csv")
                #expect(run.status == 2 && run.errors.contains("NUL"), "\(command)")
            }
        }
    }
}
