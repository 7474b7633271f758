/// Small files of outlines, written by hand.
enum BoundaryText {
    /// A square degree whose western side is a line of its own.
    static let square = """
        # a comment, then the records
        unit\t10
        source\ts\tA title\tA credit
        arc\t0 0 10 0 0 10 -10 0
        arc\t0 10 0 -10
        area\tdistrict\ttp:a\t1990/..\t2000\t\ts\thigh\texact\t1 2
        line\tdistrict\ttp:a\t\t1990/..\t2000\t\ts\thigh\texact\t2
        end\t6

        """

    /// One area and one line, each in an older and a newer place.
    static let twoVersions = bytes(
        """
        unit\t1
        source\ts\tA title\tA credit
        arc\t1 0 1 0 0 1 -1 -1
        arc\t2 0 1 0 0 1 -1 -1
        area\tdistrict\ttp:a\t1940/1960\t\t\ts\thigh\texact\t1
        area\tdistrict\ttp:a\t1990/..\t\t\ts\thigh\texact\t2
        line\tcountry\ttp:a\ttp:b\t1940/1960\t\t\ts\thigh\texact\t1
        line\tcountry\ttp:a\ttp:b\t1990/..\t\t\ts\thigh\texact\t2
        end\t8

        """)

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
