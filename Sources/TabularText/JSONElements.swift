package import Diagnostics
package import GeoJSON

/// Finds the values of a JSON text one at a time, in bounded memory: the elements of its array or of its
/// `features`, its one object, or one value a line or record.
package struct JSONElements {
    /// How the values stand in the text.
    package enum Layout: Sendable {
        /// One JSON text.
        case text
        /// One JSON text a line.
        case lines
        /// JSON texts with a record separator before each (RFC 8142).
        case sequence
    }

    private enum State {
        case start
        /// Among the elements of an array, which may be the `features` of an object.
        case elements(isFirst: Bool, inObject: Bool)
        /// In the object, after its features.
        case tail
        case end
    }

    /// The text, from the value found last on.
    package var window: TextWindow
    /// How the values stand in the text.
    package let layout: Layout
    /// What is refused.
    package let limits: ReadingLimits
    /// What stands beside the elements of `features`, as objects: what is before once the first was
    /// asked for, what is after once the last was taken.
    package private(set) var besides: [JSONValue] = []
    private var state = State.start
    /// Whether the text is one object that is itself the only value.
    private var isWholeObject = false

    /// Starts at the start of a text.
    package init(_ window: TextWindow, _ layout: Layout, limits: ReadingLimits) {
        self.window = window
        self.layout = layout
        self.limits = limits
    }

    /// Steps to the next value; false at the end.
    package mutating func toNext() throws(FileFault) -> Bool {
        layout == .text ? try toElement() : try toRecord()
    }

    /// A value that was read with everything checked, or why it could not be.
    package enum Taken {
        case value(JSONValue, SourceText, at: Int)
        case broken(Diagnostic, at: SourceLocation)
    }

    /// Reads the value at the start of the window; nil for a line or record with none.
    ///
    /// - Throws: `FileFault` for broken JSON, unless it is that of one line or record.
    package mutating func take(number: Int) throws(FileFault) -> Taken? {
        let length = layout == .text ? try endOfValue(0) : try endOfRecord()
        let end = window.start + length
        window.count(upTo: window.start)
        let source = window.source(window.start..<end)
        window.consume(to: end)
        var reader = JSONReader(source.bytes)
        guard layout == .text || reader.peek() != nil else { return nil }
        let start = reader.offset
        do throws(JSONError) {
            let value = try reader.value()
            try reader.finish()
            return .value(value, source, at: start)
        } catch {
            guard layout != .text else {
                throw source.fault(
                    "bad-json", at: error.offset, "\(error)", remedy: "mend the JSON text here")
            }
            let diagnostic = Diagnostic(
                .error, code: "bad-json", at: source.location(error.offset), row: number,
                problem: "\(error)", remedy: "mend the JSON of this line")
            return .broken(diagnostic, at: source.location(start))
        }
    }
}

extension JSONElements {
    /// Steps to the next element of the text's array or `features`; false at the end of the text.
    private mutating func toElement() throws(FileFault) -> Bool {
        while true {
            switch state {
            case .start:
                guard let row = try enterText() else { continue }
                return row
            case .elements(let isFirst, let inObject):
                let byte = try peek()
                if byte == UInt8(ascii: "]") {
                    window.consume(to: window.start + 1)
                    state = inObject ? .tail : .end
                    if !inObject { try checkEnd() }
                    continue
                }
                if !isFirst {
                    guard byte == UInt8(ascii: ",") else { throw unexpected(", or ]") }
                    window.consume(to: window.start + 1)
                    _ = try peek()
                }
                state = .elements(isFirst: false, inObject: inObject)
                return true
            case .tail:
                try passTail()
            case .end:
                return false
            }
        }
    }

    /// Reads up to the first element. An object without `features` is itself the only row.
    private mutating func enterText() throws(FileFault) -> Bool? {
        let byte = try peek()
        if byte == UInt8(ascii: "[") {
            window.consume(to: window.start + 1)
            state = .elements(isFirst: true, inObject: false)
            return nil
        }
        guard byte == UInt8(ascii: "{") else { throw unexpected("an object") }
        guard let features = try distanceOfFeatures() else {
            state = .tail
            isWholeObject = true
            return true
        }
        window.consume(to: window.start + features)
        state = .elements(isFirst: true, inObject: true)
        return nil
    }

    /// How far off the elements of the member `features` start, if there is one.
    private mutating func distanceOfFeatures() throws(FileFault) -> Int? {
        var distance = 1
        while true {
            distance = try skipSpace(distance)
            guard byte(distance) == UInt8(ascii: "\"") else { return nil }
            let key = distance
            distance = try endOfValue(distance)
            let isFeatures = window.bytes[window.start + key..<window.start + distance]
                .elementsEqual("\"features\"".utf8)
            distance = try skipSpace(distance)
            guard byte(distance) == UInt8(ascii: ":") else { return nil }
            distance = try skipSpace(distance + 1)
            if isFeatures, byte(distance) == UInt8(ascii: "[") {
                try checkHead(distance)
                return distance + 1
            }
            guard byte(distance) != nil else { return nil }
            distance = try skipSpace(try endOfValue(distance))
            guard byte(distance) == UInt8(ascii: ",") else { return nil }
            distance += 1
        }
    }

    private func byte(_ distance: Int) -> UInt8? {
        window.start + distance < window.bytes.count ? window.bytes[window.start + distance] : nil
    }

    /// Checks the members before `features` by reading them as an object of their own.
    private mutating func checkHead(_ distance: Int) throws(FileFault) {
        let source = window.source(window.start..<window.start + distance)
        let closed = source.bytes + Array("0}".utf8)
        besides.append(try checked(closed, source))
    }

    /// Reads what stands after the features, to the end of the text.
    private mutating func passTail() throws(FileFault) {
        state = .end
        guard !isWholeObject else { return try checkEnd() }
        let byte = try peek()
        guard byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",") else {
            throw unexpected(", or }")
        }
        // The rest is `,"bbox":[…]}` or the like: an object once the comma is turned.
        while !window.isAtEnd {
            guard window.range.count <= limits.rowBytes else {
                throw window.fault(
                    "row-too-long", at: window.start,
                    "more than \(limits.rowBytes) bytes after the features",
                    remedy: "put the features last")
            }
            try window.fetch()
        }
        let source = window.source(window.range)
        var object = source.bytes
        if byte == UInt8(ascii: ",") {
            object[0] = UInt8(ascii: "{")
        } else {
            object.insert(UInt8(ascii: "{"), at: 0)
        }
        window.consume(to: window.bytes.count)
        besides.append(try checked(object, source, shift: byte == UInt8(ascii: ",") ? 0 : 1))
    }

    private func checked(
        _ text: [UInt8], _ source: SourceText, shift: Int = 0
    ) throws(FileFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: text)
        } catch {
            throw source.fault(
                "bad-json", at: max(0, error.offset - shift), "\(error)",
                remedy: "mend the JSON text here")
        }
    }

    private mutating func checkEnd() throws(FileFault) {
        guard try peek() == nil else { throw unexpected("the end") }
    }

    /// Steps to the next line or record that is not empty; false at the end.
    private mutating func toRecord() throws(FileFault) -> Bool {
        while true {
            guard let byte = try peek() else { return false }
            guard byte == 0x1E else { return true }
            window.consume(to: window.start + 1)
        }
    }

    /// How long the line or record at the start of the window is, without its end.
    private mutating func endOfRecord() throws(FileFault) -> Int {
        let mark: UInt8 = layout == .sequence ? 0x1E : 0x0A
        var distance = 0
        while true {
            while let next = byte(distance), next != mark { distance += 1 }
            guard distance <= limits.rowBytes else {
                throw window.fault(
                    "row-too-long", at: window.start,
                    "a line of more than \(limits.rowBytes) bytes",
                    remedy: "write one object a line")
            }
            if byte(distance) != nil || window.isAtEnd { return distance }
            try window.fetch()
        }
    }

    /// How far off the value ends that starts at a distance, told by its brackets and quotes alone.
    private mutating func endOfValue(_ start: Int) throws(FileFault) -> Int {
        var skipper = JSONSkipper()
        var distance = start
        while true {
            var offset = window.start + distance
            if let end = skipper.end(window.bytes.span, &offset) { return end - window.start }
            distance = offset - window.start
            guard window.range.count <= limits.valueBytes else {
                throw window.fault(
                    "row-too-long", at: window.start + start,
                    "a value of more than \(limits.valueBytes) bytes",
                    remedy: "simplify its geometry, or check that the brackets close")
            }
            guard !window.isAtEnd else { return distance }
            try window.fetch()
        }
    }

    private mutating func skipSpace(_ start: Int) throws(FileFault) -> Int {
        var distance = start
        while true {
            while let next = byte(distance), Self.isSpace(next) { distance += 1 }
            if byte(distance) != nil || window.isAtEnd { return distance }
            try window.fetch()
        }
    }

    /// The next byte that is no white space, consumed up to it; nil at the end.
    private mutating func peek() throws(FileFault) -> UInt8? {
        while true {
            var offset = window.start
            while offset < window.bytes.count, Self.isSpace(window.bytes[offset]) { offset += 1 }
            window.consume(to: offset)
            if offset < window.bytes.count { return window.bytes[offset] }
            if window.isAtEnd { return nil }
            try window.fetch()
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func unexpected(_ expected: String) -> FileFault {
        let error: JSONError =
            window.range.isEmpty
            ? .unexpectedEnd(offset: 0, expected: expected)
            : .unexpected(window.bytes[window.start], offset: 0, expected: expected)
        return window.fault(
            "bad-json", at: window.start, "\(error)", remedy: "mend the JSON text here")
    }
}
