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
    CourseLesson(name: "only-differences", bytes: PackageResources.only_differences_toml)
  ]
}
