// Draws the inputs of the benchmark, or counts points; one line of JSON a result.
//
//   RenderBenchmark raw|warm FOLDER [PICTURE.png]
//   RenderBenchmark counts FOLDER MILLIONS

import Foundation
import PNGEncoding
import Raster

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else { throw BenchmarkError.usage }
let picture: PixelBuffer?
switch arguments[0] {
case "raw":
    var drawing = RawDrawing(try Layers(folder: arguments[1], isProjected: true))
    picture = drawing.run()
case "warm": picture = try WarmMap(Layers(folder: arguments[1], isProjected: false)).run()
case "counts":
    guard arguments.count > 2, let millions = Int(arguments[2]) else { throw BenchmarkError.usage }
    Counting.run(millions: millions)
    picture = nil
default: throw BenchmarkError.usage
}
if let picture, arguments.count > 2 {
    let bytes = try PNGEncoder.encode(picture)
    try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]))
}

enum BenchmarkError: Error {
    case badTable(String)
    case usage
}
