import FlatFile

/// The same sections laid out anew, with the checksums that they have now; nil when there are none.
func sealed(_ bytes: [UInt8], _ kind: SectionFile.Kind) -> [UInt8]? {
    let slice = FlatSlice(FlatBytes(bytes))
    let sections = Int(slice.number(at: 12, as: UInt32.self))
    guard sections <= 64, bytes.count >= 32 + sections * 32 else { return nil }
    var writer = SectionFileWriter(kind)
    var tags: Set<String> = []
    for row in 0..<sections {
        let at = 32 + row * 32
        let letters = slice.bytes(at..<(at + 8)).prefix { $0 >= 0x20 && $0 < 0x7F }
        let tag = String(decoding: letters, as: UTF8.self)
        guard !tag.isEmpty, tags.insert(tag).inserted else { return nil }
        let offset = Int(clamping: slice.number(at: at + 8, as: UInt64.self))
        let length = Int(clamping: slice.number(at: at + 16, as: UInt64.self))
        guard offset <= bytes.count, length <= bytes.count - offset else { return nil }
        writer.add(tag, slice.bytes(offset..<(offset + length)))
    }
    return writer.bytes
}
