internal import Boundaries
public import Diagnostics
internal import FlatFile
public import PlacePack
internal import SystemFiles

extension PackFile {
    /// Opens a pack.
    ///
    /// - Throws: `FileFault` that says what is wrong with the file and what to do.
    public static func open(_ name: String) throws(FileFault) -> PackFile {
        let file: PackFile
        do {
            file = try PackFile(opening: name)
        } catch {
            throw fault(name, error)
        }
        try checkOutlines(of: file, name)
        return file
    }

    /// Outlines are looked at in full: what they cost to ask is bounded only where they are whole.
    private static func checkOutlines(of file: PackFile, _ name: String) throws(FileFault) {
        guard let outlines = file.outlines else { return }
        do throws(BoundaryFileError) {
            try BoundaryStore(FlatBytes(outlines)).verify()
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "unusable-pack", at: SourceLocation(file: name),
                    problem: "the outlines of this pack cannot be used: \(error)",
                    remedy: "build the pack again, or copy it again from where it is whole"))
        }
    }

    /// A file of outlines for a pack that is built, looked at in full.
    ///
    /// - Throws: `FileFault` for what is no such file, or is damaged.
    public static func outlines(_ name: String) throws(FileFault) -> [UInt8] {
        let bytes = try InputFile.read(name)
        do throws(BoundaryFileError) {
            try BoundaryStore(FlatBytes(bytes)).verify()
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "unusable-outlines", at: SourceLocation(file: name),
                    problem: "these outlines cannot be used: \(error)",
                    remedy: "give a file as the page \"The file of outlines\" describes it"))
        }
        return bytes
    }

    /// Opens a pack and looks at every byte.
    ///
    /// - Throws: `FileFault` that says what is wrong with the file and what to do.
    public static func verified(_ name: String) throws(FileFault) -> PackFile {
        let file = try open(name)
        do {
            try file.verify()
        } catch {
            throw fault(name, error)
        }
        return file
    }

    private static func fault(_ name: String, _ error: FlatFileError) -> FileFault {
        let remedy =
            switch error {
            case .unreadable: "check the path and its permissions"
            case .otherKind: "make a pack with `toponym pack build`"
            case .newerVersion: "use a newer toponym, or build the pack again with this one"
            default: "build the pack again, or copy it again from where it is whole"
            }
        return FileFault(
            Diagnostic(
                .error, code: "unusable-pack", at: SourceLocation(file: name),
                problem: "this pack cannot be used: \(error)", remedy: remedy))
    }
}

extension PackBuilder {
    /// Lays out the pack and writes it: beside its name first, so that a full disk leaves no half pack. Large
    /// parts wait on that disk, too, so that it takes room for two for a while.
    ///
    /// - Returns: how many bytes it has.
    /// - Throws: `FileFault`.
    @discardableResult
    public consuming func write(to name: String) throws(FileFault) -> Int {
        let writer: SectionFileWriter
        do {
            writer = try finished(spoolFolder: SystemFile.folder(of: name))
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "unwritable-output", at: SourceLocation(file: name),
                    problem: "cannot write it: \(error)", remedy: "build several packs"))
        }
        var target = try StreamedFile(name)
        try writer.write { bytes throws(FileFault) in try target.write(bytes) }
        try target.keep()
        return writer.count
    }
}
