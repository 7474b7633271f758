internal import EDTF
internal import FlatFile
internal import Places

/// Writes texts and lists one after another: a text as its length plus one and its UTF-8, 0 for none; a
/// list as its count and its entries.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ text: String?) {
        guard let text else {
            bytes.append(shortNumber: 0)
            return
        }
        bytes.append(shortNumber: text.utf8.count + 1)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put<Entry>(_ list: [Entry], _ put: (Entry, inout FieldWriter) -> Void) {
        bytes.append(shortNumber: list.count)
        for entry in list { put(entry, &self) }
    }
}

/// Reads what `FieldWriter` wrote. Past a fault all is empty, and `hasFault` tells.
struct FieldReader {
    private let bytes: FlatSlice
    private(set) var offset = 0
    private(set) var hasFault = false
    /// What was read so far: many rows have the same period.
    private var periods: [String: HistoricalDate] = [:]

    init(_ bytes: FlatSlice) {
        self.bytes = bytes
    }

    /// Whether all was read and nothing was wrong.
    var isWhole: Bool { !hasFault && offset == bytes.count }

    mutating func optional() -> String? {
        guard !hasFault, let length = bytes.shortNumber(at: &offset),
            length - 1 <= bytes.count - offset
        else {
            hasFault = true
            return nil
        }
        guard length > 0 else { return nil }
        let start = offset
        offset += length - 1
        guard let text = String(validating: bytes.bytes(start..<offset), as: UTF8.self) else {
            hasFault = true
            return nil
        }
        return text
    }

    mutating func text() -> String { optional() ?? "" }

    mutating func period() -> HistoricalDate? {
        guard let text = optional() else { return nil }
        if let known = periods[text] { return known }
        guard let period = try? HistoricalDate(edtf: text) else {
            hasFault = true
            return nil
        }
        periods[text] = period
        return period
    }

    mutating func list<Entry>(_ read: (inout FieldReader) -> Entry) -> [Entry] {
        guard !hasFault, let count = bytes.shortNumber(at: &offset), count <= bytes.count - offset
        else {
            hasFault = true
            return []
        }
        var list: [Entry] = []
        // Each entry takes a byte at least, so a wrong count ends with the bytes.
        while list.count < count, !hasFault { list.append(read(&self)) }
        return list
    }
}
