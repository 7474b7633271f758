// swift-tools-version: 6.2
import PackageDescription

// The benchmark of PNG files: a package of its own, so that nobody else builds it.
let package = Package(
    name: "PNGBenchmark",
    dependencies: [.package(name: "toponym", path: "../../..")],
    targets: [
        .executableTarget(
            name: "PNGBenchmark",
            dependencies: [.product(name: "Renderers", package: "toponym")])
    ]
)
