/// The Latin letters outside ASCII, as flat tables indexed by code point.
enum LatinLetters {
    /// What one letter becomes: up to two ASCII letters.
    struct Folded: Hashable, Sendable {
        var first: UInt8 = 0
        /// 0 when the letter becomes one letter.
        var second: UInt8 = 0
    }

    /// The plain letters of a scalar, its marks stripped, or nil when the table has none.
    @inline(__always)
    static func plain(_ value: UInt32) -> Folded? {
        let folded: Folded
        switch value {
        case 0xC0..<0x2B0: folded = low[Int(value) - 0xC0]
        case 0x1E00..<0x1F00: folded = high[Int(value) - 0x1E00]
        case 0x2C65: folded = Folded(first: UInt8(ascii: "a"))  // ⱥ, small pair of Ⱥ
        case 0x2C66: folded = Folded(first: UInt8(ascii: "t"))  // ⱦ, of Ⱦ
        default: return nil
        }
        return folded.first == 0 ? nil : folded
    }

    private static let low = table(from: 0xC0, count: 0x1F0)
    private static let high = table(from: 0x1E00, count: 0x100)

    private static func table(from start: UInt32, count: Int) -> [Folded] {
        var table = [Folded](repeating: Folded(), count: count)
        for (plain, letters) in rows {
            let ascii = Array(plain.utf8)
            let folded = Folded(first: ascii[0], second: ascii.count > 1 ? ascii[1] : 0)
            for scalar in letters.unicodeScalars where scalar.value >= start {
                let index = Int(scalar.value - start)
                if index < count { table[index] = folded }
            }
        }
        return table
    }

    /// Every Latin letter of U+00C0...U+024F and U+1E00...U+1EFF, and the small pairs in U+0250...U+02AF, under its base letter, as the
    /// canonical decompositions of the Unicode Character Database have it; letters without one
    /// (ə ı ł đ ð ø ß æ œ þ ŋ …) under the letters that stand for them where they can't be typed.
    private static let rows: [(plain: String, letters: String)] = [
        ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
        ("ae", "ÆæǢǣǼǽ"),
        ("b", "ƀƁɓƂƃɃḂḃḄḅḆḇ"),
        ("c", "ÇçĆćĈĉĊċČčƇƈȻȼḈḉ"),
        ("d", "ÐðĎďĐđƊɗɖƋƌȡḊḋḌḍḎḏḐḑḒḓ"),
        ("dz", "ǄǅǆǱǲǳ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƏǝəȄȅȆȇȨȩɆɇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ("f", "ƑƒḞḟ"),
        ("g", "ĜĝĞğĠġĢģƓɠƢƣǤǥǦǧǴǵḠḡ"),
        ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
        ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƄƅƖɩƗɨǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
        ("ij", "Ĳĳ"),
        ("j", "ĴĵǰȷɈɉ"),
        ("k", "ĶķĸƘƙǨǩḰḱḲḳḴḵ"),
        ("l", "ĹĺĻļĽľĿŀŁłƚȴȽḶḷḸḹḺḻḼḽ"),
        ("lj", "Ǉǈǉ"),
        ("m", "ḾḿṀṁṂṃ"),
        ("n", "ÑñŃńŅņŇňŉŊŋƝɲƞǸǹȠȵṄṅṆṇṈṉṊṋ"),
        ("nj", "Ǌǋǌ"),
        ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƟɵƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
        ("oe", "Œœ"),
        ("p", "ƤƥṔṕṖṗ"),
        ("q", "ɋ"),
        ("r", "ŔŕŖŗŘřȐȑȒȓɌɍṘṙṚṛṜṝṞṟ"),
        ("s", "ŚśŜŝŞşŠšſȘșȿṠṡṢṣṤṥṦṧṨṩẛ"),
        ("ss", "ßẞ"),
        ("t", "ŢţŤťŦŧƫƬƭƮʈȚțȶȾṪṫṬṭṮṯṰṱẗ"),
        ("th", "Þþ"),
        ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
        ("v", "ƲʋṼṽṾṿ"),
        ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
        ("x", "ẊẋẌẍ"),
        ("y", "ÝýÿŶŷŸƳƴȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹỾỿ"),
        ("z", "ŹźŻżŽžƵƶȤȥɀẐẑẒẓẔẕ"),
    ]
}
