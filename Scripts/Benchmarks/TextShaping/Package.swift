// swift-tools-version: 6.2
import PackageDescription

// The benchmark of text: a package of its own, so that nobody else builds it.
let package = Package(
    name: "TextBenchmark",
    dependencies: [.package(name: "toponym", path: "../../..")],
    targets: [
        .executableTarget(
            name: "TextBenchmark",
            dependencies: [.product(name: "Renderers", package: "toponym")])
    ]
)
