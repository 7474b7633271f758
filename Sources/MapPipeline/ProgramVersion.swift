public import PlacePack

/// What the program is and what data is linked into it.
public enum ProgramVersion {
    /// The version of the program and libraries, as in CHANGELOG.md.
    public static let number = "0.1.0"

    /// `toponym 0.1.0, gazetteer of 2026-11-24 (0123456789abcdef)`.
    public static func line(pack: PackInfo) -> String { line("\(pack.date)", pack.hash) }

    /// The same with the hashes of all packs that are open.
    public static func line(pack: Pack) -> String { line("\(pack.date)", pack.hash) }

    private static func line(_ date: String, _ hash: String) -> String {
        "toponym \(number), gazetteer of \(date) (\(hash))"
    }
}
