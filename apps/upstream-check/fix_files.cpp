#include "fix_files.hpp"

#include <utility>

#include <fmt/format.h>

#include "input.hpp"
#include "output.hpp"
#include "upstream/validate/fixes.hpp"

namespace upstream::app {

SourceFile FileFixer::fix(const std::string& path, SourceFile source) {
  auto fixed = fix_profile(source, rubric_);
  if (fixed.fixes == 0) return source;
  const auto before = source.original();
  // What an editor has saved meanwhile must not be lost.
  const auto now = read_file(path);
  if (now.reading != Reading::read || now.bytes != before) {
    context_.messages.error({{fmt::format("「{}」は読んだ後に変わったので直さない", path),
                              fmt::format("'{}' has changed since it was read and is left alone", path)},
                             {"もう一度実行してください", "run again"}});
    code_ = worst(code_, ExitCode::unreadable);
    return source;
  }
  const auto mark = before.substr(0, before.size() - source.text().size());
  SourceFile mended(source.path(), mark + fixed.text);
  Output output(path);
  output.write(mended.original());
  const auto written = output.finish(context_.messages);
  code_ = worst(code_, written);
  if (written != ExitCode::ok) return source;
  fixes_ += fixed.fixes;
  ++files_;
  return mended;
}

}  // namespace upstream::app
