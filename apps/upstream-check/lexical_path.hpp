#pragma once

#include <string>
#include <string_view>

namespace upstream::app {

// Paths as text: nothing here asks the file system, so that a symbolic link in front of `..` is not seen.

/// `path` as a person wants to see it: without `./` in front, `/./`, `//` or a slash at the end. `..` stays.
/// A path that comes to nothing is `.`.
[[nodiscard]] std::string tidy_path(std::string_view path);

/// `path` from the root, `.` and `..` resolved, without a slash at the end; relative ones begin at
/// `working_folder`.
[[nodiscard]] std::string absolute_path(std::string_view path, std::string_view working_folder);

/// How to get from `folder` to `path`, both made by `absolute_path`; begins with `..` where `path` is not
/// below. Empty where they are one.
[[nodiscard]] std::string relative_path(std::string_view path, std::string_view folder);

/// Whether `path` is `folder` or below it.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

/// Empty stands for the folder one is in: `joined("", "a")` is `a`.
[[nodiscard]] std::string joined(std::string_view folder, std::string_view name);

}  // namespace upstream::app
