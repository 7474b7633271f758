package import FlatFile
internal import Places

extension PlaceRecords {
    /// Checks that everything a record names is there.
    ///
    /// - Throws: `FlatFileError.damagedSection`.
    /// - Complexity: O(*n* log *n*) in the names.
    package func verify() throws(FlatFileError) {
        typealias Tag = PlaceLayout.Tag
        func refuse(_ tag: String, _ problem: String, at offset: Int = 0) -> FlatFileError {
            .damagedSection(tag, problem: problem, offset: offset)
        }
        if let offset = texts.firstFault() { throw refuse(Tag.texts, "no text", at: offset) }
        if let fault = attributes.firstFault() { throw refuse(fault.tag, fault.problem) }
        try verifyPlaces()
        guard nameTexts.isWhole, nameRows.isWhole, nameRows.count == nameCount, owners.isWhole
        else { throw refuse(Tag.nameRows, "it is cut off") }
        for name in 0..<nameCount where owner(ofName: name) == nil {
            throw refuse(Tag.owners, "name \(name) is of another place")
        }
        let limit = nameCount << 2
        if let fault = forms.firstFault(valuesBelow: limit) { throw refuse(Tag.formTexts, fault) }
        if let fault = keys.firstFault(valuesBelow: limit) { throw refuse(Tag.keyTexts, fault) }
        if let fault = formsByLength.firstFault() { throw refuse(Tag.formLengths, fault) }
        if let fault = sketches.firstFault(of: forms, in: formsByLength) {
            throw refuse(Tag.formSketches, fault)
        }
        if let fault = pieces.firstFault(formsBelow: forms.count) {
            throw refuse(Tag.pieceForms, fault)
        }
        if let fault = completions.firstFault(places: count) { throw refuse(Tag.orders, fault) }
        for index in 0..<skeletons.count where Int(skeletons[index]) >= keys.count {
            throw refuse(Tag.skeletons, "row \(index) names no key")
        }
        if let fault = sphere.firstFault(placesBelow: count) { throw refuse(Tag.sphere, fault) }
    }

    private func verifyPlaces() throws(FlatFileError) {
        typealias At = PlaceLayout.Place
        typealias Tag = PlaceLayout.Tag
        guard firstNames.isWhole, firstClaims.isWhole, firstNames.count == count + 1,
            firstClaims.count == count + 1
        else {
            throw .damagedSection(Tag.firstNames, problem: "it is cut off", offset: 0)
        }
        var (names, claims) = (0, 0)
        for place in 0..<count {
            let (ofNames, ofClaims) = (nameRange(at: place), claimRange(at: place))
            guard ofNames.isEmpty || ofNames.lowerBound == names,
                ofClaims.isEmpty || ofClaims.lowerBound == claims
            else {
                throw .damagedSection(
                    Tag.places, problem: "names or claims of place \(place) start elsewhere",
                    offset: place * At.width)
            }
            (names, claims) = (names + ofNames.count, claims + ofClaims.count)
            guard index(ofID: idText(at: place)) == place else {
                throw .damagedSection(
                    Tag.ids, problem: "\"\(idText(at: place))\" is not found", offset: 0)
            }
        }
        guard names == nameCount, claims == claimRows.count else {
            throw .damagedSection(Tag.places, problem: "some names have no place", offset: 0)
        }
    }
}
