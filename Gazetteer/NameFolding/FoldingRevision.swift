/// Which folds and keys names are found by.
///
/// An index keeps folds, keys and bare names, so one made by other rules would miss names in silence: a
/// pack says by which it was made, and is refused where they are not those of the program.
public enum FoldingRevision {
    /// The FNV-1a hash, 64 bits, of what folding, keys and generic words make of a fixed set of texts, as
    /// 16 hexadecimal digits.
    ///
    /// Written down, since counting it takes tenths of a second. A test counts it and tells when a change of
    /// the rules has made another.
    public static let current = "acf49d425f91c200"
}
