import Foundation
import PNGEncoding

/// Reads files of others. A line for each: its name, then width and height, or `refused` and why.
enum PNGReading {
    static func run(folder: String, files: [String]) throws {
        for file in files {
            let url = URL(fileURLWithPath: file)
            let bytes = [UInt8](try Data(contentsOf: url))
            let name = url.lastPathComponent
            do {
                let picture = try PNGDecoder.decode(bytes)
                let deep = try PNGDecoder.decodeDeep(bytes)
                _ = try PNGDecoder.details(of: bytes)
                try Data(picture.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).8"))
                let samples = deep.samples.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
                try Data(samples).write(to: URL(fileURLWithPath: "\(folder)/\(name).16"))
                print(name, picture.width, picture.height, separator: "\t")
            } catch let error as PNGDecodingError {
                print(name, "refused", error.description, separator: "\t")
            }
        }
    }
}
