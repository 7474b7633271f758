// Times the shaping of labels, a file of one a line: by a fresh typesetter, then again by the same.
//
//   TextBenchmark LABELS ROUNDS

import Foundation
import Typesetting

let arguments = CommandLine.arguments
guard arguments.count == 3, let rounds = Int(arguments[2]) else {
    fatalError("usage: TextBenchmark LABELS ROUNDS")
}
let labels = try String(contentsOfFile: arguments[1], encoding: .utf8)
    .split(separator: "\n").map(String.init)

/// Seconds of this thread's processor time.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Shapes all labels; the sum of their widths keeps the work from being left out.
func shaped(by typesetter: Typesetter, _ style: TextStyle) -> (seconds: Double, width: Int) {
    var width = 0
    let start = now()
    for label in labels { width &+= Int(typesetter.line(label, style: style).width) }
    return (now() - start, width)
}

let style = TextStyle(sizeInPixels: 12)
var (fresh, again) = (Double.infinity, Double.infinity)
for _ in 0..<rounds {
    let typesetter = try Typesetter()
    let first = shaped(by: typesetter, style)
    let second = shaped(by: typesetter, style)
    precondition(first.width == second.width, "the same lines")
    fresh = min(fresh, first.seconds)
    again = min(again, second.seconds)
}
print("\(labels.count) labels: \(rate(fresh)) a second from nothing, \(rate(again)) again")

func rate(_ seconds: Double) -> String { String(Int(Double(labels.count) / seconds)) }
