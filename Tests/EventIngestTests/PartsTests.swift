import Diagnostics
import EventIngest
import Testing

@Suite("Totals and their parts") struct TotalTests {
    private func warnings(_ rows: String) throws -> [String] {
        let table = "id,killed,wounded,part_of,reported_by,place\n" + rows
        return try EventTable.read(Array(table.utf8), file: "events.csv").report.diagnostics
            .filter { $0.code == "total-below-parts" }
            .map { "\($0.row ?? 0): \($0.problem)" }
    }

    @Test func `a total less than its parts is told with both`() throws {
        #expect(
            try warnings("T,20,5,,,\na,12,1,T,,\nb,10,,T,,\n") == [
                "1: killed 20 of the total \"T\", and its 2 parts that give it have 22 together"
            ])
    }

    @Test(arguments: [
        "T,22,,,,\na,12,,T,,\nb,10,,T,,\n",  // as many
        "T,20-25,,,,\na,12,,T,,\nb,10,,T,,\n",  // the most it may be
        "T,>20,,,,\na,12,,T,,\nb,10,,T,,\n",  // no most
        "T,20,,,,\na,12,,T,,\nb,<10,,T,,\n",  // no least
        "T,20,,,,\na,12,,T,A,\na,30,,T,B,\n",  // two claims about one part: the lower
        ",20,,,,\na,12,,,,\nb,10,,,,\n",  // no parts
        "T,20,,T,,\na,30,,,,\n",  // a part of itself
    ])
    func `what may be enough is not told`(rows: String) throws {
        #expect(try warnings(rows).isEmpty)
    }
}
