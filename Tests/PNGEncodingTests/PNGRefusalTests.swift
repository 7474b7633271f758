import PNGEncoding
import Raster
import Testing

/// Files that are broken in one place, made by hand.
@Suite("Refused PNG files") struct PNGRefusalTests {
    private func grey(_ change: (inout HandmadePNG) -> Void) -> [UInt8] {
        var file = HandmadePNG(width: 2, height: 2, depth: 8, colorType: 0)
        change(&file)
        return file.ended
    }

    private func fault(_ file: [UInt8]) -> PNGDecodingError? {
        do {
            _ = try PNGDecoder.decode(file)
            return nil
        } catch { return error }
    }

    private func chunk(_ file: [UInt8]) -> String? {
        guard case .broken(_, let chunk, _) = fault(file) else { return nil }
        return chunk
    }

    @Test func `says what is broken and where`() {
        var file = grey { $0.add(rows: [0, 1, 2, 0, 3, 4]) }
        #expect(fault(file) == nil)
        // IHDR takes 25 bytes after the signature of 8; the last byte before IEND is of the CRC.
        file[file.count - 13] ^= 1
        #expect(fault(file) == .broken("IDAT: CRC error", chunk: "IDAT", offset: 33))
        #expect(
            fault(file)?.description
                == "the PNG picture is broken in its chunk IDAT at byte 33: IDAT: CRC error")
        #expect(fault([]) == .broken("the file ends early", chunk: "", offset: 0))
        #expect(
            fault(Array("GIF89a, no PNG".utf8)) == .broken("Not a PNG file", chunk: "", offset: 0))
    }

    @Test func `refuses too few and too many pixels, and sums that are wrong`() {
        #expect(chunk(grey { $0.add(rows: [0, 1, 2, 0, 3]) }) == "IDAT")
        #expect(chunk(grey { $0.add(rows: [0, 1, 2, 0, 3, 4, 0, 5, 6]) }) == "IDAT")
        var stream = HandmadePNG.zlib([0, 1, 2, 0, 3, 4])
        stream[stream.count - 1] ^= 1
        let wrong = grey { $0.add("IDAT", stream) }
        #expect(chunk(wrong) == "IDAT")
        let short = grey { $0.add("IDAT", stream.dropLast(4)) }
        #expect(fault(short) != nil)
    }

    @Test func `refuses filters and indexes that do not exist`() {
        #expect(chunk(grey { $0.add(rows: [5, 1, 2, 0, 3, 4]) }) == "IDAT")
        var indexed = HandmadePNG(width: 2, height: 1, depth: 8, colorType: 3)
        indexed.add("PLTE", [1, 2, 3, 4, 5, 6])
        indexed.add(rows: [0, 1, 2])
        #expect(
            fault(indexed.ended)?.description.contains("index behind the palette's end") == true)
    }

    @Test func `refuses a wrong sum in any chunk, and chunks out of place`() {
        var file = grey {
            $0.add("tEXt", Array("Title\0A map".utf8))
            $0.add(rows: [0, 1, 2, 0, 3, 4])
        }
        file[33 + 8 + 6] ^= 1
        #expect(fault(file) == .broken("tEXt: CRC error", chunk: "tEXt", offset: 33))
        #expect(fault(grey { _ in }) != nil)
        var palette = HandmadePNG(width: 1, height: 1, depth: 8, colorType: 3)
        palette.add(rows: [0, 0])
        #expect(fault(palette.ended) != nil)
    }

    @Test func `names the limit that a file is over`() {
        var wide = HandmadePNG(width: 40_000, height: 40_000, depth: 8, colorType: 0)
        wide.add(rows: [0])
        #expect(
            fault(wide.ended)?.description
                == "a picture of 40000 × 40000 pixels; the limit is 100000000 pixels")
        // 8,000,001 bytes are told, and none needs to be there.
        let long = grey { $0.bytes += [0x00, 0x7A, 0x12, 0x01] + Array("tEXt".utf8) }
        #expect(fault(long)?.description.contains("the limit of 8000000 bytes") == true)
    }

    @Test func `texts of a small file cannot ask for much memory`() throws {
        let file = grey { file in
            for number in 0..<40 { file.add("tEXt", Array("Comment\0\(number)".utf8)) }
            file.add(rows: [0, 1, 2, 0, 3, 4])
        }
        #expect(fault(file) == nil)
        let details = try PNGDecoder.details(of: file)
        #expect(details.texts.count <= 32)
        #expect(!details.remarks.isEmpty)
    }
}
