public import Testing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Compares text with a file in `Tests/Golden` that was looked at and committed.
///
/// `TOPONYM_BLESS=1` in the environment writes the files instead (`Scripts/bless`); read the diff before
/// committing it. A file that is not there fails: nothing is blessed by running the tests.
public enum Golden {
    /// Records an issue unless the text is that of the file, byte for byte.
    ///
    /// - Parameters:
    ///   - text: What the code gave.
    ///   - name: The file, from `Tests/Golden`, such as `Cartography/scene.txt`.
    ///   - sourceLocation: Where the test asks.
    public static func expect(
        _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let file = folder + "/" + name
        if isBlessing {
            bless(text, file: file, sourceLocation: sourceLocation)
            return
        }
        guard let bytes = FileManager.default.contents(atPath: file) else {
            record(
                "no golden file \(name); look at the attached text, then run Scripts/bless", text,
                name: name, sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: bytes, as: UTF8.self)
        guard Array(expected.utf8) != Array(text.utf8) else { return }
        let difference = LineDifference(from: expected, to: text).description
        record(
            "\(name) differs:\n\(difference)", text, name: name, sourceLocation: sourceLocation)
    }

    /// What a golden file says, or nil when there is none; for files that also say what to run.
    public static func text(named name: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + name)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static let folder = Checkout.path("Tests/Golden")

    /// Whether golden files are being written rather than compared.
    public static var isBlessing: Bool {
        ProcessInfo.processInfo.environment["TOPONYM_BLESS"] == "1"
    }

    private static func bless(_ text: String, file: String, sourceLocation: SourceLocation) {
        do {
            let parent = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            try FileManager.default.createDirectory(
                atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
    }

    private static func record(
        _ message: String, _ actual: String, name: String, sourceLocation: SourceLocation
    ) {
        let flatName = name.split(separator: "/").joined(separator: "-")
        Attachment.record(Array(actual.utf8), named: flatName, sourceLocation: sourceLocation)
        Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
    }
}

/// The lines that two texts do not share, in order, with their numbers.
struct LineDifference: CustomStringConvertible {
    /// Enough to see what happened.
    private static let limit = 40

    private var lines: [String] = []

    init(from expected: String, to actual: String) {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old).sorted { left, right in
            (left.offset, left.rank) < (right.offset, right.rank)
        }
        for change in changes.prefix(Self.limit) {
            switch change {
            case .remove(let offset, let line, _): lines.append("-\(offset + 1): \(line)")
            case .insert(let offset, let line, _): lines.append("+\(offset + 1): \(line)")
            }
        }
        if changes.count > Self.limit {
            lines.append("… and \(changes.count - Self.limit) lines more")
        }
    }

    var description: String { lines.joined(separator: "\n") }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    /// What went stands before what came.
    fileprivate var rank: Int {
        if case .insert = self { 1 } else { 0 }
    }
}
