public import Diagnostics
public import TabularText
internal import Gzip

/// An input that is packed with gzip, unpacked on the way.
///
/// What grows beyond reason is refused (`InflationLimits`): a bomb of a few kilobytes would fill a disk.
final class GzipInput: ByteInput {
    private let base: any ByteInput
    private let file: String
    private var unpacking: Unpacking

    /// The inflater; a class of its own, since a copy of it would not know of the other.
    private final class Unpacking {
        var inflater: Inflater
        init(_ inflater: consuming Inflater) { self.inflater = inflater }
    }

    init(_ base: any ByteInput, file: String) throws(FileFault) {
        self.base = base
        self.file = file
        unpacking = try Self.start(file)
    }

    private static func start(_ file: String) throws(FileFault) -> Unpacking {
        do throws(GzipError) {
            return Unpacking(try Inflater())
        } catch {
            throw fault(error, in: file)
        }
    }

    func next() throws(FileFault) -> [UInt8] {
        var failure: FileFault?
        let bytes: [UInt8]
        do throws(GzipError) {
            bytes = try unpacking.inflater.next {
                do throws(FileFault) {
                    return try base.next()
                } catch {
                    failure = error
                    return []
                }
            }
        } catch {
            throw failure ?? Self.fault(error, in: file)
        }
        if let failure { throw failure }
        return bytes
    }

    func rewind() throws(FileFault) {
        try base.rewind()
        unpacking = try Self.start(file)
    }

    private static func fault(_ error: GzipError, in file: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "bad-gzip", at: SourceLocation(file: file), problem: "\(error)",
                remedy: "check the file with gzip -t, or unpack it first"))
    }
}

extension FileInput {
    /// Opens a file or standard input (`-`), unpacked if it is packed with gzip.
    ///
    /// - Throws: `FileFault` when it is missing, is a folder or cannot be read.
    public static func open(_ name: String) throws(FileFault) -> any ByteInput {
        let file = try FileInput(name)
        let isPacked = Inflater.isGzip(try file.next())
        try file.rewind()
        return isPacked ? try GzipInput(file, file: name) : file
    }
}
