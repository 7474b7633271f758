// Answers the judges of Scripts.
//
//   Judge png-kinds FOLDER          writes a PNG file of every kind that we write
//   Judge png-read FOLDER FILE…     reads PNG files: FOLDER/NAME.8 and NAME.16 hold the samples R, G, B,
//                                   A of 8 bits and of 16, the least significant byte first
//   Judge shape                     shapes the lines of standard input
//   Judge project                   projects the positions of standard input, there and back
//   Judge outlines ZOOM             prints the linked outlines as a zoom has them

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "png-kinds" where arguments.count == 2: try PNGKinds.write(to: arguments[1])
case "png-read" where arguments.count > 2:
    try PNGReading.run(folder: arguments[1], files: Array(arguments[2...]))
case "shape" where arguments.count == 1: try Shaping.run()
case "project" where arguments.count == 1: try Projecting.run()
case "outlines" where arguments.count == 2:
    guard let zoom = Int(arguments[1]), (0...12).contains(zoom) else {
        fatalError("zooms are 0 to 12")
    }
    Outlining.run(zoom: zoom)
default:
    fatalError(
        "usage: Judge png-kinds FOLDER | png-read FOLDER FILE… | shape | project | outlines ZOOM")
}
