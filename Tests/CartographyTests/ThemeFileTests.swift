import Diagnostics
import Raster
import Testing

@testable import Cartography

@Suite("Theme files") struct ThemeFileTests {
    private func read(_ text: String) throws(FileFault) -> ThemeFile {
        try ThemeFile(reading: Array(text.utf8), file: "folder/mine.toml")
    }

    private func fault(_ text: String) -> String {
        do {
            _ = try read(text)
            return "no fault"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: Theme.all)
    func `what is written reads back to the same`(theme: Theme) throws {
        let text = ThemeFile.text(of: theme)
        let file = try read(text)
        #expect(file.theme == theme && file.warnings.isEmpty)
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 110 })
    }

    @Test func `what is left out is as in the base`() throws {
        var expected = Theme.dark
        expected.name = "mine"
        expected.land = Color(hex: 0x20242A)
        expected.sizes.margin = 24
        let file = try read(
            "\u{FEFF}# A remark.\r\n\r\nland=\"#20242a\" # another\n\tmargin = 24\nbase = \"dark\"")
        #expect(file.theme == expected)
        #expect(try read("").theme.land == Theme.light.land)
    }

    @Test func `every key sets what it says`() throws {
        var theme = Theme.print
        theme.name = "Own"
        for (index, key) in ThemeKeys.colors.enumerated() {
            theme[keyPath: key.path] = Color(hex: UInt32(0x10_20_30 + index))
        }
        theme.categories = (0..<7).map { Color(hex: 0xA0_00_00 + $0) }
        for key in ThemeKeys.opacities { theme[keyPath: key.path] = 0.5 }
        for key in ThemeKeys.sizes { theme[keyPath: key.path] = key.bounds.lowerBound }
        #expect(try read(ThemeFile.text(of: theme)).theme == theme)
    }

    /// Lines and columns counted by hand, from 1; columns are scalars.
    @Test(arguments: [
        ("lnad = \"#ffffff\"", "1:1", "a theme has no \"lnad\"; did you mean \"land\"?"),
        (
            "\nqwerty = 1", "2:1",
            "a theme has no \"qwerty\"; `toponym theme light` prints a theme with every key"
        ),
        (
            "land = \"#fffff\"", "1:8",
            "land is \"#fffff\", which is no colour; write # and six hexadecimal digits, such as \"#f6f3ec\""
        ),
        (
            "land = \"#+fffff\"", "1:8",
            "land is \"#+fffff\", which is no colour; write # and six hexadecimal digits, such as \"#f6f3ec\""
        ),
        (
            "land = #ffffff", "1:8",
            "\"#ffffff\" where the value of land is wanted; write a number, or a text in quotes, such as \"#f6f3ec\""
        ),
        ("land = 7", "1:8", "land is no colour; write it in quotes, such as \"#f6f3ec\""),
        ("base = \"drak\"", "1:8", "no theme \"drak\" to start from; did you mean \"dark\"?"),
        (
            "base = \"mine\"", "1:8",
            "no theme \"mine\" to start from; write one of \"light\", \"dark\", \"print\""
        ),
        (
            "name = \"a\"\nland = \"#fff\" shore = \"#fff\"", "2:15",
            "\"shore\" after the value of land; begin a new line, or a remark with #"
        ),
        (
            "[colors]", "1:1",
            "\"[colors]\" where a key is wanted; write one setting a line, such as land = \"#f6f3ec\""
        ),
        ("land", "1:5", "no = after land; write land = and its value"),
        ("land = \"#ffffff\nx", "1:8", "a text without an end; close it with \""),
        ("name = \"a\\n\"", "1:10", "a backslash in a text; leave it out: nothing here needs one"),
        (
            "land = \"#fff\"\nland = \"#fff\"", "2:1",
            "land stands twice, first in line 1; leave one of them out"
        ),
        ("margin = 101", "1:10", "margin is out of bounds; write a number from 0 to 100"),
        (
            "margin = -1", "1:10",
            "\"-1\" where the value of margin is wanted; write a number, or a text in quotes, such as \"#f6f3ec\""
        ),
        (
            "categories = [\"#fff\"]", "1:14",
            "categories is no list of seven colours; write [\"#d55e00\", …] with seven of them, one for each shape of mark"
        ),
        (
            "name = \"ə\" ə", "1:12",
            "\"ə\" after the value of name; begin a new line, or a remark with #"
        ),
    ])
    func `says where and what is wrong`(text: String, place: String, says: String) {
        #expect(fault(text) == "folder/mine.toml:\(place): error: \(says)")
    }

    @Test func `refuses bytes that are no text, and files that nobody wrote`() {
        #expect(throws: FileFault.self) {
            try ThemeFile(reading: [0x6C, 0xFF], file: "mine.toml")
        }
        let long = [UInt8](repeating: 0x20, count: SettingsText.greatestSize + 1)
        #expect(throws: FileFault.self) { try ThemeFile(reading: long, file: "mine.toml") }
    }

    /// #767676 on white is the palest grey that has 4.5 (4.54); #777777 has 4.48 (WCAG 2.2).
    @Test func `warns of labels that are hard to read`() throws {
        let base = "base = \"print\"\ntext = "
        #expect(try read(base + "\"#767676\"").warnings.isEmpty)
        let warnings = try read(base + "\"#777777\"").warnings.map(\.description)
        #expect(
            warnings.first
                == "folder/mine.toml:2:8: warning: text on land has a contrast of 4.4; labels need 4.5 (WCAG 2.2, 1.4.3)"
        )
    }

    @Test func `a theme's own sizes do not follow the size of the picture`() {
        var sizes = Theme.Sizes()
        sizes.margin = 0
        sizes.largestMarkRadius = 40
        let (small, large) = (
            MapStyle(width: 300, height: 200, sizes: sizes),
            MapStyle(width: 1200, height: 900, sizes: sizes)
        )
        #expect(small.margin == 0 && large.margin == 0 && large.largestRadius == 40)
        #expect(small.isSmall && !large.isSmall)
        #expect(small.plainRadius < large.plainRadius)
    }
}
