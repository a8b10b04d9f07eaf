/// The documents that come with the program, compiled into it.
///
/// The one list of them: a row here and a file in `Presets`, which is named after the preset with
/// underscores for hyphens.
package struct Preset: Sendable {
  package let name: String
  /// The document, in TOML.
  package let bytes: [UInt8]
}

extension Preset {
  package static let all: [Preset] = [
    Preset(name: "flowers", bytes: PackageResources.flowers_toml),
    Preset(name: "iris-clear", bytes: PackageResources.iris_clear_toml),
    Preset(name: "iris-close", bytes: PackageResources.iris_close_toml),
    Preset(name: "iris-missed", bytes: PackageResources.iris_missed_toml),
    Preset(name: "digit-sure", bytes: PackageResources.digit_sure_toml),
    Preset(name: "digit-unsure", bytes: PackageResources.digit_unsure_toml),
    Preset(name: "digit-wrong", bytes: PackageResources.digit_wrong_toml),
    Preset(name: "binary", bytes: PackageResources.binary_toml),
    Preset(name: "multi-label", bytes: PackageResources.multi_label_toml),
    Preset(name: "attention", bytes: PackageResources.attention_toml),
    Preset(name: "uniform", bytes: PackageResources.uniform_toml),
    Preset(name: "near-tie", bytes: PackageResources.near_tie_toml),
    Preset(name: "thousands", bytes: PackageResources.thousands_toml),
    Preset(name: "winner", bytes: PackageResources.winner_toml),
    Preset(name: "fifty-words", bytes: PackageResources.fifty_words_toml),
  ]
}
