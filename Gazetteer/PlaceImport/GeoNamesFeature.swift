internal import Places

/// What a GeoNames feature class and code are in our words.
///
/// Source: the feature codes of GeoNames, https://www.geonames.org/export/codes.html.
enum GeoNamesFeature {
    /// The kind of a feature; nil for a class that does not exist.
    static func kind(_ featureClass: String, _ code: String, population: Int) -> PlaceKind? {
        switch featureClass {
        case "P": settlement(code, population)
        case "A": unit(code)
        case "H": .water
        case "R": .road
        case "S": .site
        case "T": landform(code)
        case "L", "V": .region
        case "U": .water
        case "": .site
        default: nil
        }
    }

    private static func settlement(_ code: String, _ population: Int) -> PlaceKind {
        switch code {
        case "PPLC", "PPLA": .city
        case "PPLA2": population >= 100_000 ? .city : .town
        case "PPLL", "PPLF": .village
        case "PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH", "PPLR", "PPLS", "STLMT": .settlement
        default:
            switch population {
            case 100_000...: .city
            case 10_000...: .town
            case 1...: .village
            default: .settlement
            }
        }
    }

    private static func unit(_ code: String) -> PlaceKind {
        if code.hasSuffix("H"), code != "PRSH" { return .historical }
        if code.hasPrefix("PCL") { return .country }
        switch code {
        case "ADM1": return .province
        case "ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADMS", "PRSH": return .district
        default: return .region
        }
    }

    private static func landform(_ code: String) -> PlaceKind {
        switch code {
        case "MT", "PK", "HLL", "PASS", "CAPE", "RK", "VLC": .site
        default: .region
        }
    }

    /// How early a map names it.
    static func rank(_ kind: PlaceKind, _ code: String, population: Int) -> Int {
        switch kind {
        case .country: return 1
        case .province: return 2
        case .district: return 4
        default: break
        }
        if code == "PPLC" { return 1 }
        switch population {
        case 1_000_000...: return 1
        case 300_000...: return 2
        case 100_000...: return 3
        case 30_000...: return 4
        case 5_000...: return 5
        default: return 6
        }
    }
}
