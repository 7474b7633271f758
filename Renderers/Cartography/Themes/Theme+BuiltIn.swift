internal import Raster

/// The hues that most people with a colour-vision deficiency tell apart, in our order of use.
///
/// Source: M. Okabe and K. Ito, "Color Universal Design", 2008. Black is left to text and lines.
private let okabeIto: [Color] = [
    Color(hex: 0xD55E00),  // vermilion
    Color(hex: 0xE69F00),  // orange
    Color(hex: 0xCC79A7),  // reddish purple
    Color(hex: 0x0072B2),  // blue
    Color(hex: 0x009E73),  // bluish green
    Color(hex: 0x56B4E9),  // sky blue
    Color(hex: 0xF0E442),  // yellow
]

extension Theme {
    /// Warm paper-white land, blue-grey water: for screens and web pages.
    public static let light = Theme(
        name: "light",
        base: Base(
            paper: Color(hex: 0xFFFFFF), land: Color(hex: 0xF6F3EC), water: Color(hex: 0xC6DAE3),
            shore: Color(hex: 0x8FB1C0)),
        lines: Lines(
            country: Color(hex: 0x8C857A), district: Color(hex: 0xDCD5C7),
            nearest: Color(hex: 0xB3B3B3), disputed: Color(hex: 0x7A4E7E),
            frame: Color(hex: 0x6E6A63)),
        text: Text(
            main: Color(hex: 0x1B1A18), quiet: Color(hex: 0x45423C), country: Color(hex: 0x6F685D),
            area: Color(hex: 0x6B655A), water: Color(hex: 0x2C5D74), halo: Color(hex: 0xF6F3EC)),
        marks: Marks(
            outline: Color(hex: 0x2A2724), paper: Color(hex: 0xFFFDF8),
            townDot: Color(hex: 0x4A4640), other: Color(hex: 0x8A8A8A), categories: okabeIto,
            tintOpacity: 0.16, doubtOpacity: 0.22, opacity: 0.93))

    /// Near-black land, darker water: for dark pages and slides.
    public static let dark = Theme(
        name: "dark",
        base: Base(
            paper: Color(hex: 0x16191C), land: Color(hex: 0x24282D), water: Color(hex: 0x131C24),
            shore: Color(hex: 0x3C5564)),
        lines: Lines(
            country: Color(hex: 0x7C8288), district: Color(hex: 0x383E44),
            nearest: Color(hex: 0x5C5F62), disputed: Color(hex: 0xC79CCB),
            frame: Color(hex: 0x6C7379)),
        text: Text(
            main: Color(hex: 0xF1EFEA), quiet: Color(hex: 0xB9B6AF), country: Color(hex: 0x9DA2A6),
            area: Color(hex: 0xA5A69F), water: Color(hex: 0x7FB0C8), halo: Color(hex: 0x1D2125)),
        marks: Marks(
            outline: Color(hex: 0xF3F1EC), paper: Color(hex: 0x2B3036),
            townDot: Color(hex: 0xC9C6BF), other: Color(hex: 0x9A9A9A), categories: okabeIto,
            tintOpacity: 0.035, doubtOpacity: 0.05, opacity: 0.95))

    /// White land, grey water, black lines: for paper, and legible when copied without colour.
    public static let print = Theme(
        name: "print",
        base: Base(
            paper: Color(hex: 0xFFFFFF), land: Color(hex: 0xFFFFFF), water: Color(hex: 0xDDE3E6),
            shore: Color(hex: 0x8A9499)),
        lines: Lines(
            country: Color(hex: 0x5F5F5F), district: Color(hex: 0xD0D0D0),
            nearest: Color(hex: 0xA8A8A8), disputed: Color(hex: 0x3A3A3A),
            frame: Color(hex: 0x303030)),
        text: Text(
            main: Color(hex: 0x000000), quiet: Color(hex: 0x3C3C3C), country: Color(hex: 0x5A5A5A),
            area: Color(hex: 0x5A5A5A), water: Color(hex: 0x3F5966), halo: Color(hex: 0xFFFFFF)),
        marks: Marks(
            outline: Color(hex: 0x000000), paper: Color(hex: 0xFFFFFF),
            townDot: Color(hex: 0x202020), other: Color(hex: 0x8A8A8A), categories: okabeIto,
            tintOpacity: 0.14, doubtOpacity: 0.20, opacity: 0.93))
}
