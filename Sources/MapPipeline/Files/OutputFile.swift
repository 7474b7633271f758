public import Diagnostics
internal import SystemFiles

/// Writes whole files: beside the target first, then renamed, so that nobody meets half a file.
public enum OutputFile {
    /// Replaces a file by new bytes, or makes it. A pipe or a device is written to as it stands.
    ///
    /// - Throws: `FileFault` when the target is a folder, or the folder is missing, read-only or full;
    ///   an older file is then still there, whole.
    public static func write(_ bytes: [UInt8], to name: String) throws(FileFault) {
        try write([(bytes, name)])
    }

    /// The same for files that belong together: none gets its name before all are on the disk.
    ///
    /// - Throws: `FileFault` for the first that cannot be written; older files are then still there.
    public static func write(_ files: [(bytes: [UInt8], name: String)]) throws(FileFault) {
        var waiting: [(beside: String, name: String)] = []
        do throws(FileFault) {
            for (bytes, name) in files {
                if let beside = try stage(bytes, for: name) { waiting.append((beside, name)) }
            }
            while let (beside, name) = waiting.first {
                try tell(name) { () throws(SystemFile.Failure) in
                    try SystemFile.rename(beside, to: name)
                }
                waiting.removeFirst()
            }
        } catch {
            for (beside, _) in waiting { SystemFile.remove(beside) }
            throw error
        }
    }

    /// Writes bytes beside a file and says where; nil when they went straight to a pipe or a device.
    private static func stage(_ bytes: [UInt8], for name: String) throws(FileFault) -> String? {
        try tell(name) { () throws(SystemFile.Failure) in
            switch SystemFile.kind(of: name) {
            case .folder: throw .folder
            case .other:
                try SystemFile.writing(name).write(bytes)
                return nil
            case .file, nil:
                let beside = SystemFile.nameBeside(name)
                try create(beside, with: bytes)
                return beside
            }
        }
    }

    private static func create(_ name: String, with bytes: [UInt8]) throws(SystemFile.Failure) {
        let file = try SystemFile.creating(name)
        do throws(SystemFile.Failure) {
            try file.write(bytes)
            try file.synchronize()
        } catch {
            SystemFile.remove(name)
            throw error
        }
    }

    /// Runs a step and names the file when it fails.
    private static func tell<Result>(
        _ name: String, _ step: () throws(SystemFile.Failure) -> Result
    ) throws(FileFault) -> Result {
        do throws(SystemFile.Failure) {
            return try step()
        } catch {
            throw fault(name, error)
        }
    }

    static func fault(_ name: String, _ failure: SystemFile.Failure) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "unwritable-output", at: SourceLocation(file: name),
                problem: "cannot write it: \(failure.reason)",
                remedy: remedy(failure)))
    }

    private static func remedy(_ failure: SystemFile.Failure) -> String {
        switch failure.cause {
        case .brokenPipe: "use -o FILE, or mend the pipe"
        case .diskFull: "make room, or name a file on another disk"
        case .sizeLimit: "raise the limit on file sizes (ulimit -f), or name one on another disk"
        case .other: "name a file in a folder that exists and that you may write to"
        }
    }
}
