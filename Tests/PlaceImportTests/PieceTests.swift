import Diagnostics
import PlaceImport
import Places
import TabularText
import Testing

/// A pipe gives a file in pieces of any size.
@Suite("Places from pieces") struct PieceTests {
    /// Bytes as an input of pieces of one size.
    private final class Pieces: ByteInput {
        private let bytes: [UInt8]
        private let size: Int
        private var offset = 0

        init(_ text: String, _ size: Int) {
            (bytes, self.size) = (Array(text.utf8), size)
        }

        func next() -> [UInt8] {
            let end = min(bytes.count, offset + size)
            defer { offset = end }
            return Array(bytes[offset..<end])
        }

        func rewind() { offset = 0 }
    }

    private func read(_ text: String, _ size: Int) throws -> (places: [Place], log: ImportLog) {
        var importer = try TablePlaces(
            Pieces(text, size), file: "a.csv", source: ImportSource(key: "x"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    @Test(arguments: 1...13)
    func `pieces of a table make no difference`(size: Int) throws {
        let text = """
            id,name,longitude,latitude,kind,note
            1,Daşlı,47.2,40.1,village,"by, the river"
            1,"Дашлы
            x",47.2,40.1,village
            2,Ağ,47.2,400,town,\u{20}
            """
        let whole = try read(text, text.utf8.count)
        let pieced = try read(text, size)
        #expect(pieced.places == whole.places)
        #expect(pieced.log == whole.log)
    }
}
