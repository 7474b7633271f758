internal import GeoJSON

extension FeatureKey {
    /// The column of an exported event that bears the key.
    var column: FeatureColumn {
        switch self {
        case .eventID: Self.always(self, .text, "The event's id")
        case .placeIndex:
            Self.always(
                self, .integer, "Which of the event's places this is, from 1; 0 without a place")
        case .placeCount: Self.always(self, .integer, "How many places the event has")
        case .date: Self.text(self, "When, in EDTF")
        case .start: Self.day(self, "The first day, inclusive; null where open or unknown")
        case .end: Self.day(self, "The last day, inclusive; null where open or unknown")
        case .place: Self.text(self, "The place as the table spells it")
        case .placeID: Self.text(self, "The gazetteer's id of the place")
        case .matchedName: Self.text(self, "The name of the gazetteer that matched")
        case .tier: Self.text(self, "How it matched: exact, folded, transliterated or fuzzy")
        case .precision:
            Self.text(
                self,
                "How closely the place is known: point, near, settlement, district, region or country"
            )
        case .uncertainty:
            FeatureColumn(
                rawValue, .number, unit: "m",
                summary: "The radius outside of which the event is not expected")
        case .title: Self.text(self, "What happened")
        case .category: Self.text(self, "The kind of act")
        case .subcategory: Self.text(self, "A closer kind of act")
        case .status:
            Self.always(
                self, .text, "The event's standing: reported, planned, alleged or disputed")
        case .reportedBy: Self.text(self, "Who reports it")
        case .source: Self.text(self, "Where it is reported")
        case .partOf: Self.text(self, "The id of the total or larger event that it is a part of")
        case .counted: Self.text(self, "Whom the figures count")
        case .sourceWord: Self.text(self, "The source's own, possibly loaded, word")
        case .placeBasis:
            Self.text(self, "What the place rests on: stated, inferred, subject or institution")
        case .note: Self.text(self, "A remark")
        case .destinationID: Self.some(self, .text, "The gazetteer's id of a movement's end")
        case .destinationMatchedName:
            Self.some(self, .text, "The name that matched a movement's end")
        case .claimIndex:
            Self.some(self, .integer, "Which of several claims about the event this is, from 1")
        case .claimCount:
            Self.some(self, .integer, "How many claims about the event there are, where several")
        }
    }

    private static func always(
        _ key: FeatureKey, _ type: FeatureColumn.ValueType, _ summary: String
    ) -> FeatureColumn {
        FeatureColumn(key.rawValue, type, nullRule: .never, summary: summary)
    }

    private static func some(
        _ key: FeatureKey, _ type: FeatureColumn.ValueType, _ summary: String
    ) -> FeatureColumn {
        FeatureColumn(key.rawValue, type, nullRule: .absent, summary: summary)
    }

    private static func text(_ key: FeatureKey, _ summary: String) -> FeatureColumn {
        FeatureColumn(key.rawValue, .text, summary: summary)
    }

    private static func day(_ key: FeatureKey, _ summary: String) -> FeatureColumn {
        FeatureColumn(key.rawValue, .date, summary: summary)
    }
}
