// swift-tools-version: 6.2
import PackageDescription

// What the judges ask the libraries, in lines of text: a package of its own, so that users get no
// command for it.
let package = Package(
    name: "Judge",
    dependencies: [.package(name: "toponym", path: "../..")],
    targets: [
        .executableTarget(
            name: "Judge", dependencies: [.product(name: "Renderers", package: "toponym")])
    ]
)
