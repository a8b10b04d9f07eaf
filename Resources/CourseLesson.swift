/// The lessons that come with the program, compiled into it, in the order of the course.
///
/// The one list of them: a row here and a file in `Lessons`, which is named after the lesson with
/// underscores for hyphens.
package struct CourseLesson: Sendable {
  package let name: String
  /// The lesson, in TOML.
  package let bytes: [UInt8]
}

extension CourseLesson {
  /// A lesson to begin one's own with, its parts explained in comments.
  package static let template = PackageResources.lesson_template_toml

  package static let all: [CourseLesson] = [
    CourseLesson(name: "three-flowers", bytes: PackageResources.three_flowers_toml),
    CourseLesson(name: "only-differences", bytes: PackageResources.only_differences_toml),
    CourseLesson(name: "doubling", bytes: PackageResources.doubling_toml),
    CourseLesson(name: "temperature", bytes: PackageResources.temperature_toml),
    CourseLesson(name: "absolute-zero", bytes: PackageResources.absolute_zero_toml),
    CourseLesson(name: "negative-temperature", bytes: PackageResources.negative_temperature_toml),
    CourseLesson(name: "why-exp", bytes: PackageResources.why_exp_toml),
    CourseLesson(name: "log-odds", bytes: PackageResources.log_odds_toml),
    CourseLesson(name: "negative-logits", bytes: PackageResources.negative_logits_toml),
    CourseLesson(name: "raw-output", bytes: PackageResources.raw_output_toml),
    CourseLesson(name: "new-class", bytes: PackageResources.new_class_toml),
    CourseLesson(name: "sigmoid-or-softmax", bytes: PackageResources.sigmoid_or_softmax_toml),
    CourseLesson(name: "wrong-head", bytes: PackageResources.wrong_head_toml),
    CourseLesson(name: "wrong-axis", bytes: PackageResources.wrong_axis_toml),
    CourseLesson(name: "starting-loss", bytes: PackageResources.starting_loss_toml),
    CourseLesson(name: "confidently-wrong", bytes: PackageResources.confidently_wrong_toml),
    CourseLesson(
      name: "logprob-and-temperature", bytes: PackageResources.logprob_and_temperature_toml),
    CourseLesson(name: "logprobs-back", bytes: PackageResources.logprobs_back_toml),
    CourseLesson(name: "softmax-twice", bytes: PackageResources.softmax_twice_toml),
    CourseLesson(name: "soft-target", bytes: PackageResources.soft_target_toml),
    CourseLesson(name: "label-smoothing", bytes: PackageResources.label_smoothing_toml),
    CourseLesson(name: "smoothing-and-masks", bytes: PackageResources.smoothing_and_masks_toml),
    CourseLesson(
      name: "tiny-number-in-the-log", bytes: PackageResources.tiny_number_in_the_log_toml),
    CourseLesson(name: "subtract-the-maximum", bytes: PackageResources.subtract_the_maximum_toml),
    CourseLesson(name: "silent-zero", bytes: PackageResources.silent_zero_toml),
    CourseLesson(name: "too-small-to-see", bytes: PackageResources.too_small_to_see_toml),
    CourseLesson(name: "not-any-shift", bytes: PackageResources.not_any_shift_toml),
    CourseLesson(name: "log-softmax", bytes: PackageResources.log_softmax_toml),
    CourseLesson(name: "the-other-parentheses", bytes: PackageResources.the_other_parentheses_toml),
    CourseLesson(name: "loss-from-the-logit", bytes: PackageResources.loss_from_the_logit_toml),
    CourseLesson(name: "bfloat16", bytes: PackageResources.bfloat16_toml),
    CourseLesson(name: "the-sum-that-stalls", bytes: PackageResources.the_sum_that_stalls_toml),
    CourseLesson(name: "not-quite-one", bytes: PackageResources.not_quite_one_toml),
    CourseLesson(name: "masks", bytes: PackageResources.masks_toml),
    CourseLesson(name: "the-leaking-mask", bytes: PackageResources.the_leaking_mask_toml),
    CourseLesson(name: "zero-times-log-zero", bytes: PackageResources.zero_times_log_zero_toml),
    CourseLesson(name: "logit-bias", bytes: PackageResources.logit_bias_toml),
    CourseLesson(name: "drawing-lots", bytes: PackageResources.drawing_lots_toml),
    CourseLesson(name: "temperature-twice", bytes: PackageResources.temperature_twice_toml),
    CourseLesson(name: "long-tail", bytes: PackageResources.long_tail_toml),
    CourseLesson(name: "cut-then-heat", bytes: PackageResources.cut_then_heat_toml),
    CourseLesson(name: "gradient", bytes: PackageResources.gradient_toml),
    CourseLesson(name: "one-step", bytes: PackageResources.one_step_toml),
    CourseLesson(name: "why-not-squared-error", bytes: PackageResources.why_not_squared_error_toml),
    CourseLesson(name: "one-output", bytes: PackageResources.one_output_toml),
    CourseLesson(name: "too-sure", bytes: PackageResources.too_sure_toml),
  ]
}
