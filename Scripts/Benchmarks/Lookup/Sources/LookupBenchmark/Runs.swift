import Foundation
import GeoModel
import PlaceIndex
import PlacePack
import PlaceResolution

/// Asks the pack what the peers are asked, and tells how fast it answers and how often it is right.
struct Runs {
    private let tables: Tables
    private let index: NameIndex

    init(_ tables: Tables) throws {
        self.tables = tables
        index = Pack(try PackFile(opening: tables.pack)).index
    }

    func run(_ wanted: Set<String>) throws {
        func wants(_ work: String) -> Bool { wanted.isEmpty || wanted.contains(work) }
        if wants("exact") { try exact() }
        if wants("fuzzy") {
            try each("fuzzy") { index.fuzzy($0, allowance: 2, limit: 5).map(\.placeIndex) }
        }
        if wants("prefix") {
            try each("prefix") { index.starting(with: $0, limit: 10).map(\.placeIndex) }
        }
        if wants("nearest") { try nearest() }
        if wants("packs") { try packs() }
    }

    /// What a pack before this one costs: each alone, and both together, by whole answers.
    private func packs() throws {
        let file = try PackFile(opening: tables.pack)
        let texts = try queries("exact.tsv").prefix(20_000).map(\.text)
        let indexes = [
            ("Toponym, linked pack", Pack.embedded.index), ("Toponym, this pack", index),
            ("Toponym, both", Pack.embedded.adding([file]).index),
        ]
        for (name, index) in indexes {
            let resolver = PlaceResolver(index: index)
            var found = 0
            let start = ThreadClock.now
            for text in texts { found &+= resolver.resolve(text).candidates.count }
            let seconds = ThreadClock.now - start
            precondition(found > 0, "the answers are looked at")
            Report.tell(name, "packs", [seconds], count: texts.count)
        }
    }

    /// So short that looking at the clock counts: all at once. The second line tells of each name how it
    /// is written, too, which no peer does.
    private func exact() throws {
        let queries = try queries("exact.tsv")
        exactAtOnce(queries)
        for (name, find) in [
            ("Toponym", { index.places(named: $0) }),
            (
                "Toponym, with spellings",
                { index.attested($0, through: .folded).map(\.placeIndex) }
            ),
        ] as [(String, (String) -> [Int])] {
            let right = queries.count { find($0.text).contains($0.place) }
            var sum = 0
            let start = ThreadClock.now
            for query in queries { sum &+= find(query.text).count }
            let seconds = ThreadClock.now - start
            precondition(sum >= right, "the answers are looked at")
            Report.tell(
                name, "exact", [seconds], count: queries.count,
                recall: Double(right) / Double(queries.count))
        }
    }

    /// As a column of a table: all spellings in one call.
    private func exactAtOnce(_ queries: [(text: String, place: Int)]) {
        let texts = queries.map(\.text)
        let start = ThreadClock.now
        let found = index.places(namedEach: texts)
        let seconds = ThreadClock.now - start
        let right = zip(queries, found).count { $0.1.contains($0.0.place) }
        Report.tell(
            "Toponym, all at once", "exact", [seconds], count: queries.count,
            recall: Double(right) / Double(queries.count))
    }

    private func each(_ work: String, _ find: (String) -> [Int]) throws {
        let queries = try queries("\(work).tsv")
        var times: [Double] = []
        var right = 0
        for query in queries {
            let start = ThreadClock.now
            let found = find(query.text)
            times.append(ThreadClock.now - start)
            if found.contains(query.place) { right += 1 }
        }
        Report.tell(
            "Toponym", work, times, count: queries.count,
            recall: Double(right) / Double(queries.count))
    }

    /// Writes the distances, too: the k-d tree judges them.
    private func nearest() throws {
        let points = try tables.rows("points.tsv").compactMap { row in
            Double(row[0]).flatMap { latitude in
                Double(row[1]).map { Coordinate(longitude: $0, latitude: latitude) }
            }
        }
        var distances: [Double] = []
        distances.reserveCapacity(points.count)
        let start = ThreadClock.now
        for point in points {
            distances.append(index.nearest(to: point).first?.distanceInMetres ?? .nan)
        }
        Report.tell("Toponym", "nearest", [ThreadClock.now - start], count: points.count)
        let startOfAll = ThreadClock.now
        let all = index.nearest(toEach: points)
        Report.tell(
            "Toponym, all at once", "nearest", [ThreadClock.now - startOfAll], count: points.count)
        precondition(
            zip(all, distances).allSatisfy { $0?.distanceInMetres ?? .nan == $1 },
            "all at once are those one by one")
        try distances.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: tables.distances))
    }

    /// Queries with the position of the place that each is of.
    private func queries(_ name: String) throws -> [(text: String, place: Int)] {
        try tables.rows(name).map { row in
            guard let place = index.placeIndex(ofID: "gn:\(row[1])") else {
                throw BenchmarkError.badTable("\(name): \(row)")
            }
            return (row[0], place)
        }
    }
}

/// The processor time of this thread, in seconds.
enum ThreadClock {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Lines of JSON, as `peers.py` writes them.
enum Report {
    static func tell(
        _ program: String, _ work: String, _ times: [Double], count: Int, recall: Double? = nil
    ) {
        let sorted = times.sorted()
        var fields = [
            "\"program\": \"\(program)\"", "\"work\": \"\(work)\"", "\"count\": \(count)",
            "\"per_second\": \(Int(Double(count) / sorted.reduce(0, +)))",
            "\"peak_mb\": \(ownMemory)",
        ]
        if let recall { fields.append("\"recall\": \(recall)") }
        if sorted.count > 1 {
            fields.append("\"p50_us\": \(sorted[sorted.count / 2] * 1e6)")
            fields.append("\"p99_us\": \(sorted[sorted.count * 99 / 100] * 1e6)")
        }
        print("{\(fields.joined(separator: ", "))}")
    }

    /// Memory of the process's own, without the pages of the file, in MiB; the tables of queries included.
    static var ownMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }
}
