/// Latin letters that stand for one sound.
enum Sound {
    /// The sound at an index and how many letters it takes, the longest reading first, so that `dzh` is
    /// not read as `d` and `zh`. With `jIsY`, j is y and `eh` is э.
    static func read(
        _ bytes: [UInt8], at index: Int, end: Int, jIsY: Bool
    ) -> (sound: UInt8, length: Int) {
        func letter(_ offset: Int) -> Unicode.Scalar {
            Unicode.Scalar(index + offset < end ? bytes[index + offset] : 0)
        }
        if jIsY, let sound = central(letter(0), letter(1), letter(2)) { return sound }
        switch (letter(0), letter(1), letter(2), letter(3)) {
        case ("s", "h", "c", "h"): return (UInt8(ascii: "S"), 4)
        case ("t", "s", "c", "h"): return (UInt8(ascii: "C"), 4)
        case ("d", "s", "c", "h"): return (UInt8(ascii: "J"), 4)
        case ("d", "z", "h", _): return (UInt8(ascii: "J"), 3)
        case ("s", "c", "h", _), ("s", "h", "h", _): return (UInt8(ascii: "S"), 3)
        case ("t", "c", "h", _): return (UInt8(ascii: "C"), 3)
        case ("t", "s", "h", _): return (UInt8(ascii: "t"), 1)  // Mtsheta is Mtskheta
        case ("s", "h", _, _): return sh(bytes, index)
        case ("S", "C", _, _): return (UInt8(ascii: "S"), 2)
        case ("t", "C", _, _): return (UInt8(ascii: "C"), 2)
        case ("c", "h", _, _): return (UInt8(ascii: "C"), 2)
        case ("z", "h", _, _), ("d", "j", _, _), ("d", "J", _, _): return (UInt8(ascii: "J"), 2)
        case ("g", "h", _, _), ("c", "k", _, _): return (UInt8(ascii: "k"), 2)
        case ("k", "h", _, _): return (UInt8(ascii: "h"), 2)
        case ("p", "h", _, _): return (UInt8(ascii: "f"), 2)
        case ("o", "u", _, _), ("o", "o", _, _): return (UInt8(ascii: "u"), 2)
        case ("e", "e", _, _): return (UInt8(ascii: "i"), 2)
        case ("e", "h", "\0", _) where index > 1: return (UInt8(ascii: "a"), 2)  // Maragheh
        default: return (single(bytes[index]), 1)
        }
    }

    private static func sh(_ bytes: [UInt8], _ index: Int) -> (sound: UInt8, length: Int) {
        let followsT = index > 0 && bytes[index - 1] == UInt8(ascii: "t")
        return followsT ? (UInt8(ascii: "s"), 1) : (UInt8(ascii: "S"), 2)
    }

    /// GOST 16876-71 and central Europe: j or jj is й, eh is э.
    private static func central(
        _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar
    ) -> (sound: UInt8, length: Int)? {
        switch (first, second) {
        case ("j", "j"): (UInt8(ascii: "i"), 2)
        case ("l", "j"), ("n", "j"):  // one soft sound: Nazranj
            isVowel(third) ? nil : (UInt8(truncatingIfNeeded: first.value), 2)
        case ("j", _): (UInt8(ascii: "i"), 1)
        case ("e", "h") where !isVowel(third): (UInt8(ascii: "a"), 2)
        default: nil
        }
    }

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }

    private static func single(_ letter: UInt8) -> UInt8 {
        switch Unicode.Scalar(letter) {
        case "e": UInt8(ascii: "a")
        case "c", "j": UInt8(ascii: "J")
        case "g", "q": UInt8(ascii: "k")
        case "x": UInt8(ascii: "h")
        case "w": UInt8(ascii: "v")
        case "y": UInt8(ascii: "i")
        default: letter
        }
    }
}
