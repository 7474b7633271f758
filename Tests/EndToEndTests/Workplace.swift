import Foundation
import TestSupport

/// A folder with the example events and the files of `Tests/Fixtures/EndToEnd`, gone after use.
struct Workplace {
    let folder: String
    private let brought: Set<String>

    /// Runs `body` in a fresh workplace.
    static func use<Result>(_ body: (Workplace) async throws -> Result) async throws -> Result {
        try await withTemporaryDirectory { folder in
            try await body(try Workplace(in: folder))
        }
    }

    private init(in folder: String) throws {
        self.folder = folder
        let files = FileManager.default
        let fixtures = Checkout.path("Tests/Fixtures/EndToEnd")
        for name in try files.contentsOfDirectory(atPath: fixtures) {
            try files.copyItem(atPath: fixtures + "/" + name, toPath: folder + "/" + name)
        }
        try files.copyItem(
            atPath: Checkout.path(Checkout.exampleEvents), toPath: folder + "/events.csv")
        // No repository keeps an empty folder.
        for name in ["folder.geojson", "folder.png"] {
            try files.createDirectory(
                atPath: folder + "/" + name, withIntermediateDirectories: false)
        }
        brought = Set(try files.contentsOfDirectory(atPath: folder))
    }

    /// Runs `toponym` here.
    func toponym(_ arguments: String..., input: String? = nil) async throws -> Program.Outcome {
        try await Program.run(arguments, in: folder, input: input.map(path))
    }

    /// Where a file of this folder is; a whole path stays as it is.
    func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }

    /// The bytes of a file of this folder.
    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(name))))
    }

    /// Writes a file into this folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// What the program has left here, by name.
    func newFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !brought.contains($0) }.sorted()
    }
}
