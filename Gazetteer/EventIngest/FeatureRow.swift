internal import GeoJSON
internal import GeoModel

/// The properties of one GeoJSON feature, or one JSON object, on the way to a row.
struct FeatureRow {
    var members: [JSONMember]
    var offset: Int

    /// Takes the properties of a feature, or the members of any other object.
    ///
    /// `geometryProblem` is told what is wrong with a geometry that is not used.
    ///
    /// - Throws: `FeatureFault` for what is neither.
    init(
        reading value: JSONValue, at offset: Int, geometryProblem: (String) -> Void
    ) throws(FeatureFault) {
        guard case .object(let members) = value else {
            throw FeatureFault(
                code: "not-an-object", problem: "a value that is no object", remedy: "write {…}")
        }
        self.offset = offset
        guard value["type"] == "Feature", value["geometry"] != nil || value["properties"] != nil
        else {
            self.members = members
            return
        }
        switch value["properties"] {
        case .object(let properties): self.members = properties
        case .null, nil: self.members = []
        default:
            throw FeatureFault(
                code: "bad-feature", problem: "properties that are no object",
                remedy: "write \"properties\":{…}")
        }
        let isExport = isExport
        if case .integer(let index)? = self.value(FeatureKey.placeIndex.rawValue) {
            placeIndex = index
        }
        if !isExport, let id = value["id"], self.value("id") == nil, self.value("event_id") == nil {
            self.members.insert(JSONMember("id", id), at: 0)
        }
        if let problem = takeGeometry(value["geometry"] ?? .null, isExport: isExport) {
            geometryProblem(problem)
        }
    }

    /// The number of the place among those of its event, in an export; 0 elsewhere.
    private(set) var placeIndex = 0

    /// Whether other features belong to the same event.
    var isOneOfSeveral: Bool {
        guard case .integer(let count) = value(FeatureKey.placeCount.rawValue) else { return true }
        return count > 1
    }

    /// The value of a key, nil when it is missing or null.
    func value(_ key: String) -> JSONValue? {
        let value = members.first { $0.key == key }?.value
        return value == .null ? nil : value
    }

    /// The text of a value as a cell would hold it; nil for null.
    func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .string(let text): text
        default: value.description
        }
    }

    /// Whether this is one place of an event that this program exported.
    var isExport: Bool {
        [FeatureKey.eventID, .placeIndex, .placeCount].allSatisfy { value($0.rawValue) != nil }
    }

    /// Takes the longitude and latitude of a point, unless the properties have their own or the place
    /// stands for them. Returns what is wrong with any other geometry: the model of an event has places
    /// and positions, and outlines are those of the gazetteer, so that one of a table cannot be kept.
    private mutating func takeGeometry(_ geometry: JSONValue, isExport: Bool) -> String? {
        guard geometry != .null else { return nil }
        let isNamed = value("place") != nil
        if isExport, isNamed, value(FeatureKey.placeID.rawValue) != nil { return nil }
        if value("longitude") != nil, value("latitude") != nil { return nil }
        guard geometry["type"] == "Point", case .array(let position) = geometry["coordinates"],
            position.count >= 2
        else {
            if isExport, isNamed { return nil }
            return "a geometry that is no Point and is left out; the event is kept "
                + (isNamed ? "at the place that it names" : "without a place")
        }
        members.append(JSONMember("longitude", position[0]))
        members.append(JSONMember("latitude", position[1]))
        return nil
    }

    /// Undoes what an export adds: derived keys go, figures get their form back and columns that had
    /// to give way get their names back.
    mutating func restoreTableColumns() {
        let figures = Set(
            members.compactMap { member in
                member.key.hasSuffix("_text") ? String(member.key.dropLast(5)) : nil
            }.filter { figure in members.contains { $0.key == figure } })
        var derived = Set(FeatureKey.derived.map(\.rawValue))
        if saysPrecision {
            derived.remove(FeatureKey.precision.rawValue)
            derived.remove(FeatureKey.uncertainty.rawValue)
        }
        members = members.compactMap { member in
            if derived.contains(member.key) { return nil }
            var column = member
            if figures.contains(member.key), let text = value(member.key + "_text") {
                column.value = text
            } else if isCompanion(member.key, of: figures) {
                return nil
            }
            if member.key == FeatureKey.eventID.rawValue {
                column.key = EventField.id.rawValue
            } else if member.key.hasPrefix(FeatureKey.prefix) {
                column.key = String(member.key.dropFirst(FeatureKey.prefix.count))
            }
            return column
        }
    }

    /// Whether an export says how closely coordinates are known that no gazetteer will find again.
    private var saysPrecision: Bool {
        guard isExport, value(FeatureKey.placeID.rawValue) == nil, value("longitude") != nil else {
            return false
        }
        let isPoint = value(FeatureKey.precision.rawValue) == .string(PlacePrecision.point.rawValue)
        return !isPoint || value(FeatureKey.uncertainty.rawValue) != nil
    }

    private func isCompanion(_ key: String, of figures: Set<String>) -> Bool {
        FeatureKey.figureSuffixes.contains { suffix in
            !suffix.isEmpty && key.hasSuffix(suffix)
                && figures.contains(String(key.dropLast(suffix.count)))
        }
    }
}

/// The event and claim that an exported feature belongs to.
struct ExportedEvent: Hashable {
    private let key: [String]

    init(_ feature: FeatureRow) {
        key = [EventField.id, .reportedBy, .source].map { field in
            feature.value(field.rawValue)?.description ?? ""
        }
    }
}

/// Why a JSON value is no row.
struct FeatureFault: Error {
    var code: String
    var problem: String
    var remedy: String
}
