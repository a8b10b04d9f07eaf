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
  ], .when(platforms: [.linux]))

/// What a key runs lies side by side in the program, on half as many pages.
///
/// After a pause none of it is in the caches, and a key takes as long as it takes to fetch the code.
/// `.ci/order` renews the list; functions that it does not name, or that are no more, do no harm.
let functionOrder = LinkerSetting.unsafeFlags(
  [
    "-use-ld=gold", "-Xlinker",
    "--section-ordering-file=\(Context.packageDirectory)/Sources/logitscope/functions.order",
  ], .when(platforms: [.linux], configuration: .release))

/// Settings of every target of ours: warnings are errors, and imports say what they export.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

/// The same, and a section for each function, so that the linker can put it in its place.
///
/// Packages that build upon the kernel may have no unsafe flags in it.
let movable: [SwiftSetting] =
  Context.packageDirectory.contains("/checkouts/")
  ? house
  : house + [
    .unsafeFlags(
      ["-Xfrontend", "-function-sections"], .when(platforms: [.linux], configuration: .release))
  ]

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "logitscope",
  platforms: [.macOS(.v15)],
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
    .target(name: "LogitKernel", dependencies: [bigInt, realModule], swiftSettings: movable),
    .target(name: "LogitExplorer", dependencies: ["LogitKernel"], swiftSettings: movable),
    .target(
      name: "LogitFiles", dependencies: ["LogitExplorer", "LogitKernel", tomlKit],
      swiftSettings: house),
    .target(name: "TerminalCells", swiftSettings: movable),
    .target(
      name: "LogitViews", dependencies: ["LogitExplorer", "LogitKernel", "TerminalCells"],
      swiftSettings: movable),
    .systemLibrary(name: "CNCurses"),
    .target(
      name: "CursesTerminal", dependencies: ["CNCurses", "TerminalCells"],
      swiftSettings: movable),
    .target(
      name: "LogitscopeResources", path: "Resources",
      resources: [.embedInCode("Gallery"), .embedInCode("Presets")], swiftSettings: house),
    .executableTarget(
      name: "logitscope",
      dependencies: [
        "CursesTerminal", "LogitExplorer", "LogitFiles", "LogitKernel", "LogitViews",
        "LogitscopeResources", "TerminalCells", argumentParser,
      ], exclude: ["functions.order"], swiftSettings: movable,
      linkerSettings: [staticRuntime, functionOrder]),
  ],
  swiftLanguageModes: [.v6]
)

let testedModules = [
  "LogitKernel", "LogitExplorer", "LogitFiles", "TerminalCells", "LogitViews", "CursesTerminal",
]
package.targets.append(
  .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house))
let testData = ["LogitKernel": ["Fixtures"], "LogitViews": ["Frames"]]
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
  package.targets.append(.testTarget(name: name, exclude: data, swiftSettings: house))
}
