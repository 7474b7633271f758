internal import Raster

extension Theme {
    /// The tones of counts, from few to many, even steps of lightness apart (CIELAB L* about 12): the
    /// order shows without colour, and to every colour vision. On dark land many is light.
    ///
    /// They run through warm hues, which the base has none of.
    var densityTones: [Color] {
        let tones: [UInt32] =
            if Int(land.green) < 128 {
                [0x4A2568, 0x872A76, 0xB93F6A, 0xDC625D, 0xF38B50, 0xFBB772, 0xFCE39A]
            } else if name == Theme.print.name {
                [0xD9C7A8, 0xC0A079, 0xA27B53, 0x81593A, 0x5C3B27, 0x362117, 0x0A0605]
            } else {
                [0xF9CE8A, 0xF3A05E, 0xE37350, 0xCB4258, 0x972B65, 0x631D5A, 0x2E1148]
            }
        return tones.map { Color(hex: $0) }
    }

    /// Tones for so many classes, spread over all of them.
    func densityTones(_ count: Int) -> [Color] {
        let tones = densityTones
        guard count > 1 else { return [tones[tones.count / 2]].filter { _ in count == 1 } }
        return (0..<count).map { index in
            let place = Double(index * (tones.count - 1)) / Double(count - 1)
            let lower = min(Int(place), tones.count - 2)
            return tones[lower].mixed(with: tones[lower + 1], share: place - Double(lower))
        }
    }

    /// The rim of what is counted, so that a cell of few stands out from the ground by 3 (WCAG 1.4.11).
    var densityRim: Color {
        let tones = densityTones
        return Int(land.green) < 128 ? tones[2] : tones[3]
    }
}
