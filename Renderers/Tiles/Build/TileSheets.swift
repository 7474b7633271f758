internal import Synchronization

/// The sheets of a build: each is made once, by the thread that comes to it first, and let go with its
/// last block.
final class TileSheets<Source: TileSource>: Sendable {
    /// A step of a build.
    enum Step: Hashable, Sendable {
        /// Makes a sheet.
        case sheet(Int)
        /// Draws a block, on a sheet.
        case block(Int, sheet: Int)
    }

    private let source: Source
    private let sheets: [TileSheet]
    private let slots: [Slot]

    init(_ sheets: [TileSheet], source: Source) {
        self.source = source
        self.sheets = sheets
        slots = sheets.map { Slot(blocksLeft: $0.blocks.count) }
    }

    /// What is done, in order: a sheet is made while the blocks of the one before it are drawn, so that
    /// no thread waits for it.
    var steps: [Step] {
        var steps: [Step] = sheets.isEmpty ? [] : [.sheet(0)]
        for (index, sheet) in sheets.enumerated() {
            if index + 1 < sheets.count { steps.append(.sheet(index + 1)) }
            steps += sheet.blocks.map { .block($0, sheet: index) }
        }
        return steps
    }

    /// Makes a sheet, unless it is there.
    func make(_ index: Int) {
        slots[index].state.withLock { state in
            if state.sheet == nil { state.sheet = source.sheet(of: sheets[index].range) }
        }
    }

    /// Draws a block on its sheet; waits for whoever is making it.
    func use<Result>(_ index: Int, _ draw: (Source.Sheet) -> Result) -> Result {
        let sheet = slots[index].state.withLock { state in
            let sheet = state.sheet ?? source.sheet(of: sheets[index].range)
            state.blocksLeft -= 1
            state.sheet = state.blocksLeft > 0 ? sheet : nil
            return sheet
        }
        return draw(sheet)
    }

    /// A sheet that is or will be there.
    private final class Slot: Sendable {
        struct State {
            var sheet: Source.Sheet?
            /// How many blocks have yet to be begun.
            var blocksLeft: Int
        }

        let state: Mutex<State>

        init(blocksLeft: Int) {
            state = Mutex(State(blocksLeft: blocksLeft))
        }
    }
}
