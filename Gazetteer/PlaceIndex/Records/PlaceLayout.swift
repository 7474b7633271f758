internal import Places

/// Where the parts of a place stand in its records; the page PackFormat of the documentation says the same.
///
/// Attributes that many names, places or claims share are written once: a name is the offset of its text
/// and the row of its attributes, some six bytes.
enum PlaceLayout {
    /// The tags of the sections.
    enum Tag {
        static let texts = "texts"
        static let languages = "langs"
        static let places = "places"
        static let firstNames = "plnames"
        static let firstClaims = "plclaims"
        static let placeAttributes = "plattrs"
        static let nameTexts = "nmtexts"
        static let nameRows = "nmrows"
        static let nameAttributes = "nmattrs"
        static let owners = "owners"
        static let orders = "orders"
        static let claims = "claims"
        static let claimRows = "claimrow"
        static let lines = "lines"
        static let ids = "ids"
        static let formTexts = "formtext"
        static let formBlocks = "formblok"
        static let formEntries = "formentr"
        static let formHeads = "formhead"
        static let formLengths = "formlens"
        static let formRanks = "formrank"
        static let formSketches = "formsket"
        static let formTree = "formtree"
        static let pieceOffsets = "pieceoff"
        static let pieceForms = "pieces"
        static let keyTexts = "keytext"
        static let keyBlocks = "keyblok"
        static let keyHeads = "keyhead"
        static let keyEntries = "keyentr"
        static let skeletons = "skeleton"
        static let sphere = "sphere"
    }

    /// id (4)  label (4)  longitude (4)  latitude (4)  attributes (4)  population (8), the least number
    /// for none.
    enum Place {
        static let width = 28
        static let (id, label, longitude, latitude) = (0, 4, 8, 12)
        static let (attributes, population) = (16, 20)
    }

    /// kind (1)  certainty (1)  extent (1)  whether there is an uncertainty (1)  rank (4)  id of the extent
    /// (4)  period (4)  source (4)  note (4)  uncertainty in metres (8).
    enum PlaceAttributes {
        static let width = 32
        static let (kind, certainty, extent, hasUncertainty, rank) = (0, 1, 2, 3, 4)
        static let (extentID, period, source, note, uncertainty) = (8, 12, 16, 20, 24)
    }

    /// The place of every so-manieth name is written down; that of others lies between.
    static let ownerStep = 16

    /// language (2)  kind (1)  certainty × 2, + 1 when usual (1)  perspective (4)  period (4)  source (4)
    /// derived (4)  note (4).
    enum NameAttributes {
        static let width = 24
        static let (language, kind, flags) = (0, 2, 3)
        static let (perspective, period, source, derived, note) = (4, 8, 12, 16, 20)
    }

    /// relation (1)  certainty × 2, + 1 when default (1)  0 (2)  target (4)  perspective (4)  period (4)
    /// source (4)  note (4).
    enum Claim {
        static let width = 24
        static let (relation, flags) = (0, 1)
        static let (target, perspective, period, source, note) = (4, 8, 12, 16, 20)
    }

    /// place (4)  longitude (4)  latitude (4)  basis (4)  source (4), in the order of places.
    enum Line {
        static let width = 20
        static let (place, longitude, latitude, basis, source) = (0, 4, 8, 12, 16)
    }
}

/// The words of the tables as the numbers of the records. A number once given keeps its meaning.
enum RecordCode {
    static let kinds: [PlaceKind] = [
        .city, .town, .village, .settlement, .district, .province, .country, .region, .historical,
        .road, .site, .water,
    ]
    static let nameKinds: [NameKind] = [
        .official, .local, .alternate, .historical, .exonym, .transliteration, .colloquial, .code,
    ]
    static let certainties: [Certainty] = [.low, .medium, .high]
    static let relations: [Membership.Relation] = [.country, .admin1, .partOf]

    /// The number of a word.
    static func code<Word: Equatable>(_ word: Word, in words: [Word]) -> UInt8 {
        guard let index = words.firstIndex(of: word) else {
            preconditionFailure("every word has a number")
        }
        return UInt8(index)
    }

    /// The word of a number; the first for a number that has none.
    static func word<Word>(_ code: UInt8, in words: [Word]) -> Word {
        words[words.indices.contains(Int(code)) ? Int(code) : 0]
    }
}

/// Degrees as a record has them: whole numbers of 1e-7 degree, about a centimetre.
enum FixedDegrees {
    /// Stands for what is no number of degrees.
    private static let none = Int32.min

    static func fixed(_ degrees: Double) -> Int32 {
        guard degrees.isFinite, abs(degrees) <= 200 else { return none }
        return Int32((degrees * 1e7).rounded())
    }

    /// Division is rounded right, so that a decimal of up to seven places comes back as it was read.
    static func degrees(_ fixed: Int32) -> Double {
        fixed == none ? .nan : Double(fixed) / 1e7
    }
}
