internal import Diagnostics
internal import SQLite
internal import SystemFiles

/// What ends the build of a tile set, in words.
enum TileFault {
    /// What cannot be written, such as on a full disk.
    static func unwritable(_ name: String, _ failure: SystemFile.Failure) -> FileFault {
        switch failure.cause {
        case .diskFull: diskFull(name)
        case .sizeLimit:
            fault(
                name, "size-limit", "a file may not be so large; what was made is kept",
                "raise the limit (ulimit -f) and run the same command with --resume")
        case .brokenPipe, .other:
            fault(
                name, "unwritable-output", "cannot write it: \(failure.reason)",
                "name a place in a folder that exists and that you may write to")
        }
    }

    static func unwritable(_ name: String, _ error: SQLiteError) -> FileFault {
        error.kind == .full
            ? diskFull(name)
            : fault(
                name, "unwritable-output", "cannot write it: \(error)",
                "name a place in a folder that exists and that you may write to")
    }

    private static func diskFull(_ name: String) -> FileFault {
        fault(
            name, "disk-full", "the disk is full; what was made is kept",
            "make room and run the same command with --resume")
    }

    /// Another process builds the same output.
    static func inUse(_ name: String) -> FileFault {
        fault(name, "output-in-use", "another process is writing it", "wait until it has ended")
    }

    /// What is there to resume is of other tiles.
    static func otherTiles(_ folder: TileSpoolFolder) -> FileFault {
        fault(
            folder.output, "other-tiles",
            "\(folder.path) holds the start of other tiles: events, options or program have changed",
            "run without --resume to start anew")
    }

    /// What was made has changed under our hands.
    static func brokenSpool(_ folder: TileSpoolFolder) -> FileFault {
        fault(
            folder.path, "broken-part", "what was made so far is damaged",
            "run without --resume to start anew")
    }

    /// The output exists as something else.
    static func occupied(_ name: String, _ what: String, _ wanted: String) -> FileFault {
        fault(
            name, "output-exists", "\(what) stands there, and \(wanted) was to be written",
            "move it away, or choose another name")
    }

    /// The tiles would not fit on the disk.
    static func noRoom(_ name: String, needed: Int, free: Int) -> FileFault {
        fault(
            name, "no-room",
            "about \(megabytes(needed)) are needed, and \(megabytes(free)) are free on the disk",
            "make room, or give fewer zooms or a smaller box")
    }

    private static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }

    static func fault(
        _ name: String, _ code: String, _ problem: String, _ remedy: String
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: SourceLocation(file: name), problem: problem,
                remedy: remedy))
    }
}
