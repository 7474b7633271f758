// swift-tools-version: 6.2
import PackageDescription

// The module table of the design, one line a module. A module imports only what `needs` names.
// Gazetteer and Renderers never import each other: plain values of Sources pass between them.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, in folder: String, needs: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: needs, path: "\(folder)/\(name)", swiftSettings: settings)
}

func tests(_ module: String, needs: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(module)Tests", dependencies: [.byName(name: module), "TestSupport"] + needs,
        path: "Tests/\(module)Tests", swiftSettings: settings)
}

/// A library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])])
}

/// Data linked into the program: a C file that embeds what lies beside it.
func data(_ name: String, path: String, exclude: [String]) -> Target {
    .target(name: name, path: path, exclude: exclude, sources: ["embed.c"])
}

let package = Package(
    name: "toponym",
    products: [
        .executable(name: "toponym", targets: ["ToponymCLI"]),
        .library(name: "Toponym", targets: ["Toponym"]),
        .library(name: "MapPipeline", targets: ["MapPipeline"]),
        .library(
            name: "Gazetteer",
            targets: [
                "NameFolding", "PlaceExpressions", "Places", "PlaceIndex", "PlacePack",
                "PlaceImport", "PlaceExport", "EventIngest", "PlaceResolution",
            ]),
        .library(
            name: "Renderers",
            targets: [
                "Raster", "Typesetting", "Scenes", "Projections", "Basemap", "Cartography",
                "PNGEncoding", "SVGEncoding", "Tiles",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    ],
    targets: [
        // Sources: the spine. C libraries first, each owned by one Swift module.
        system("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
        system("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev", brew: "freetype"),
        system("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev", brew: "harfbuzz"),
        system("CFriBidi", pkgConfig: "fribidi", apt: "libfribidi-dev", brew: "fribidi"),
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
        system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
        system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
        .target(
            name: "CPNGShim", dependencies: ["CPNG", "CDeflate"], path: "Sources/C/CPNGShim"),
        .target(name: "CNotoFonts", path: "Sources/C/CNotoFonts"),
        data("CBoundariesData", path: "Sources/BoundariesData", exclude: ["Outlines"]),
        module("Diagnostics", in: "Sources"),
        module("Threads", in: "Sources"),
        module("SystemFiles", in: "Sources"),
        module("FlatFile", in: "Sources", needs: ["CZlib"]),
        module("EDTF", in: "Sources"),
        module("GeoModel", in: "Sources", needs: ["EDTF"]),
        module(
            "Boundaries", in: "Sources",
            needs: ["FlatFile", "GeoModel", "EDTF", "CBoundariesData"]),
        module("GeoJSON", in: "Sources", needs: ["GeoModel", "EDTF", "Diagnostics"]),
        module("XMLText", in: "Sources"),
        module("Gzip", in: "Sources", needs: ["CZlib"]),
        module("SQLite", in: "Sources", needs: ["CSQLite"]),
        module("TabularText", in: "Sources", needs: ["GeoJSON", "Diagnostics"]),
        module(
            "FlatGeobuf", in: "Sources",
            needs: ["TabularText", "SystemFiles", "GeoModel", "Diagnostics"]),
        module(
            "FeatureFormats", in: "Sources",
            needs: [
                "FlatGeobuf", "TabularText", "GeoJSON", "XMLText", "SQLite", "SystemFiles",
                "GeoModel", "EDTF", "Diagnostics",
            ]),

        // Gazetteer: knows names, dates and places; never a pixel.
        data(
            "CGazetteerData", path: "Gazetteer/Data",
            exclude: ["Tables", "Derived", "Packs", "Examples", "README.md"]
        ),
        module("NameFolding", in: "Gazetteer"),
        module("PlaceExpressions", in: "Gazetteer"),
        module("Places", in: "Gazetteer", needs: ["GeoModel", "EDTF"]),
        module(
            "PlaceIndex", in: "Gazetteer",
            needs: ["Places", "NameFolding", "FlatFile", "GeoModel", "EDTF"]),
        module(
            "PlacePack", in: "Gazetteer",
            needs: [
                "PlaceIndex", "Places", "NameFolding", "FlatFile", "GeoModel", "EDTF",
                "Diagnostics", "CGazetteerData",
            ]),
        module(
            "PlaceImport", in: "Gazetteer",
            needs: [
                "Places", "NameFolding", "TabularText", "GeoJSON", "GeoModel", "EDTF",
                "Diagnostics",
            ]),
        module(
            "PlaceExport", in: "Gazetteer",
            needs: ["Places", "FeatureFormats", "TabularText", "GeoJSON", "GeoModel", "EDTF"]),
        module(
            "EventIngest", in: "Gazetteer",
            needs: [
                "PlaceExpressions", "TabularText", "GeoJSON", "GeoModel", "EDTF", "Diagnostics",
            ]),
        module(
            "PlaceResolution", in: "Gazetteer",
            needs: [
                "PlaceExpressions", "PlaceIndex", "Places", "NameFolding", "GeoModel", "EDTF",
            ]),

        // Renderers: knows shapes and pixels; never a name's sense.
        data("CBasemapData", path: "Renderers/Data", exclude: ["Terrain", "Water"]),
        // Under another licence than the rest: a folder beside the program, not a part of it.
        .target(
            name: "CRiverData", path: "Renderers/RiverData", resources: [.copy("Rivers")]),
        module("Raster", in: "Renderers"),
        module(
            "Typesetting", in: "Renderers",
            needs: ["Raster", "CFreeType", "CHarfBuzz", "CFriBidi", "CNotoFonts"]),
        module("Scenes", in: "Renderers", needs: ["Raster", "Typesetting", "Threads"]),
        module("Projections", in: "Renderers", needs: ["GeoModel", "Diagnostics"]),
        module(
            "Basemap", in: "Renderers",
            needs: ["Boundaries", "FlatFile", "Threads", "GeoModel", "EDTF", "CBasemapData"]),
        module(
            "Cartography", in: "Renderers",
            needs: [
                "Basemap", "Projections", "Raster", "Typesetting", "Scenes", "Threads", "GeoModel",
                "EDTF", "Diagnostics",
            ]),
        module("PNGEncoding", in: "Renderers", needs: ["Raster", "CPNGShim"]),
        module(
            "SVGEncoding", in: "Renderers",
            needs: ["Scenes", "PNGEncoding", "Raster", "Typesetting", "XMLText"]),
        module(
            "Tiles", in: "Renderers",
            needs: [
                "Projections", "PNGEncoding", "Raster", "Threads", "SystemFiles", "SQLite", "Gzip",
                "GeoJSON", "GeoModel", "Diagnostics",
            ]),

        // Above both halves: the pipeline, the library's face, the program.
        module(
            "MapPipeline", in: "Sources",
            needs: [
                "Diagnostics", "EDTF", "GeoModel", "Boundaries", "GeoJSON", "FeatureFormats",
                "Gzip", "FlatFile", "SystemFiles", "TabularText", "Places", "PlaceIndex",
                "PlacePack", "PlaceImport", "PlaceExport", "PlaceResolution", "PlaceExpressions",
                "EventIngest", "Raster", "Typesetting", "Scenes", "Projections", "Basemap",
                "Cartography", "PNGEncoding", "SVGEncoding", "Tiles", "CRiverData", "Threads",
            ]),
        module(
            "Toponym", in: "Sources",
            needs: [
                "MapPipeline", "EventIngest", "PlaceResolution", "PlacePack", "Places",
                "TabularText",
                "GeoModel", "EDTF", "Diagnostics",
            ]),
        .executableTarget(
            name: "ToponymCLI",
            dependencies: [
                "Diagnostics", "EDTF", "GeoModel", "GeoJSON", "FeatureFormats", "TabularText",
                "EventIngest", "Places", "PlaceImport", "PlaceIndex", "PlacePack",
                "PlaceResolution", "Projections", "Cartography", "SystemFiles", "Tiles",
                "MapPipeline",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/ToponymCLI", swiftSettings: settings),

        // Tests
        .target(
            name: "TestSupport", dependencies: ["FlatFile"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("Diagnostics"),
        tests("Threads"),
        tests("FlatFile"),
        tests("EDTF"),
        tests("GeoModel"),
        tests("Boundaries", needs: ["FlatFile", "GeoModel", "EDTF"]),
        tests("GeoJSON", needs: ["GeoModel", "EDTF"]),
        tests("Gzip"),
        tests("SQLite"),
        tests("TabularText", needs: ["Diagnostics"]),
        tests("FlatGeobuf", needs: ["TabularText", "GeoModel", "Diagnostics"]),
        tests("FeatureFormats", needs: ["GeoJSON", "SQLite", "GeoModel", "EDTF", "Diagnostics"]),
        tests("NameFolding"),
        tests("PlaceExpressions"),
        tests("Places", needs: ["GeoModel", "EDTF"]),
        tests("PlaceIndex", needs: ["Places", "NameFolding", "FlatFile", "GeoModel", "EDTF"]),
        tests(
            "PlacePack",
            needs: [
                "PlaceIndex", "Places", "NameFolding", "FlatFile", "GeoModel", "EDTF",
                "Diagnostics",
            ]),
        tests(
            "PlaceImport",
            needs: ["Places", "TabularText", "GeoModel", "EDTF", "Diagnostics"]),
        tests(
            "PlaceExport",
            needs: [
                "PlaceImport", "Places", "FeatureFormats", "TabularText", "GeoJSON", "GeoModel",
                "EDTF", "Diagnostics",
            ]),
        tests(
            "EventIngest",
            needs: [
                "PlaceExpressions", "FeatureFormats", "TabularText", "GeoJSON", "GeoModel", "EDTF",
                "Diagnostics",
            ]),
        tests(
            "PlaceResolution",
            needs: [
                "PlacePack", "PlaceIndex", "Places", "NameFolding", "GeoModel", "EDTF",
            ]),
        tests("Raster"),
        tests("Typesetting", needs: ["Raster"]),
        tests("Scenes", needs: ["Raster", "Typesetting"]),
        tests("Projections", needs: ["GeoModel"]),
        tests("Basemap", needs: ["Boundaries", "FlatFile", "GeoModel", "EDTF"]),
        tests(
            "Cartography",
            needs: ["Basemap", "Projections", "Raster", "Typesetting", "GeoModel", "EDTF"]),
        tests("PNGEncoding", needs: ["Raster"]),
        tests("SVGEncoding", needs: ["Scenes", "PNGEncoding", "Raster", "Typesetting"]),
        tests(
            "Tiles",
            needs: [
                "SQLite", "PNGEncoding", "Raster", "Projections", "GeoModel", "Diagnostics",
            ]),
        tests(
            "MapPipeline",
            needs: [
                "PlacePack", "EventIngest", "PlaceResolution", "Places", "NameFolding",
                "TabularText", "FeatureFormats", "GeoJSON", "GeoModel", "EDTF", "Diagnostics",
                "Cartography", "Raster", "FlatFile", "PlaceImport", "PNGEncoding", "Projections",
                "SystemFiles", "Tiles",
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["ToponymCLI", "GeoJSON", "PNGEncoding", "Raster", "TestSupport"],
            path: "Tests/EndToEndTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
