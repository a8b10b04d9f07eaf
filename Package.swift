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

/// The vector kernels, compiled for an instruction set, optimised in debug builds too.
///
/// They are inlined from `LogitLanes`, and an incremental build does not notice that a body there
/// changed: touch these files then.
func lanes(_ set: String, _ options: String...) -> Target {
  let forClang = options.flatMap { ["-Xcc", $0] }
  return .target(
    name: "LogitLanes\(set)", dependencies: ["CProcessor", "LogitLanes"],
    swiftSettings: house + [.unsafeFlags(["-O"] + forClang)])
}

var instructionSets = [lanes("Baseline")]
#if arch(x86_64)
instructionSets += [
  lanes("AVX2", "-march=x86-64-v3"),
  lanes("AVX512", "-march=x86-64-v4", "-mprefer-vector-width=512"),
]
#endif

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
    .systemLibrary(name: "CProcessor"),
    .target(
      name: "LogitLanes", dependencies: ["CProcessor"],
      swiftSettings: house + [.unsafeFlags(["-O"])]),
    .target(
      name: "LogitKernel",
      dependencies: ["CProcessor", "LogitLanes", bigInt, realModule]
        + instructionSets.map { .target(name: $0.name) },
      swiftSettings: house),
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

package.targets += instructionSets

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
  case "LogitKernelTests": target.dependencies += ["LogitLanes"]
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
