import EDTF
import PlaceIndex
import PlacePack
import Places
import Testing

@Suite("Places as a map gathers them") struct MappedPlaceTests {
    /// Expected: the label of the whole place.
    @Test(arguments: [NamePolicy(.sides), NamePolicy(.table)])
    func `are labelled as whole places are, where usual names do`(policy: NamePolicy) {
        #expect(policy.needsUsualNamesAlone)
        let (pack, index) = (Pack.embedded, Pack.embedded.index)
        for position in stride(from: 0, to: index.places.endIndex, by: 7) {
            let place = index.place(at: position)
            let mapped = index.mapped(at: position)
            #expect(pack.label(for: mapped, policy) == pack.label(for: place, policy))
            #expect(mapped.period == place.period && mapped.extent == place.extent)
            #expect(mapped.rank == place.rank && mapped.population == place.population)
        }
    }

    @Test func `are read whole where a date, a side or a language chooses`() throws {
        let policies = [
            try NamePolicy(named: "az"), try NamePolicy(named: "az+hy"),
            NamePolicy(.sides, perspective: "AZ"),
            NamePolicy(.sides, asOf: try .init(edtf: "1988")),
        ]
        #expect(policies.allSatisfy { !$0.needsUsualNamesAlone })
    }
}
