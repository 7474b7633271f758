public import Diagnostics
internal import SystemFiles

/// A file that is written piece by piece beside its name and gets it when all is there.
///
/// Goes with its owner when it was not kept. A pipe or a device is written to as it stands.
public struct StreamedFile: ~Copyable {
    private let name: String
    private let beside: String?
    private let file: SystemFile
    private var isKept = false

    /// Starts a file; `-` is standard output.
    ///
    /// - Throws: `FileFault` when a folder stands there, or none can be written to.
    public init(_ name: String) throws(FileFault) {
        self.name = name == "-" ? "standard output" : name
        let kind = name == "-" ? .other : SystemFile.kind(of: name)
        beside = kind == .other ? nil : SystemFile.nameBeside(name)
        file = try Self.opened(name, kind, beside)
    }

    private static func opened(
        _ name: String, _ kind: SystemFile.Kind?, _ beside: String?
    ) throws(FileFault) -> SystemFile {
        guard name != "-" else { return .standardOutput }
        do throws(SystemFile.Failure) {
            guard kind != .folder else { throw SystemFile.Failure.folder }
            guard let beside else { return try SystemFile.writing(name) }
            return try SystemFile.creating(beside)
        } catch {
            throw OutputFile.fault(name, error)
        }
    }

    /// Where it is written until it is kept; nil for a pipe or a device.
    var besideName: String? { beside }

    deinit {
        if let beside, !isKept { SystemFile.remove(beside) }
    }

    /// Writes more.
    ///
    /// - Throws: `FileFault`, such as on a full disk.
    public mutating func write(_ bytes: [UInt8]) throws(FileFault) {
        do throws(SystemFile.Failure) {
            try file.write(bytes)
        } catch {
            throw OutputFile.fault(name, error)
        }
    }

    /// Gives the file its name; one that bears it is replaced in one step.
    ///
    /// - Throws: `FileFault` when that cannot be done; an older file is then still there.
    public mutating func keep() throws(FileFault) {
        guard let beside else { return }
        do throws(SystemFile.Failure) {
            try file.synchronize()
            try SystemFile.rename(beside, to: name)
        } catch {
            throw OutputFile.fault(name, error)
        }
        isKept = true
    }
}
