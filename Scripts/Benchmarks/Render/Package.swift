// swift-tools-version: 6.2
import PackageDescription

// The benchmark of drawing: a package of its own, so that nobody else builds it.
let package = Package(
    name: "RenderBenchmark",
    dependencies: [.package(name: "toponym", path: "../../..")],
    targets: [
        .executableTarget(
            name: "RenderBenchmark",
            dependencies: [.product(name: "Renderers", package: "toponym")])
    ]
)
