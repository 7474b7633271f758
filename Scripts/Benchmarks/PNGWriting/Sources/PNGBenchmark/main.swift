// Times the writing of one picture from indexes and from true colours, at several levels.
//
//   PNGBenchmark PICTURE SIZE REPEATS
//
// One line a task: the program, milliseconds of processor time, bytes; tabs between.

import Foundation
import PNGEncoding
import Raster

let arguments = CommandLine.arguments
guard arguments.count == 4, let size = Int(arguments[2]), let repeats = Int(arguments[3]) else {
    fatalError("usage: PNGBenchmark PICTURE SIZE REPEATS")
}

func contents(_ ending: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1] + ending)))
}

/// Milliseconds of processor time since the process began.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
}

func timed(_ name: String, _ task: () throws -> Int) rethrows {
    let count = size < 1024 ? 64 : 1
    var best = Double.infinity
    var length = try task()
    for _ in 0..<repeats {
        let start = now()
        for _ in 0..<count { length = try task() }
        best = min(best, (now() - start) / Double(count))
    }
    print("\(name)\t\(String(format: "%.4f", best))\t\(length)")
}

let palette = try contents(".palette")
let colors = stride(from: 0, to: palette.count, by: 3).map {
    Color(red: palette[$0], green: palette[$0 + 1], blue: palette[$0 + 2])
}
let indexed = PNGPixels(
    width: size, height: size, layout: .indexed(palette: colors), bytes: try contents(".indexes"))
var picture = PixelBuffer(width: size, height: size, color: Color(hex: 0))
picture.bytes = try contents(".rgba")

for level in [1, 2, 3, 4, 5, 6, 7, 8, 9] {
    var writer = try PNGWriter(options: PNGOptions(compressionLevel: level))
    try timed("Toponym, indexes, level \(level)") { try writer.encode(indexed).count }
}
for level in [1, 3, 6] {
    var writer = try PNGWriter(options: PNGOptions(colors: .rgb, compressionLevel: level))
    try timed("Toponym, RGB, level \(level)") { try writer.encode(picture).count }
}
try timed("Toponym, indexes, stripes of 64 rows") {
    var stripes = try PNGStripes(width: size, height: size, layout: indexed.layout)
    var length = 0
    for row in stride(from: 0, to: size, by: 64) {
        length += try stripes.write(Array(indexed.bytes[row * size..<(row + 64) * size])).count
    }
    return try length + stripes.end().count
}
