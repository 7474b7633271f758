/// Latin spellings in which j is y and c is ts: ISO 9 and GOST 16876-71 romanisations, and the languages of
/// central and northern Europe.
enum CentralEuropean {
    /// The habits of a name by its language, or by its carons: nobody writes č and means c by it.
    static func habits(of latin: String, language: String?) -> ReadingHabits {
        switch language?.prefix(while: { $0 != "-" }) {
        case "cs", "sk", "sl", "hr", "bs", "sr", "pl", "lt", "lv": return [.jIsY, .cIsTs]
        case "az", "de", "en", "fa", "ku", "nl", "tk", "tr": return []
        default: return hasCarons(latin) ? [.jIsY, .cIsTs] : []
        }
    }

    /// Whether a name has č, š, ž or ŝ and no letter of a Turkic alphabet.
    private static func hasCarons(_ latin: String) -> Bool {
        var found = false
        for scalar in latin.unicodeScalars where scalar.value >= 0x80 {
            switch scalar {
            case "č", "Č", "š", "Š", "ž", "Ž", "ŝ", "Ŝ", "\u{30C}": found = true
            case "ç", "Ç", "ş", "Ş", "ğ", "Ğ", "ə", "Ə", "ı", "İ": return false
            default: break
            }
        }
        return found
    }

    /// Folded letters with c written as ts and ch as kh.
    static func withTs(_ bytes: [UInt8]) -> [UInt8] {
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count + 4)
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (bytes[index], next) {
            case (UInt8(ascii: "c"), UInt8(ascii: "h")):
                // German and French ch after s and t is another sound: sch, tch.
                let last = written.last
                let isKh = last != UInt8(ascii: "s") && last != UInt8(ascii: "t")
                written.append(isKh ? UInt8(ascii: "k") : UInt8(ascii: "c"))
            case (UInt8(ascii: "c"), _):
                written.append(contentsOf: "ts".utf8)
                if next == UInt8(ascii: "z") { index += 1 }  // GOST 7.79 writes cz
            default: written.append(bytes[index])
            }
            index += 1
        }
        return written
    }
}
