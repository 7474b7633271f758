import Foundation

/// The built program, run as a child process as a user runs it.
enum Program {
    /// What a run left behind.
    struct Outcome {
        /// Standard output.
        var output: [UInt8]
        /// Standard error.
        var errors: String
        /// The exit status; that of a signal is its number with a minus sign.
        var status: Int

        /// Standard output as text.
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// A run that could not be made.
    struct CannotRun: Error {
        let reason: String
    }

    /// Runs `toponym` in a folder and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: The words after the program's name.
    ///   - folder: Where it runs; standard streams are kept in files beside it, so no pipe can fill up.
    ///   - input: The file that is standard input; nil for none.
    ///   - output: The file that standard output goes to; nil to get it back.
    ///   - mostFileBlocks: How large a file may become, in blocks of `ulimit -f`; nil for any size.
    /// - Returns: What the run left behind.
    /// - Throws: `CannotRun` when the program is not built; what Foundation throws.
    static func run(
        _ arguments: [String], in folder: String, input: String? = nil, output: String? = nil,
        mostFileBlocks: Int? = nil
    ) async throws -> Outcome {
        let streams = URL(filePath: folder + ".\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: streams) }
        let kept = streams.appending(path: "output")
        let errors = streams.appending(path: "errors")

        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        if let mostFileBlocks {
            process.executableURL = URL(filePath: "/bin/sh")
            let limited = "ulimit -f \(mostFileBlocks); exec \"$0\" \"$@\""
            process.arguments = ["-c", limited, try executable().path()] + arguments
        }
        process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
        // Help is folded to the width of a terminal; all else of the environment must not matter.
        process.environment = ["COLUMNS": "80", "LC_ALL": "C"]
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input ?? "/dev/null"))
        process.standardOutput = try writing(to: output.map { URL(filePath: $0) } ?? kept)
        process.standardError = try writing(to: errors)
        try await withCheckedThrowingContinuation {
            (waiting: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in waiting.resume() }
            do {
                try process.run()
            } catch {
                waiting.resume(throwing: error)
            }
        }
        let status = Int(process.terminationStatus)
        return Outcome(
            output: output == nil ? Array(try Data(contentsOf: kept)) : [],
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            status: process.terminationReason == .exit ? status : -status)
    }

    private static func writing(to file: URL) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: file.path) {
            try Data().write(to: file)
        }
        return try FileHandle(forWritingTo: file)
    }

    /// The program beside the tests: the package builds both into one folder.
    private static func executable() throws -> URL {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let tests = [URL(filePath: CommandLine.arguments.first ?? "")] + bundles
        for test in tests {
            let program = test.deletingLastPathComponent().appending(path: "toponym")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        throw CannotRun(reason: "no toponym beside \(tests.map(\.path)); run swift build first")
    }
}
