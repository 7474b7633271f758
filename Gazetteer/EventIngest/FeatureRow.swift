internal import GeoJSON

/// The properties of one GeoJSON feature, or one JSON object, on the way to a row.
struct FeatureRow {
    var members: [JSONMember]
    var offset: Int

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
    /// stands for them. Returns what is wrong with any other geometry, if nothing else says where.
    mutating func takeGeometry(_ geometry: JSONValue, isExport: Bool) -> String? {
        guard geometry != .null else { return nil }
        let isNamed = value("place") != nil
        if isExport, isNamed, value(FeatureKey.placeID.rawValue) != nil { return nil }
        if value("longitude") != nil, value("latitude") != nil { return nil }
        guard geometry["type"] == "Point", case .array(let position) = geometry["coordinates"],
            position.count >= 2
        else {
            return isNamed ? nil : "a geometry that is no Point; the event is kept without a place"
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
            }.filter { value($0) != nil })
        let derived = Set(FeatureKey.derived.map(\.rawValue))
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

    private func isCompanion(_ key: String, of figures: Set<String>) -> Bool {
        FeatureKey.figureSuffixes.contains { suffix in
            !suffix.isEmpty && key.hasSuffix(suffix)
                && figures.contains(String(key.dropLast(suffix.count)))
        }
    }
}

/// Which row holds the event and claim that an exported feature belongs to.
struct ExportedEvents {
    private var rows: [[String]: Int] = [:]

    func row(of feature: FeatureRow) -> Int? { rows[key(feature)] }

    mutating func note(_ feature: FeatureRow, _ row: Int) { rows[key(feature)] = row }

    private func key(_ feature: FeatureRow) -> [String] {
        [EventField.id, .reportedBy, .source].map { field in
            feature.value(field.rawValue)?.description ?? ""
        }
    }
}
