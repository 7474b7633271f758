#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension SystemFile {
    /// Makes a folder unless it is there.
    package static func makeFolder(_ name: String) throws(Failure) {
        // SAFETY: the C string lives through the call.
        guard unsafe mkdir(name, 0o777) != 0 else { return }
        guard errno == EEXIST, kind(of: name) == .folder else { throw .last() }
    }

    /// Takes a folder away with all that is in it; links are taken away, not followed.
    package static func removeFolder(_ name: String) throws(Failure) {
        for entry in try entries(of: name) {
            if entry.isFolder {
                try removeFolder("\(name)/\(entry.name)")
            } else {
                remove("\(name)/\(entry.name)")
            }
        }
        // SAFETY: the C string lives through the call.
        guard unsafe rmdir(name) == 0 else { throw .last() }
    }

    /// What stands in a folder.
    private static func entries(
        of folder: String
    ) throws(Failure) -> [(name: String, isFolder: Bool)] {
        // SAFETY: the C string lives through the call; the stream is closed below, and an entry is
        // copied before the next call changes it.
        guard let stream = unsafe opendir(folder) else { throw .last() }
        defer { unsafe closedir(stream) }
        var found: [(String, Bool)] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            // SAFETY: `status` is ours and lives through the call.
            guard unsafe lstat("\(folder)/\(name)", &status) == 0 else { throw .last() }
            found.append((name, status.st_mode & S_IFMT == S_IFDIR))
        }
        return found
    }

    /// The bytes that may still be written to the disk that a folder lies on.
    package static func freeBytes(at folder: String) throws(Failure) -> Int {
        var status = statvfs()
        // SAFETY: `status` is ours, and the C string lives through the call.
        guard unsafe statvfs(folder, &status) == 0 else { throw .last() }
        let (bytes, isTooMany) = Int(clamping: status.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
        return isTooMany ? .max : bytes
    }

    /// Waits until the names in a folder are on the disk.
    package static func synchronizeFolder(_ name: String) throws(Failure) {
        try reading(name).synchronize()
    }
}
