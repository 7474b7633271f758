import GeoJSON
import TestSupport
import Testing

@Suite("The program") struct ProgramTests {
    /// `toponym VERSION, gazetteer of DATE (HASH)`: the hash of the linked data tells packs apart.
    @Test func `says its version with date and hash of its data`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym("--version")
            #expect(run.status == 0 && run.errors.isEmpty)
            let shape = /toponym \d+\.\d+\.\d+, gazetteer of \d{4}-\d\d-\d\d \([0-9a-f]{16}\)\n/
            #expect(run.text.wholeMatch(of: shape) != nil, "\(run.text)")
        }
    }

    /// One place each, whatever the script and the side that uses the name.
    @Test(arguments: [
        ["Khankendi", "Stepanakert", "Xankəndi", "Ստեփանակերտ", "Степанакерт"],
        ["Irevan", "Yerevan", "Erivan", "Երևան"],
        ["Ganja", "Gəncə", "Kirovabad", "Елизаветполь", "Gandja"],
    ])
    func `spellings of one place give one id`(names: [String]) async throws {
        try await Workplace.use { workplace in
            let run = try await Program.run(
                ["lookup", "--format", "ndjson"] + names, in: workplace.folder)
            #expect(run.status == 0, "\(run.errors)")
            let ids = try run.text.split(separator: "\n").map { line in
                let answer = try JSONValue(parsing: Array(line.utf8))
                #expect(answer["status"]?.string == "match")
                return answer["candidates"]?.elements.first?["id"]?.string
            }
            #expect(ids.count == names.count && Set(ids).count == 1, "\(ids)")
        }
    }

    /// The contract: every row in exactly one count; nothing of the example is set aside.
    @Test func `accounts for every row of the example`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym("check", "events.csv", "--format", "json")
            #expect(run.status == 0)
            let report = try JSONValue(parsing: run.output)
            #expect(
                report.keys == [
                    "file", "rows", "placed", "country_level", "without_place", "set_aside",
                    "diagnostics",
                ])
            let counts = ["placed", "country_level", "without_place", "set_aside"].map {
                report[$0]?.integer ?? -1
            }
            #expect(report["rows"]?.integer == 47 && counts.reduce(0, +) == 47)
            #expect(counts[3] == 0)
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completes itself in shells`(shell: String) async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym("--generate-completion-script", shell)
            #expect(run.status == 0 && run.text.contains("lookup"))
        }
    }

    /// ECMA-48: SGR 31 is red, SGR 0 ends it.
    @Test func `colours findings when asked, on standard error alone`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym("export", "rows.csv", "--color", "always")
            #expect(run.errors.contains("rows.csv:3:9: \u{1B}[31merror:\u{1B}[0m month 13"))
            #expect(!run.output.contains(0x1B))
            let plain = try await workplace.toponym("export", "rows.csv", "--color", "auto")
            #expect(!plain.errors.contains("\u{1B}") && plain.output == run.output)
        }
    }

    #if os(Linux)
        @Test func `says when standard output cannot take what it writes`() async throws {
            try await Workplace.use { workplace in
                let run = try await Program.run(
                    ["lookup", "Baku"], in: workplace.folder, output: "/dev/full")
                #expect(run.status == 2)
                #expect(run.errors.hasPrefix("standard output: error: cannot write it: "))
            }
        }
    #endif
}
