package import Diagnostics

/// A row of a table as it was taken apart.
package enum TakenRow {
    /// Its cells stand in the text as they are: they are in `cells` of whoever took it apart.
    case cells
    /// Its cells had to be unquoted or gathered; what was seen on the way.
    case raw(RawRow, SourceText, [Diagnostic])
    /// It could not be taken apart.
    case broken(Diagnostic, at: SourceLocation)
    /// There is none: the table ends here.
    case end
}

/// What whoever is handed a row that stands in its bytes says to it.
package enum RowVerdict: Sendable {
    /// It was used; the next, please.
    case next
    /// It was used; no more for now.
    case enough
    /// It needs more than its bytes: it is given again, as the row that was taken last.
    case refused
}

/// The headers of a table, each with where it stands.
package struct TableHeaders {
    /// The headers without space around them.
    package var names: [String] = []
    /// Where each stands.
    package var locations: [SourceLocation] = []

    /// No headers.
    package init() {}
}
