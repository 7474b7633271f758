public import EDTF
public import Places

/// All that a pack holds, as a plain value: what importers and tables make, and `PackBuilder` writes.
///
/// ```swift
/// var builder = PackBuilder(PackContents(title: "My places", date: day, credits: [credit]))
/// for place in places { builder.add(place) }  // or in `PackContents.places`, where there are few
/// try OutputFile.write(builder.finished(), to: "mine.pack")
/// ```
public struct PackContents: Hashable, Sendable {
    /// What the pack calls itself.
    public var title: String
    /// Its version, in any form.
    public var version: String
    /// The day up to which it tells.
    public var date: CalendarDay
    /// How it was made and from what: one step a line, inputs with their hashes, no path of a machine.
    public var recipe: String
    /// The places, in the order in which equals are given. A million are better added to the builder one
    /// by one.
    public var places: [Place]
    /// Who uses names.
    public var perspectives: [NamingPerspective]
    /// The names of places that two authorities have named.
    public var contested: [ContestedName]
    /// What was used, with licences.
    public var credits: [Credit]
    /// Words that are no place.
    public var notPlaces: [NotPlace]
    /// The outlines as the module Boundaries reads them; empty for a pack without.
    public var outlines: [UInt8]

    /// Makes contents from their parts.
    public init(
        title: String, version: String = "", date: CalendarDay, recipe: String = "",
        places: [Place] = [], perspectives: [NamingPerspective] = [],
        contested: [ContestedName] = [], credits: [Credit] = [], notPlaces: [NotPlace] = [],
        outlines: [UInt8] = []
    ) {
        self.title = title
        self.version = version
        self.date = date
        self.recipe = recipe
        self.places = places
        self.perspectives = perspectives
        self.contested = contested
        self.credits = credits
        self.notPlaces = notPlaces
        self.outlines = outlines
    }
}
