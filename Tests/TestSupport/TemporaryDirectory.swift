#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Runs `body` with the path of an empty folder that is removed afterwards.
public func withTemporaryDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let files = FileManager.default
    let path = files.temporaryDirectory.appending(path: "toponym-\(UUID().uuidString)").path
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: path) }
    return try body(path)
}

/// Runs `body` with the path of an empty folder that is removed afterwards.
public func withTemporaryDirectory<Result>(
    _ body: (String) async throws -> Result
) async throws -> Result {
    let files = FileManager.default
    let path = files.temporaryDirectory.appending(path: "toponym-\(UUID().uuidString)").path
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: path) }
    return try await body(path)
}
