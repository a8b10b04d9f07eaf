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
    CourseLesson(name: "article", bytes: PackageResources.article_toml),
    CourseLesson(name: "only-differences", bytes: PackageResources.only_differences_toml),
    CourseLesson(name: "scale-matters", bytes: PackageResources.scale_matters_toml),
    CourseLesson(name: "hot-and-cold", bytes: PackageResources.hot_and_cold_toml),
    CourseLesson(name: "absolute-zero", bytes: PackageResources.absolute_zero_toml),
    CourseLesson(name: "below-zero", bytes: PackageResources.below_zero_toml),
    CourseLesson(name: "why-exp", bytes: PackageResources.why_exp_toml),
    CourseLesson(name: "log-odds", bytes: PackageResources.log_odds_toml),
    CourseLesson(name: "negative-logits", bytes: PackageResources.negative_logits_toml),
    CourseLesson(name: "how-sure", bytes: PackageResources.how_sure_toml),
    CourseLesson(name: "the-newcomer", bytes: PackageResources.the_newcomer_toml),
    CourseLesson(name: "several-labels", bytes: PackageResources.several_labels_toml),
    CourseLesson(name: "the-wrong-head", bytes: PackageResources.the_wrong_head_toml),
    CourseLesson(name: "first-loss", bytes: PackageResources.first_loss_toml),
    CourseLesson(name: "confidently-wrong", bytes: PackageResources.confidently_wrong_toml),
    CourseLesson(name: "the-floor", bytes: PackageResources.the_floor_toml),
    CourseLesson(name: "label-smoothing", bytes: PackageResources.label_smoothing_toml),
    CourseLesson(name: "smoothing-and-masks", bytes: PackageResources.smoothing_and_masks_toml),
    CourseLesson(name: "softmax-twice", bytes: PackageResources.softmax_twice_toml),
    CourseLesson(
      name: "log-probabilities-back", bytes: PackageResources.log_probabilities_back_toml),
    CourseLesson(
      name: "a-little-inside-the-log", bytes: PackageResources.a_little_inside_the_log_toml),
    CourseLesson(name: "before-or-after-t", bytes: PackageResources.before_or_after_t_toml),
    CourseLesson(name: "take-the-greatest-off", bytes: PackageResources.take_the_greatest_off_toml),
    CourseLesson(name: "silent-zeros", bytes: PackageResources.silent_zeros_toml),
    CourseLesson(name: "too-small-to-see", bytes: PackageResources.too_small_to_see_toml),
    CourseLesson(name: "not-any-shift", bytes: PackageResources.not_any_shift_toml),
    CourseLesson(name: "log-of-softmax", bytes: PackageResources.log_of_softmax_toml),
    CourseLesson(name: "careful-and-wrong", bytes: PackageResources.careful_and_wrong_toml),
    CourseLesson(name: "few-digits", bytes: PackageResources.few_digits_toml),
    CourseLesson(name: "the-sum-stops", bytes: PackageResources.the_sum_stops_toml),
    CourseLesson(name: "not-quite-one", bytes: PackageResources.not_quite_one_toml),
    CourseLesson(name: "masks", bytes: PackageResources.masks_toml),
    CourseLesson(name: "the-leaking-mask", bytes: PackageResources.the_leaking_mask_toml),
    CourseLesson(name: "zero-times-infinity", bytes: PackageResources.zero_times_infinity_toml),
    CourseLesson(name: "loss-on-logits", bytes: PackageResources.loss_on_logits_toml),
    CourseLesson(name: "a-bias", bytes: PackageResources.a_bias_toml),
    CourseLesson(name: "not-the-tallest-bar", bytes: PackageResources.not_the_tallest_bar_toml),
    CourseLesson(name: "the-long-tail", bytes: PackageResources.the_long_tail_toml),
    CourseLesson(name: "the-order-of-things", bytes: PackageResources.the_order_of_things_toml),
    CourseLesson(name: "divided-twice", bytes: PackageResources.divided_twice_toml),
    CourseLesson(name: "the-gradient", bytes: PackageResources.the_gradient_toml),
    CourseLesson(name: "one-step-down", bytes: PackageResources.one_step_down_toml),
    CourseLesson(name: "not-squared-error", bytes: PackageResources.not_squared_error_toml),
    CourseLesson(name: "a-single-output", bytes: PackageResources.a_single_output_toml),
    CourseLesson(
      name: "confidence-and-accuracy", bytes: PackageResources.confidence_and_accuracy_toml),
  ]
}
