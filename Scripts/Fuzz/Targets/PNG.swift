import PNGEncoding
import Raster

/// Any bytes as a PNG file, as they are and with their checksums made right. Laws: an error with words,
/// or a picture within the limit that is the same in 8 and in 16 bits, and that comes back whole when it
/// is written as true colours and in stripes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: start, count: count))
    check(file)
    let sealed = sealedPNG(file)
    if sealed != file { check(sealed) }
    return 0
}

private let limit = 40_000

private func check(_ file: [UInt8]) {
    let picture: PixelBuffer
    do {
        picture = try PNGDecoder.decode(file, limit: limit)
    } catch {
        precondition(!error.description.isEmpty)
        return
    }
    precondition(picture.width * picture.height <= limit, "over the limit")
    guard let deep = try? PNGDecoder.decodeDeep(file, limit: limit),
        let details = try? PNGDecoder.details(of: file, limit: limit)
    else { preconditionFailure("one way of reading refuses what another takes") }
    precondition(details.width == picture.width && details.height == picture.height)
    for (sample, byte) in zip(deep.samples, picture.bytes) {
        precondition((Int(sample) * 255 + 32767) / 65535 == Int(byte), "depths differ")
    }
    checkWriting(picture)
}

private func checkWriting(_ picture: PixelBuffer) {
    guard let file = try? PNGEncoder.encode(picture, options: PNGOptions(colors: .rgb)),
        let again = try? PNGDecoder.decode(file)
    else { preconditionFailure("a picture cannot be written") }
    precondition(again == picture, "a picture comes back changed")
    guard
        var stripes = try? PNGStripes(
            width: picture.width, height: picture.height, layout: .rgba, isShaded: true),
        let rows = try? stripes.write(picture.bytes), let end = try? stripes.end(),
        let striped = try? PNGDecoder.decode(rows + end)
    else { preconditionFailure("a picture cannot be written in stripes") }
    precondition(striped == picture, "a picture in stripes comes back changed")
}
