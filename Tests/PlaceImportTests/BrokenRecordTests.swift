import Diagnostics
import PlaceImport
import Testing

/// What importers do with what is broken: a table of records, each between two sound ones.
@Suite("Broken records") struct BrokenRecordTests {
    static let all =
        BrokenRecord.dumpLines + BrokenRecord.nameLines + BrokenRecord.linkedFeatures
        + BrokenRecord.linkedRows + BrokenRecord.tableRows + BrokenRecord.features

    @Test(arguments: all)
    func `what is wrong is told and the rest is used`(broken: BrokenRecord) throws {
        let (used, log) = try broken.read()
        let prefix = broken.format == .geoNames || broken.format == .alternateNames ? "gn:" : "x:"
        let sound = ["\(prefix)1", "\(prefix)2"]
        #expect(log.records == 3)
        let place = "\(broken.format.rawValue):\(broken.line):"
        #expect(log.report.diagnostics.map(\.description) == [place + broken.message])
        switch broken.fate {
        case .passedOver:
            #expect(used == sound)
            #expect(log.passedOver == 1)
        case .used:
            #expect(used == [sound[0], "\(prefix)7", sound[1]])
            #expect(log.passedOver == 0)
        }
    }

    @Test func `the table has a hundred kinds and none twice`() {
        #expect(Self.all.count >= 100)
        #expect(Set(Self.all.map { "\($0.format) \($0.record)" }).count == Self.all.count)
    }
}
