internal import Projections
internal import Raster
internal import Typesetting

/// A piece of furniture that knows its height before it knows its place.
struct FurnitureBlock {
    /// What it is, for the description of the map.
    let name: String
    /// In pixels.
    let width: Double
    /// In pixels.
    let height: Double
    /// How readily it is left out where there is no room: higher first, 0 never.
    let sacrifice: Int
    /// What it says, line by line.
    let says: [String]
    /// Draws it with its top left corner at a point.
    let draw: (inout Canvas, PixelPoint) -> Void
}

/// Rows of text and samples that make up a block.
struct BlockBuilder {
    let type: MapType
    let theme: Theme
    let width: Double
    private(set) var height = 0.0
    private(set) var says: [String] = []
    private var steps: [(inout Canvas, PixelPoint) -> Void] = []

    init(type: MapType, theme: Theme, width: Double) {
        self.type = type
        self.theme = theme
        self.width = width
    }

    /// Adds text, wrapped to the width that is left.
    mutating func text(
        _ text: String, _ role: TextRole, quiet: Bool = false, indent: Double = 0
    ) {
        guard !text.isEmpty else { return }
        says.append(text)
        for line in type.wrapped(text, role, width: width - indent) {
            let color = quiet ? theme.quietText : theme.text
            let leading = type.leading(role)
            let baseline = height + leading * 0.78
            steps.append { canvas, origin in
                canvas.text(
                    line, at: PixelPoint(x: origin.x + indent, y: origin.y + baseline), color)
            }
            height += leading
        }
    }

    /// Adds a heading.
    mutating func heading(_ text: String) {
        self.text(text, .heading)
        space(3)
    }

    /// Adds a sample with its words beside it; `sample` gets the middle of the sample's box.
    mutating func row(
        _ text: String, sampleWidth: Double, _ sample: @escaping (inout Canvas, PixelPoint) -> Void
    ) {
        let top = height
        let leading = type.leading(.body)
        space(1)
        self.text(text, .body, indent: sampleWidth + 8)
        space(1)
        steps.append { canvas, origin in
            let middle = PixelPoint(
                x: origin.x + sampleWidth / 2, y: origin.y + top + 1 + leading / 2)
            sample(&canvas, middle)
        }
    }

    /// Adds free space, in pixels.
    mutating func space(_ pixels: Double) { height += pixels }

    /// Adds drawing of a height of its own.
    mutating func drawing(
        height: Double, says: [String], _ draw: @escaping (inout Canvas, PixelPoint) -> Void
    ) {
        let top = self.height
        steps.append { canvas, origin in
            draw(&canvas, PixelPoint(x: origin.x, y: origin.y + top))
        }
        self.height += height
        self.says += says
    }

    /// The finished block.
    func block(_ name: String, sacrifice: Int) -> FurnitureBlock {
        let steps = steps
        return FurnitureBlock(
            name: name, width: width, height: height, sacrifice: sacrifice, says: says
        ) {
            canvas, origin in
            for step in steps { step(&canvas, origin) }
        }
    }
}
