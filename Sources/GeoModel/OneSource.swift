/// Whether all events come from one source: what a reader must be told wherever they are shown.
public enum OneSource {
    /// Who the one source, or the one reporter, of all events is; nil when there are several or none.
    public static func name(of features: [Feature]) -> String? {
        only(features.map(\.source)) ?? only(features.map(\.reportedBy))
    }

    /// The line to print, in English; nil when there are several sources or none.
    public static func line(_ features: [Feature]) -> String? {
        name(of: features).map(line(name:))
    }

    static func line(name: String) -> String {
        "All events from one source: \(name); others may differ"
    }

    private static func only(_ values: [String]) -> String? {
        guard let first = values.first, !first.isEmpty, values.allSatisfy({ $0 == first }) else {
            return nil
        }
        return first
    }
}
