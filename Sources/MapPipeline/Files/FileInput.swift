public import Diagnostics
internal import SystemFiles
public import TabularText

/// A file or standard input (`-`) as the input of a table, a piece at a time.
///
/// What cannot be read twice, such as a pipe, is laid aside in a nameless file under `/tmp`.
public final class FileInput: ByteInput {
    private let name: String
    private let file: SystemFile
    /// A pipe's bytes are written here on the first reading.
    private let aside: SystemFile?
    private var isAside = false

    /// Opens a file.
    ///
    /// - Throws: `FileFault` when the file is missing, is a folder or cannot be read.
    public init(_ name: String) throws(FileFault) {
        self.name = name
        if name != "-", SystemFile.kind(of: name) == .folder {
            throw InputFile.unreadable(name, "this is a folder")
        }
        do throws(SystemFile.Failure) {
            file = name == "-" ? SystemFile.standardInput : try SystemFile.reading(name)
            aside = file.rewind() ? nil : try SystemFile.unnamed()
        } catch {
            throw InputFile.unreadable(name, error.reason)
        }
    }

    /// The next bytes; empty at the end.
    ///
    /// - Throws: `FileFault` when they cannot be read or laid aside.
    public func next() throws(FileFault) -> [UInt8] {
        do throws(SystemFile.Failure) {
            switch aside {
            case nil: return try file.nextBytes()
            case .some(let aside):
                if isAside {
                    let bytes = try aside.nextBytes()
                    if !bytes.isEmpty { return bytes }
                    isAside = false
                }
                let bytes = try file.nextBytes()
                try aside.write(bytes)
                return bytes
            }
        } catch {
            throw InputFile.unreadable(name, error.reason)
        }
    }

    /// Goes back to the start.
    ///
    /// - Throws: `FileFault` when the file has become one that has none.
    public func rewind() throws(FileFault) {
        let isBack =
            switch aside {
            case nil: file.rewind()
            case .some(let aside): aside.rewind()
            }
        guard isBack else { throw InputFile.unreadable(name, "it cannot be read twice") }
        isAside = !isWhole
    }

    private var isWhole: Bool {
        switch aside {
        case nil: true
        case .some: false
        }
    }
}
