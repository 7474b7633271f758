internal import GeoJSON
internal import GeoModel
internal import MapPipeline
internal import PlacePack
internal import Places

/// The answers of `reverse` in each of its formats.
struct ReverseText {
    private let document: PlaceDocument

    init(pack: Pack) {
        document = PlaceDocument(pack: pack)
    }

    func text(_ answers: [Whereabouts], as format: AnswerFormat) -> String {
        switch format {
        case .table: table(answers)
        case .csv: csv(answers)
        case .json:
            JSONValue.array(answers.map(document.whereabouts)).description + "\n"
        case .ndjson: answers.map { document.whereabouts($0).description + "\n" }.joined()
        case .geojson: collection(answers).description + "\n"
        }
    }

    private func collection(_ answers: [Whereabouts]) -> JSONValue {
        [
            "type": "FeatureCollection",
            "features": .array(answers.flatMap { document.features($0) }),
        ]
    }

    private static let header = [
        "relation", "id", "name", "kind", "country", "longitude", "latitude", "distance_m",
        "because",
    ]

    private func table(_ answers: [Whereabouts]) -> String {
        var table = TextTable(header: ["position"] + Self.header)
        for answer in answers {
            let position = "\(answer.position.longitude),\(answer.position.latitude)"
            let rows = rows(answer)
            if rows.isEmpty { table.add([position, "none"]) }
            for (number, row) in rows.enumerated() {
                table.add([number == 0 ? position : ""] + row)
            }
        }
        return table.text
    }

    private func csv(_ answers: [Whereabouts]) -> String {
        var csv = CSVText(header: ["asked_longitude", "asked_latitude"] + Self.header)
        for answer in answers {
            let position = ["\(answer.position.longitude)", "\(answer.position.latitude)"]
            for row in rows(answer) { csv.add(position + row) }
        }
        return csv.text
    }

    private func rows(_ answer: Whereabouts) -> [[String]] {
        answer.nearest.map { neighbour in
            ["nearest"] + document.cells(neighbour.place)
                + ["\(Int(neighbour.distanceInMetres.rounded()))", ""]
        }
            + answer.within.map { holder in
                ["within"] + document.cells(holder.place) + ["", holder.reason]
            }
    }
}
