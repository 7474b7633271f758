public import Diagnostics
internal import EventIngest
internal import SystemFiles
internal import TabularText

/// Reads whole files, up to a limit; `-` is standard input.
public enum InputFile {
    /// Files larger than this are refused, in bytes, so that a wrong argument cannot eat the memory.
    public static let greatestSize = 512 << 20

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - name: The file; `-` is standard input.
    ///   - limit: What is refused beyond, in bytes.
    /// - Returns: All bytes.
    /// - Throws: `FileFault` when the file is missing, is a folder, cannot be read, or is larger than
    ///   `limit`.
    public static func read(
        _ name: String, limit: Int = greatestSize
    ) throws(FileFault) -> [UInt8] {
        if name != "-", SystemFile.kind(of: name) == .folder {
            throw unreadable(name, "this is a folder")
        }
        var bytes: [UInt8] = []
        do throws(SystemFile.Failure) {
            let file = name == "-" ? SystemFile.standardInput : try SystemFile.reading(name)
            // One byte more than the limit is enough to know.
            while bytes.count <= limit {
                let chunk = try file.nextBytes()
                if chunk.isEmpty { return bytes }
                bytes += chunk
            }
        } catch {
            throw unreadable(name, error.reason)
        }
        throw tooLarge(name, limit)
    }

    /// The bytes of a file, unpacked where it is packed with gzip.
    ///
    /// - Throws: `FileFault` as `read`; the limit counts unpacked bytes.
    static func unpacked(_ name: String, limit: Int = greatestSize) throws(FileFault) -> [UInt8] {
        let input = try FileInput.open(name)
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let piece = try input.next()
            if piece.isEmpty { return bytes }
            bytes += piece
        }
        throw tooLarge(name, limit)
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "file-too-large", at: SourceLocation(file: name),
                problem: "the file is larger than \(limit >> 20) MiB",
                remedy: "split it, and run each part"))
    }

    static func unreadable(_ name: String, _ reason: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "unreadable-file", at: SourceLocation(file: name),
                problem: "cannot read it: \(reason)", remedy: "check the path and its permissions"))
    }
}
