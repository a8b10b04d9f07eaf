/// A case in which floating-point arithmetic goes wrong, or nearly: a document with the format and
/// the algorithm that show it.
///
/// The one list of them: a row here and a file in `Gallery`, which is named after the case with
/// underscores for hyphens.
package struct GalleryCase: Sendable {
  package let name: String
  /// The result that it is about, of the target where that is one class: a word of `NumericsResult`.
  package let result: String
  /// The document, in TOML.
  package let bytes: [UInt8]
}

extension GalleryCase {
  package static let all: [GalleryCase] = [
    GalleryCase(name: "calm-water", result: "p", bytes: PackageResources.calm_water_toml),
    GalleryCase(name: "e-to-710", result: "p", bytes: PackageResources.e_to_710_toml),
    GalleryCase(name: "abyss", result: "p", bytes: PackageResources.abyss_toml),
    GalleryCase(name: "past-every-exp", result: "p", bytes: PackageResources.past_every_exp_toml),
    GalleryCase(name: "twelve-in-half", result: "p", bytes: PackageResources.twelve_in_half_toml),
    GalleryCase(name: "below-every-exp", result: "p", bytes: PackageResources.below_every_exp_toml),
    GalleryCase(name: "silent-sum", result: "p", bytes: PackageResources.silent_sum_toml),
    GalleryCase(
      name: "hundred-million", result: "loss", bytes: PackageResources.hundred_million_toml),
    GalleryCase(name: "twins-1000", result: "loss", bytes: PackageResources.twins_1000_toml),
    GalleryCase(name: "twins-1024", result: "loss", bytes: PackageResources.twins_1024_toml),
    GalleryCase(name: "twins-2048", result: "loss", bytes: PackageResources.twins_2048_toml),
    GalleryCase(name: "twins-256", result: "loss", bytes: PackageResources.twins_256_toml),
    GalleryCase(name: "half-cliff", result: "logsumexp", bytes: PackageResources.half_cliff_toml),
    GalleryCase(name: "eight-bit-cliff", result: "p", bytes: PackageResources.eight_bit_cliff_toml),
    GalleryCase(name: "quiet-winner", result: "log-p", bytes: PackageResources.quiet_winner_toml),
    GalleryCase(
      name: "quiet-winner-single", result: "log-p", bytes: PackageResources.quiet_winner_single_toml
    ),
    GalleryCase(
      name: "quiet-winner-half", result: "log-p", bytes: PackageResources.quiet_winner_half_toml),
    GalleryCase(
      name: "quiet-winner-deep", result: "log-p", bytes: PackageResources.quiet_winner_deep_toml),
    GalleryCase(
      name: "silent-gradient", result: "gradient", bytes: PackageResources.silent_gradient_toml),
    GalleryCase(
      name: "gradient-at-37", result: "gradient", bytes: PackageResources.gradient_at_37_toml),
    GalleryCase(name: "minus-zero", result: "loss", bytes: PackageResources.minus_zero_toml),
    GalleryCase(name: "subnormal-loser", result: "p", bytes: PackageResources.subnormal_loser_toml),
    GalleryCase(name: "last-subnormal", result: "p", bytes: PackageResources.last_subnormal_toml),
    GalleryCase(
      name: "subnormal-loser-single", result: "p",
      bytes: PackageResources.subnormal_loser_single_toml),
    GalleryCase(name: "half-smallest", result: "p", bytes: PackageResources.half_smallest_toml),
    GalleryCase(
      name: "mask-in-eight-bits", result: "p", bytes: PackageResources.mask_in_eight_bits_toml),
    GalleryCase(name: "mask-entropy", result: "entropy", bytes: PackageResources.mask_entropy_toml),
    GalleryCase(name: "zero-weight", result: "loss", bytes: PackageResources.zero_weight_toml),
    GalleryCase(
      name: "smoothing-meets-mask", result: "loss",
      bytes: PackageResources.smoothing_meets_mask_toml),
    GalleryCase(
      name: "smoothing-and-a-mask", result: "loss",
      bytes: PackageResources.smoothing_and_a_mask_toml),
    GalleryCase(name: "all-masked", result: "p", bytes: PackageResources.all_masked_toml),
    GalleryCase(name: "three-masked", result: "p", bytes: PackageResources.three_masked_toml),
    GalleryCase(name: "lonely-mask", result: "p", bytes: PackageResources.lonely_mask_toml),
    GalleryCase(name: "one-infinity", result: "p", bytes: PackageResources.one_infinity_toml),
    GalleryCase(name: "two-infinities", result: "p", bytes: PackageResources.two_infinities_toml),
    GalleryCase(name: "poison", result: "p", bytes: PackageResources.poison_toml),
    GalleryCase(name: "leaking-mask", result: "p", bytes: PackageResources.leaking_mask_toml),
    GalleryCase(
      name: "mask-beyond-half", result: "p", bytes: PackageResources.mask_beyond_half_toml),
    GalleryCase(
      name: "masked-first-block", result: "p", bytes: PackageResources.masked_first_block_toml),
    GalleryCase(
      name: "masked-first-tile", result: "p", bytes: PackageResources.masked_first_tile_toml),
    GalleryCase(name: "one-ulp-apart", result: "p", bytes: PackageResources.one_ulp_apart_toml),
    GalleryCase(name: "tie-in-bit-158", result: "p", bytes: PackageResources.tie_in_bit_158_toml),
    GalleryCase(
      name: "cancelled-log-sum", result: "logsumexp", bytes: PackageResources.cancelled_log_sum_toml
    ),
    GalleryCase(
      name: "log-sum-near-zero", result: "logsumexp", bytes: PackageResources.log_sum_near_zero_toml
    ),
    GalleryCase(name: "thousand-equals", result: "p", bytes: PackageResources.thousand_equals_toml),
    GalleryCase(name: "brain-stalls", result: "p", bytes: PackageResources.brain_stalls_toml),
    GalleryCase(name: "half-stalls", result: "p", bytes: PackageResources.half_stalls_toml),
    GalleryCase(
      name: "four-thousand-zeros", result: "p", bytes: PackageResources.four_thousand_zeros_toml),
    GalleryCase(
      name: "eight-bits-stall", result: "p", bytes: PackageResources.eight_bits_stall_toml),
    GalleryCase(name: "dust", result: "log-p", bytes: PackageResources.dust_toml),
    GalleryCase(name: "rising-ramp", result: "log-p", bytes: PackageResources.rising_ramp_toml),
    GalleryCase(
      name: "offset-ten-million", result: "p", bytes: PackageResources.offset_ten_million_toml),
    GalleryCase(name: "brain-collapse", result: "p", bytes: PackageResources.brain_collapse_toml),
    GalleryCase(name: "three-alike", result: "p", bytes: PackageResources.three_alike_toml),
    GalleryCase(name: "thousands-alike", result: "p", bytes: PackageResources.thousands_alike_toml),
    GalleryCase(name: "sum-not-one", result: "sum", bytes: PackageResources.sum_not_one_toml),
    GalleryCase(name: "division-free", result: "p", bytes: PackageResources.division_free_toml),
    GalleryCase(name: "cold", result: "p", bytes: PackageResources.cold_toml),
    GalleryCase(name: "quotient-rounds", result: "p", bytes: PackageResources.quotient_rounds_toml),
    GalleryCase(name: "cold-half", result: "p", bytes: PackageResources.cold_half_toml),
    GalleryCase(
      name: "zero-temperature", result: "p", bytes: PackageResources.zero_temperature_toml),
    GalleryCase(
      name: "infinite-temperature", result: "p", bytes: PackageResources.infinite_temperature_toml),
    GalleryCase(name: "ghost-tie", result: "log-p", bytes: PackageResources.ghost_tie_toml),
    GalleryCase(name: "mean-shift", result: "p", bytes: PackageResources.mean_shift_toml),
    GalleryCase(
      name: "log-of-zero-half", result: "log-p", bytes: PackageResources.log_of_zero_half_toml),
    GalleryCase(
      name: "log-of-zero-brain", result: "log-p", bytes: PackageResources.log_of_zero_brain_toml),
    GalleryCase(
      name: "log-of-zero-single", result: "log-p", bytes: PackageResources.log_of_zero_single_toml),
    GalleryCase(
      name: "log-of-zero-double", result: "log-p", bytes: PackageResources.log_of_zero_double_toml),
    GalleryCase(
      name: "log-of-subnormal", result: "log-p", bytes: PackageResources.log_of_subnormal_toml),
    GalleryCase(
      name: "epsilon-in-the-log", result: "loss", bytes: PackageResources.epsilon_in_the_log_toml),
    GalleryCase(
      name: "larger-epsilon", result: "loss", bytes: PackageResources.larger_epsilon_toml),
    GalleryCase(
      name: "self-divergence", result: "kl",
      bytes: PackageResources.self_divergence_toml),
    GalleryCase(
      name: "sigmoid-floor", result: "sigmoid", bytes: PackageResources.sigmoid_floor_toml),
    GalleryCase(
      name: "sigmoid-floor-single", result: "sigmoid",
      bytes: PackageResources.sigmoid_floor_single_toml),
    GalleryCase(
      name: "sigmoid-plateau", result: "sigmoid", bytes: PackageResources.sigmoid_plateau_toml),
    GalleryCase(
      name: "log-sigmoid-tail", result: "log-sigmoid", bytes: PackageResources.log_sigmoid_tail_toml
    ),
    GalleryCase(
      name: "log-sigmoid-300", result: "log-sigmoid", bytes: PackageResources.log_sigmoid_300_toml),
    GalleryCase(
      name: "softplus-past-20", result: "softplus", bytes: PackageResources.softplus_past_20_toml),
    GalleryCase(
      name: "logit-near-half", result: "logit", bytes: PackageResources.logit_near_half_toml),
    GalleryCase(name: "bce-mask", result: "binary-loss", bytes: PackageResources.bce_mask_toml),
    GalleryCase(
      name: "bce-confident", result: "binary-loss", bytes: PackageResources.bce_confident_toml),
    GalleryCase(
      name: "bce-on-probabilities", result: "binary-loss",
      bytes: PackageResources.bce_on_probabilities_toml),
    GalleryCase(
      name: "bce-gradient", result: "binary-gradient", bytes: PackageResources.bce_gradient_toml),
  ]
}
