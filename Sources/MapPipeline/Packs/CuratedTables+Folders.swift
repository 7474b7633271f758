public import Diagnostics
public import PlacePack
internal import SystemFiles

extension CuratedTables {
    /// Reads the tables of folders; those of a later folder add rows to those of an earlier one. A table
    /// may be packed with gzip (`names.tsv.gz`).
    ///
    /// - Throws: `FileFault` for a file that cannot be read, or a folder without any table.
    public init(folders: [String]) throws(FileFault) {
        var files: [File] = []
        for folder in folders {
            let found = try Self.files(of: folder)
            guard !found.isEmpty else {
                throw FileFault(
                    Diagnostic(
                        .error, code: "no-tables", at: SourceLocation(file: folder),
                        problem: "the folder has none of the tables",
                        remedy: "name a folder with places.tsv and names.tsv"))
            }
            files += found
        }
        self.init(files)
    }

    private static func files(of folder: String) throws(FileFault) -> [File] {
        var files: [File] = []
        for name in names {
            let plain = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            for path in [plain, plain + ".gz"] where SystemFile.kind(of: path) != nil {
                files.append(File(name: name, path: path, bytes: try InputFile.unpacked(path)))
            }
        }
        return files
    }
}
