import TestSupport
import Testing

/// Each transcript of `Tests/Golden/EndToEnd` is played anew and must come out the same.
///
/// The contract of the program says what must stand there: exit status, streams, shapes. Read a
/// transcript as a user would before it is blessed.
@Suite("The program, as typed") struct TranscriptTests {
    @Test(arguments: [
        "help", "lookup", "names", "suggest", "reverse", "resolve", "check", "map", "export",
        "tiles", "pack", "import", "faults",
    ])
    func `says what it said before`(name: String) async throws {
        let file = "EndToEnd/\(name).txt"
        let transcript = try Transcript(try #require(Golden.text(named: file), "no \(file)"))
        try await Workplace.use { workplace in
            Golden.expect(try await transcript.replayed(in: workplace), named: file)
        }
    }

    @Test func `a transcript without a command is a fault`() {
        #expect(throws: Transcript.Fault.self) { try Transcript("# nothing\n    $ typed\n") }
    }
}
