import Diagnostics
import EDTF
import FlatFile
import GeoModel
import PlaceImport
import PlacePack
import Places
import TabularText

/// What an importer makes of a file.
struct Import: Equatable {
    var places: [Place] = []
    var log: ImportLog

    /// Reads to the end; nil at a fault of the file.
    init?<Importer: PlaceImporter>(_ make: () throws -> Importer) {
        guard var importer = try? make() else { return nil }
        do {
            while let place = try importer.next() { places.append(place) }
        } catch {
            return nil
        }
        log = importer.log
    }
}

/// Reads a file whole and in pieces of a size that its first byte says, and holds the laws of importers:
/// pieces make no difference, every record is a place or passed over and told, every place may go into
/// a pack, and the pack is whole.
func checkImport<Importer: PlaceImporter>(
    _ bytes: [UInt8], _ make: (any ByteInput) throws -> Importer
) {
    let size = 1 + (bytes.first.map { Int($0) % 13 } ?? 0)
    let whole = Import { try make(MemoryInput(bytes)) }
    let pieced = Import { try make(Pieces(bytes, size)) }
    // Of several faults of a file, which is met first depends on the pieces.
    precondition(pieced == whole, "pieces make a difference")
    guard let whole else { return }
    precondition(whole.log.records == whole.places.count + whole.log.passedOver, "a record is lost")
    check(whole.log, lines: bytes.count { $0 == 0x0A || $0 == 0x0D } + 1)
    for place in whole.places { check(place) }
    checkPack(of: whole.places)
}

/// Each finding stands in the file, and none goes untold but beyond the hundredth of its code.
func check(_ log: ImportLog, lines: Int) {
    let errors = log.report.diagnostics.count { $0.severity == .error }
    let more = log.report.counted.reduce(0) { $0 + $1.count }
    precondition(errors + more >= log.passedOver, "a record goes untold")
    for finding in log.report.diagnostics {
        precondition(!finding.problem.isEmpty && finding.remedy?.isEmpty == false)
        precondition((1...lines).contains(finding.location?.line ?? 1), "no such line")
        precondition(finding.location?.column ?? 1 >= 1)
    }
}

private func check(_ place: Place) {
    precondition(!place.id.isEmpty && place.id.contains(":"), "an id without a prefix")
    precondition(!place.label.isEmpty && place.coordinate.isValid)
    precondition(place.population ?? 0 >= 0 && place.uncertaintyInMetres ?? 0 >= 0)
    for name in place.names { check(name) }
    for claim in place.memberships { precondition(claim.targetID.contains(":")) }
}

/// A name is spelled by letters alone.
func check(_ name: PlaceName) {
    precondition(!name.text.isEmpty && name.text.unicodeScalars.count <= 400)
    precondition(!name.text.unicodeScalars.contains { $0.value < 0x20 }, "a control character")
    precondition(!name.source.isEmpty)
}

private func checkPack(of places: [Place]) {
    guard !places.isEmpty, let day = try? HistoricalDate(edtf: "2024-06-01").earliest else {
        return
    }
    var builder = PackBuilder(PackContents(title: "Fuzz", date: day))
    for place in places { builder.add(place) }
    guard let bytes = try? builder.finished().bytes, let file = try? PackFile(FlatBytes(bytes))
    else {
        preconditionFailure("a pack cannot be made")
    }
    do {
        try file.verify()
    } catch {
        preconditionFailure("the pack is not whole: \(error)")
    }
    let pack = Pack(file)
    for place in places.prefix(8) {
        precondition(pack.place(id: place.id)?.names.count ?? 0 >= 1 || place.names.isEmpty)
    }
}
