// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

/// What is built for release counts references without locks, as all of the product is one thread.
let singleThreaded = SwiftSetting.unsafeFlags(
  ["-Xfrontend", "-assume-single-threaded"], .when(configuration: .release))

/// What is made once an invocation, or waits for the network, is built to be small rather than fast.
let small = SwiftSetting.unsafeFlags(["-Osize"], .when(configuration: .release))

/// Of the linkers at hand this one packs what the loader has to move; see `ci/build`.
let linker = LinkerSetting.unsafeFlags(["-use-ld=lld"], .when(configuration: .release))

/// A room of the product: a target that may only import rooms to its left and named libraries.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], pages: [String] = [], isSmall: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: pages,
    swiftSettings: strict + [singleThreaded] + (isSmall ? [small] : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: resources, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: [Target.Dependency] = ["Crypto", "CryptoExtras"].map { .product(name: $0, package: "swift-crypto") }
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = ["NIOCore", "NIOPosix", "NIOHTTP1"].map { .product(name: $0, package: "swift-nio") }

let package = Package(
  name: "swath",
  products: [
    .executable(name: "swath", targets: ["swath"]),
    .executable(name: "azure-emulator", targets: ["azure-emulator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CGNU"),

    // The rooms in the order data flows: nothing imports to its right.
    room("System", ["CGNU"], isSmall: true),
    room("Formats", ["CYAML", "CJansson"]),
    room("Model"),
    room("Catalog", ["Model"], pages: ["AddingATypeOfResource.md"], isSmall: true),
    room("Configuration", ["System", "Formats", "Model", "Catalog"], isSmall: true),
    room("Snapshot", ["System", "Formats", "Model"]),
    room("Planning", ["Formats", "Model", "Catalog", "Configuration", "Snapshot"]),
    room("Transport", ["CCurl", "System", "Formats"], isSmall: true),
    room("Azure", ["System", "Formats", "Model", "Transport"] + crypto),
    room("Pass", ["System", "Model", "Configuration", "Snapshot", "Planning", "Transport", "Azure"]),
    room("Sinks", ["Formats", "Model", "Catalog", "Configuration", "Planning", "Transport", "Pass"]),
    room("Delivery", ["System", "Formats", "Model", "Transport"], isSmall: true),
    room(
      "RestApi", ["Formats", "Model", "Catalog", "Configuration", "Snapshot", "Planning", "Sinks"], isSmall: true),
    .executableTarget(
      name: "swath",
      dependencies: [
        "System", "Formats", "Model", "Catalog", "Configuration", "Snapshot", "Planning", "Transport", "Azure", "Pass",
        "Sinks", "Delivery", "RestApi", argumentParser, logging,
      ], swiftSettings: strict + [singleThreaded, small], linkerSettings: [linker]),

    // Azure over loopback HTTP; it shares no room with the product, so that neither learns its rules from the other.
    .target(name: "AzureEmulator", dependencies: nio, swiftSettings: strict),
    .executableTarget(
      name: "azure-emulator", dependencies: ["AzureEmulator", argumentParser], swiftSettings: strict,
      linkerSettings: [linker]),

    .executableTarget(
      name: "swath-bench",
      dependencies: [
        "Azure", "CJansson", "Catalog", "Configuration", "Formats", "Model", "Pass", "Planning", "Sinks", "Snapshot",
        "System", "Transport",
      ], path: "Tests/Benchmarks", swiftSettings: strict, linkerSettings: [linker]),
    .executableTarget(
      name: "swath-fuzz", dependencies: ["Configuration", "Formats", "System"], path: "Tests/Fuzz",
      exclude: ["Corpus", "keys.dict"], swiftSettings: strict, linkerSettings: [linker]),
    // What outputs say, read as their receivers read it, for tests of several rooms.
    .target(name: "OutputReaders", path: "Tests/OutputReaders", swiftSettings: strict),
    tests("SystemTests", ["System"]),
    tests("FormatsTests", ["Formats"]),
    tests("ModelTests", ["Model"]),
    tests("CatalogTests", ["Catalog", "Configuration", "Formats", "Model", "Planning"]),
    tests("ConfigurationTests", ["Configuration", "Catalog", "Formats", "Model"], resources: ["Golden"]),
    tests(
      "PlanningTests", ["Planning", "Catalog", "Configuration", "Formats", "Model", "Snapshot"], resources: ["Golden"]),
    tests("TransportTests", ["Transport", "System", "Formats"]),
    tests(
      "SinksTests",
      [
        "Sinks", "Catalog", "Configuration", "Delivery", "Formats", "Model", "OutputReaders", "Pass", "Planning",
        "Transport",
      ]),
    tests("DeliveryTests", ["Delivery", "Formats", "OutputReaders", "System", "Transport"]),
    tests("RestApiTests", ["RestApi", "Configuration", "Formats", "Model", "Snapshot"], resources: ["Golden"]),
    tests(
      "PassTests",
      [
        "Azure", "AzureEmulator", "Catalog", "Configuration", "Formats", "Model", "Pass", "Planning", "Sinks",
        "Snapshot",
        "System", "Transport",
      ]),
    tests("SnapshotTests", ["Snapshot", "Formats", "Model", "System"]),
    tests(
      "EndToEnd", ["AzureEmulator", "Configuration", "OutputReaders", "System", "azure-emulator", "swath"] + crypto,
      resources: ["Golden"]),
    tests("AzureTests", ["Azure", "Formats", "Model", "System", "Transport"] + crypto),
    tests("AzureEmulatorTests", ["AzureEmulator"]),
  ],
  swiftLanguageModes: [.v6])
