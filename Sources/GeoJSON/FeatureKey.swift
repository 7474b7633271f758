/// The keys of properties that exported features have.
package enum FeatureKey: String, CaseIterable, Sendable {
    case eventID = "event_id"
    case placeIndex = "place_index"
    case placeCount = "place_count"
    case date
    case start
    case end
    case place
    case placeID = "place_id"
    case matchedName = "matched_name"
    case tier
    case precision
    case uncertainty = "uncertainty_m"
    case title
    case category
    case subcategory
    case status
    case reportedBy = "reported_by"
    case source
    case partOf = "part_of"
    case counted
    case sourceWord = "source_word"
    case placeBasis = "place_basis"
    case note
    case destinationID = "destination_id"
    case destinationMatchedName = "destination_matched_name"
    case claimIndex = "claim_index"
    case claimCount = "claim_count"

    /// All keys, none of which a column of the table may take in an export.
    package static let reserved = Set(allCases.map(\.rawValue))
    /// What stands before the name of a column that would take a reserved key.
    package static let prefix = "input_"
    /// What a figure's key and its companions end with.
    package static let figureSuffixes = ["", "_min", "_max", "_text"]
    /// Keys that say how the export came about, not what the table said.
    package static let derived: Set<FeatureKey> = [
        .placeIndex, .placeCount, .start, .end, .placeID, .matchedName, .tier, .precision,
        .uncertainty, .destinationID, .destinationMatchedName, .claimIndex, .claimCount,
    ]
}
