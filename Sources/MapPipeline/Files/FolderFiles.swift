internal import Diagnostics
internal import SystemFiles
internal import TabularText

/// The files of a folder and of those in it, in the order of their names, one at a time.
///
/// What stands in memory are the names in the folders on the way to a file. Links to folders are not
/// followed, so that there is an end.
struct FolderFiles {
    private let endings: [String]
    /// The entries still to be taken, last first: of the folder itself, then of the one entered last.
    private var waiting: [[String]]

    /// Starts before the first file with one of these endings.
    ///
    /// - Throws: `FileFault` when the folder cannot be read. A file is one of its own.
    init(_ name: String, endings: [String]) throws(FileFault) {
        self.endings = endings
        waiting = [[name]]
        if SystemFile.kind(of: name) == nil {
            throw InputFile.unreadable(name, "no such file or directory")
        }
    }

    /// The name of the next file; nil after the last.
    mutating func next() throws(FileFault) -> String? {
        while !waiting.isEmpty {
            guard let entry = waiting[waiting.count - 1].popLast() else {
                waiting.removeLast()
                continue
            }
            switch SystemFile.kind(of: entry) {
            case .folder: waiting.append(try entries(of: entry))
            case .file where endings.contains(where: entry.hasSuffix): return entry
            default: break
            }
        }
        return nil
    }

    private func entries(of folder: String) throws(FileFault) -> [String] {
        do throws(SystemFile.Failure) {
            let prefix = folder.hasSuffix("/") ? folder : folder + "/"
            return try SystemFile.names(in: folder).map { prefix + $0 }
                .sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
        } catch {
            throw InputFile.unreadable(folder, error.reason)
        }
    }
}
