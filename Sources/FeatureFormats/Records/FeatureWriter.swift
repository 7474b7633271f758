public import Diagnostics

/// Spells features in one format: the seam at which formats are added.
///
/// Whoever exports fills one `FeatureRecord` after another by a `FeatureSchema`, hands each to a writer
/// that was made for that schema, and ends with the provenance. Equal records give equal bytes.
public protocol FeatureWriter {
    /// Writes a feature.
    ///
    /// - Parameters:
    ///   - record: The feature, by the schema that the writer was made for.
    ///   - receive: Takes bytes that are done, a large piece at a time. A format that needs a file of its
    ///     own never calls it.
    /// - Throws: `FileFault` for what the format cannot hold, and what `receive` throws.
    mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault)

    /// Writes what comes last, and says where it all comes from.
    mutating func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault)
}

/// How many bytes writers gather before they hand them on.
package let featurePieceSize = 1 << 16
