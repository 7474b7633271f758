public import Diagnostics

/// Writes whole files: beside the target first, then renamed, so that nobody meets half a file.
public enum OutputFile {
    /// Replaces a file by new bytes, or makes it. A pipe or a device is written to as it stands.
    ///
    /// - Throws: `FileFault` when the target is a folder, or the folder is missing, read-only or full;
    ///   an older file is then still there, whole.
    public static func write(_ bytes: [UInt8], to name: String) throws(FileFault) {
        do throws(SystemFile.Failure) {
            switch SystemFile.kind(of: name) {
            case .folder: throw .folder
            case .other: try SystemFile.writing(name).write(bytes)
            case .file, nil: try replace(name, by: bytes)
            }
        } catch {
            throw fault(name, error.reason)
        }
    }

    private static func replace(_ name: String, by bytes: [UInt8]) throws(SystemFile.Failure) {
        let beside = SystemFile.nameBeside(name)
        do throws(SystemFile.Failure) {
            let file = try SystemFile.creating(beside)
            try file.write(bytes)
            try file.synchronize()
            try SystemFile.rename(beside, to: name)
        } catch {
            SystemFile.remove(beside)
            throw error
        }
    }

    private static func fault(_ name: String, _ reason: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "unwritable-output", at: SourceLocation(file: name),
                problem: "cannot write it: \(reason)",
                remedy: "name a file in a folder that exists and that you may write to"))
    }
}
