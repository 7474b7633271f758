internal import Raster

extension Theme {
    /// The tones that the land's shape is shaded with: from the darkest slope over none on flat land
    /// to the lightest, `2 * ReliefLight.flat + 1` of them.
    ///
    /// Flat land keeps its colour, so that what lies on it keeps its contrast. Shadows take the hue of
    /// text for countries; on dark land light does more, on light land shadow.
    var reliefTones: [Color] {
        let isDark = Int(land.green) < 128
        let shadow = isDark ? paper.mixed(with: Color(hex: 0), share: 0.6) : countryText
        let light = isDark ? countryText : Color(hex: 0xFFFFFF)
        let (deepest, brightest) = isDark ? (0.75, 0.3) : (0.62, 0.8)
        return (0...2 * ReliefLight.flat).map { tone in
            let share = Double(tone - ReliefLight.flat) / Double(ReliefLight.flat)
            return share < 0 ? shadow.opacity(-share * deepest) : light.opacity(share * brightest)
        }
    }
}
