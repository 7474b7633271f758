// swift-tools-version: 6.2
import PackageDescription

// The benchmark of look-ups: a package of its own, so that nobody else builds it.
let package = Package(
    name: "LookupBenchmark",
    dependencies: [.package(name: "toponym", path: "../../..")],
    targets: [
        .executableTarget(
            name: "LookupBenchmark",
            dependencies: [.product(name: "Gazetteer", package: "toponym")])
    ]
)
