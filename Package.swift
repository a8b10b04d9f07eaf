// swift-tools-version: 6.2
import PackageDescription

/// The Swift runtime and Foundation go into the program.
///
/// So it starts in half the time and half the memory, and runs on machines without a toolchain. The
/// libraries named are those that autolinking against the shared ones leaves out.
let staticRuntime = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-Xlinker", "--gc-sections", "-lswiftSynchronization",
    "-l_FoundationCShims", "-l_FoundationCollections", "-lCoreFoundation", "-l_FoundationICU",
  ])

/// Settings of every target of ours: warnings are errors, and imports say what they export.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "logitscope",
  products: [
    .executable(name: "logitscope", targets: ["logitscope"]),
    .library(name: "LogitKernel", targets: ["LogitKernel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "LogitKernel", dependencies: [bigInt, realModule], swiftSettings: house),
    .target(
      name: "LogitExplorer", dependencies: ["LogitKernel", realModule], swiftSettings: house),
    .target(
      name: "LogitFiles", dependencies: ["LogitExplorer", "LogitKernel", tomlKit],
      swiftSettings: house),
    .target(name: "TerminalCells", swiftSettings: house),
    .target(
      name: "LogitViews", dependencies: ["LogitExplorer", "LogitKernel", "TerminalCells"],
      swiftSettings: house),
    .systemLibrary(name: "CNCurses"),
    .target(
      name: "CursesTerminal", dependencies: ["CNCurses", "TerminalCells"],
      swiftSettings: house),
    .target(
      name: "LogitscopeResources", path: "Resources",
      resources: [
        .embedInCode("Gallery"), .embedInCode("Presets"), .embedInCode("Lessons"),
        .embedInCode("Templates"),
      ], swiftSettings: house),
    .executableTarget(
      name: "logitscope",
      dependencies: [
        "CursesTerminal", "LogitExplorer", "LogitFiles", "LogitKernel", "LogitViews",
        "LogitscopeResources", "TerminalCells", argumentParser,
      ], swiftSettings: house,
      linkerSettings: [staticRuntime]),
  ],
  swiftLanguageModes: [.v6]
)

let testedModules = [
  "LogitKernel", "LogitExplorer", "LogitFiles", "TerminalCells", "LogitViews", "CursesTerminal",
]
package.targets.append(
  .target(
    name: "TestSupport", dependencies: ["LogitExplorer"], path: "Tests/TestSupport",
    swiftSettings: house))
let testData = ["LogitKernel": ["Fixtures"], "LogitFiles": ["Fixtures"], "LogitViews": ["Frames"]]
for module in testedModules {
  package.targets.append(
    .testTarget(
      name: "\(module)Tests", dependencies: [.target(name: module), "TestSupport"],
      exclude: testData[module, default: []], swiftSettings: house)
  )
}

package.targets.append(
  .testTarget(name: "HouseTests", dependencies: ["LogitExplorer"], swiftSettings: house))

// The presets are data of ours, read by a module of ours, and every screen has room for them.
for target in package.targets {
  switch target.name {
  case "LogitFilesTests": target.dependencies += ["LogitscopeResources", tomlKit]
  case "LogitViewsTests": target.dependencies += ["LogitFiles", "LogitscopeResources"]
  default: break
  }
}

// These run the built program, which is built with the tests; a dependency would link it statically
// into them.
for name in ["LogitscopeTests", "TerminalTests"] {
  let data = name == "LogitscopeTests" ? ["Fixtures"] : []
  package.targets.append(
    .testTarget(
      name: name, dependencies: ["LogitExplorer"], exclude: data, swiftSettings: house))
}
