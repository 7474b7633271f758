internal import Diagnostics
internal import GeoJSON
internal import GeoModel
internal import MapPipeline
internal import PlaceIndex
internal import PlacePack
internal import PlaceResolution
internal import Places

/// The answers of `lookup` in each of its formats.
struct LookupText {
    typealias Answer = (query: String, resolution: Resolution)

    private let document: PlaceDocument
    private let explains: Bool

    init(pack: Pack, explains: Bool) {
        document = PlaceDocument(pack: pack)
        self.explains = explains
    }

    func bytes(_ answers: [Answer], as format: AnswerFormat) -> [UInt8] {
        switch format {
        case .table: Array(table(answers).utf8)
        case .csv: Array(csv(answers).utf8)
        case .json: Array((JSONValue.array(objects(answers)).description + "\n").utf8)
        case .ndjson: Array(objects(answers).map { $0.description + "\n" }.joined().utf8)
        case .geojson: Array((collection(answers).description + "\n").utf8)
        }
    }

    private func objects(_ answers: [Answer]) -> [JSONValue] {
        answers.map { document.lookup($0.query, $0.resolution) }
    }

    private func collection(_ answers: [Answer]) -> JSONValue {
        [
            "type": "FeatureCollection",
            "features": .array(
                answers.flatMap { answer in
                    answer.resolution.candidates.map { document.feature(answer.query, $0) }
                }),
        ]
    }

    // MARK: Table

    private func table(_ answers: [Answer]) -> String {
        var table = TextTable(
            header: [
                "query", "status", "id", "name", "kind", "country", "longitude", "latitude", "tier",
                "score", "because",
            ])
        for answer in answers {
            let resolution = answer.resolution
            if resolution.candidates.isEmpty {
                table.add(
                    [answer.query, "none"] + Array(repeating: "", count: 8)
                        + [nothing(resolution, because: resolution.reason ?? "no such name")])
            }
            for (offset, candidate) in resolution.candidates.enumerated() {
                let isFirst = offset == 0
                table.add(
                    [isFirst ? answer.query : "", isFirst ? resolution.status.rawValue : ""]
                        + cells(candidate) + [because(candidate)])
            }
        }
        return table.text
    }

    /// Why a query found nothing, with near spellings.
    func nothing(_ query: String, _ resolution: Resolution) -> String {
        nothing(resolution, because: PlaceFault(resolution, of: query).diagnostic.problem)
    }

    private func nothing(_ resolution: Resolution, because reason: String) -> String {
        let near = resolution.suggestions.prefix(5).map {
            "\($0.spelling) (\($0.place.id))"
        }
        return near.isEmpty ? reason : "\(reason); closest: \(near.joined(separator: ", "))"
    }

    private func because(_ candidate: Candidate) -> String {
        guard explains else { return candidate.reasons.first ?? "" }
        let parts = candidate.parts.map { "\($0.name.rawValue) \(signed($0.value))" }
        return (candidate.reasons + [parts.joined(separator: " ")]).joined(separator: "; ")
    }

    private func signed(_ value: Double) -> String { value < 0 ? "\(value)" : "+\(value)" }

    // MARK: CSV

    private func csv(_ answers: [Answer]) -> String {
        var csv = CSVText(
            header: [
                "query", "status", "id", "name", "kind", "country", "longitude", "latitude", "tier",
                "score", "matched_text", "matched_language",
            ])
        for answer in answers {
            let status = answer.resolution.status.rawValue
            if answer.resolution.candidates.isEmpty {
                csv.add([answer.query, status] + Array(repeating: "", count: 10))
            }
            for candidate in answer.resolution.candidates {
                csv.add(
                    [answer.query, status] + cells(candidate) + [
                        candidate.matchedName?.text ?? "",
                        candidate.matchedName?.language.description ?? "",
                    ])
            }
        }
        return csv.text
    }

    private func cells(_ candidate: Candidate) -> [String] {
        let place = candidate.place
        return [
            place.id, document.label(place), place.kind.rawValue, place.countryCode ?? "",
            "\(place.coordinate.longitude)", "\(place.coordinate.latitude)",
            candidate.tier.rawValue,
            "\(candidate.score)",
        ]
    }
}
