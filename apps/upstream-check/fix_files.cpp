#include "fix_files.hpp"

#include <utility>

#include "output.hpp"
#include "signals_held.hpp"
#include "upstream/validate/fixes.hpp"

namespace upstream::app {

SourceFile FileFixer::fix(const std::string& path, SourceFile source) {
  auto fixed = fix_profile(source, rubric_);
  if (fixed.fixes == 0) return source;
  const auto before = source.original();
  const auto mark = before.substr(0, before.size() - source.text().size());
  SourceFile mended(source.path(), mark + fixed.text);
  const SignalsHeld held;
  Output output(path);
  // What an editor saves meanwhile must not be lost.
  output.replace_only(before);
  output.write(mended.original());
  const auto written = output.finish(context_.messages);
  code_ = worst(code_, written);
  if (written != ExitCode::ok) return source;
  fixes_ += fixed.fixes;
  ++files_;
  return mended;
}

}  // namespace upstream::app
