public import GeoModel
internal import NameFolding
public import PlaceIndex
internal import Places

/// Finds the place that a query means, or says that several fit or none does.
///
/// ```swift
/// let resolver = PlaceResolver(index: pack.index, notPlaces: pack.notPlaces.map { ($0.text, $0.reason) })
/// let resolution = resolver.resolve("Garadaghli, Khojavend district")
/// resolution.match?.place.id  // "gn:147928"
/// ```
///
/// Every candidate has a score that is the sum of named parts. The first is a `match` when no other
/// place comes within 0.05 of it, the unit named after a settlement aside; else the query is `ambiguous`.
/// A frozen value: build it once.
public struct PlaceResolver: Sendable {
    /// Whether the outline of a place, named by id, holds a position; nil when it has no outline.
    public typealias OutlineTest = @Sendable (_ id: String, _ position: Coordinate) -> Bool?

    /// The names to look in.
    public private(set) var index: NameIndex
    /// The names of each unit at hand, for those who ask thousands of times; nil to go without. They change
    /// no answer.
    private(set) var areas: AreaForms?
    let notPlaces: [[UInt8]: String]
    private(set) var containment: Containment

    /// Makes a resolver.
    ///
    /// - Parameters:
    ///   - index: the names to look in.
    ///   - notPlaces: words that are no place, with the reason.
    ///   - outlines: tells whether an outline holds a position, for places that no unit is claimed of.
    public init(
        index: NameIndex, notPlaces: [(text: String, reason: String)] = [],
        outlines: OutlineTest? = nil
    ) {
        self.index = index
        self.notPlaces = Dictionary(
            notPlaces.map { (NameFolder.fold($0.text), $0.reason) },
            uniquingKeysWith: { first, _ in first })
        containment = Containment(index: index, outlines: outlines)
    }

    /// The same for those who ask thousands of times: what is looked up over and over is kept at hand. No
    /// answer changes.
    ///
    /// - Complexity: O(*n*) in the names, at 0.1 µs each; some eight bytes a name are kept.
    package func preparedForMany() -> PlaceResolver {
        var prepared = self
        prepared.index = index.preparedForMany()
        prepared.containment.index = prepared.index
        prepared.areas = AreaForms(prepared.index)
        return prepared
    }

    /// Resolves a text as a query.
    public func resolve(
        _ text: String, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        resolve(PlaceQuery(text), in: context)
    }

    /// Resolves a query.
    ///
    /// - Complexity: O(log *n*) in the number of names for an attested one, O(*n*) for a fuzzy one.
    public func resolve(
        _ query: PlaceQuery, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        let weighing = weigh(query, in: context)
        return Resolution(
            query, weighing.status,
            candidates: weighing.contenders.map { candidate($0, of: weighing, withAllNames: true) },
            container: weighing.container.flatMap { index.place(id: $0.id) },
            reason: weighing.reason, suggestions: weighing.suggestions)
    }

    /// The same, with what fits weighed and not yet put into words: most of the time goes into these.
    package func weigh(
        _ query: PlaceQuery, in context: ResolutionContext = ResolutionContext()
    ) -> Weighing {
        if let id = query.id { return weigh(id: id, query, context) }
        let fold = NameFolder.fold(query.name)
        if let reason = notPlaces[fold] {
            return Weighing(query, context, .none, reason: "no place: \(reason)")
        }
        if fold.isEmpty { return Weighing(query, context, .none, reason: "no name is given") }
        if !Self.isCapitalised(query.name) {
            if query.split?.bareName.isEmpty == true { return nothing(query, context) }
            if CommonWords.contains(fold: fold) {
                return Weighing(
                    query, context, .none, reason: "in small letters a word, not a place")
            }
        }
        let wholes = contenders(forWhole: query, in: context)
        if !wholes.isEmpty { return decided(query, wholes, context) }
        return query.containers.isEmpty ? alone(query, context) : within(query, context)
    }

    private func weigh(id: String, _ query: PlaceQuery, _ context: ResolutionContext) -> Weighing {
        guard let position = index.placeIndex(ofID: id),
            let contender = Scoring(index, query, context).contender(withIDAt: position)
        else {
            return Weighing(query, context, .none, reason: "no place has the id \"\(id)\"")
        }
        guard index.admits(position, context.filter) else {
            return excluded(query, [contender], context)
        }
        return Weighing(query, context, .match, contenders: [contender])
    }

    /// A contender in words; its place has all its names, or its usual ones alone.
    package func candidate(
        _ contender: Contender, of weighing: Weighing, withAllNames names: Bool
    ) -> Candidate {
        Scoring(index, weighing.query, weighing.context).candidate(contender, withAllNames: names)
    }

    // MARK: Families

    /// Whether one of the two is an area that the other belongs to.
    func areFamily(_ left: Place, _ right: Place) -> Bool { containment.areFamily(left, right) }

    /// Whether one of the two is an area that the other belongs to.
    func areFamily(_ left: Contender, _ right: Contender) -> Bool {
        guard left.place.kind.isArea || right.place.kind.isArea else { return false }
        return containment.areFamily(
            index.sketch(at: left.position), index.sketch(at: right.position))
    }
}

/// What a query turned out to mean, not yet in words.
package struct Weighing: Sendable {
    /// The query.
    package let query: PlaceQuery
    /// What was told beside it.
    package let context: ResolutionContext
    /// How many places fit.
    package let status: Resolution.Status
    /// The places that fit, the best first; empty for `none`.
    package let contenders: [Contender]
    /// The place that the query names as a container; it may lack its names.
    let container: Place?
    /// Why nothing fits.
    package let reason: String?
    /// Places with a spelling near the one asked for, when nothing fits.
    package let suggestions: [Candidate]

    init(
        _ query: PlaceQuery, _ context: ResolutionContext, _ status: Resolution.Status,
        contenders: [Contender] = [], container: Place? = nil, reason: String? = nil,
        suggestions: [Candidate] = []
    ) {
        self.query = query
        self.context = context
        self.status = status
        self.contenders = contenders
        self.container = container
        self.reason = reason
        self.suggestions = suggestions
    }
}
