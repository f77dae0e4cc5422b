#include "upstream/source/source_file.hpp"

#include <algorithm>

#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  has_byte_order_mark_ = text_.starts_with(kByteOrderMark);
  if (has_byte_order_mark_) text_.erase(0, kByteOrderMark.size());
  line_begins_.push_back(0);
  // A lone carriage return ends a line in YAML too.
  auto carriage_return = text_.find('\r');
  for (auto line_feed = text_.find('\n');; line_feed = text_.find('\n', line_feed + 1)) {
    for (; carriage_return < line_feed; carriage_return = text_.find('\r', carriage_return + 1)) {
      if (carriage_return + 1 != line_feed) line_begins_.push_back(carriage_return + 1);
    }
    if (line_feed == std::string::npos) break;
    line_begins_.push_back(line_feed + 1);
  }
  code_points_.push_back(0);
  for (std::size_t end = kStride; end <= text_.size(); end += kStride) {
    code_points_.push_back(code_points_.back() +
                           text::count_code_points(std::string_view(text_).substr(end - kStride, kStride)));
  }
}

std::string SourceFile::original() const {
  return std::string(has_byte_order_mark_ ? kByteOrderMark : std::string_view()) + text_;
}

std::size_t SourceFile::code_points_before(std::size_t offset) const {
  const auto stride = offset / kStride;
  const auto walked = stride * kStride;
  return code_points_[stride] +
         text::count_code_points(std::string_view(text_).substr(walked, offset - walked));
}

Position SourceFile::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto behind = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto begin = *(behind - 1);
  const auto column = offset - begin < kStride
                          ? text::count_code_points(std::string_view(text_).substr(begin, offset - begin))
                          : code_points_before(offset) - code_points_before(begin);
  return {static_cast<std::uint32_t>(behind - line_begins_.begin()), static_cast<std::uint32_t>(column + 1)};
}

Position PlaceCursor::position(std::size_t offset) {
  const auto& begins = source_->line_begins_;
  const auto text = source_->text();
  offset = std::min(offset, text.size());
  if (offset == offset_) return place_;
  if (offset < offset_ || offset - offset_ > SourceFile::kStride) {
    place_ = source_->position(offset);
  } else {
    for (; place_.line < begins.size() && begins[place_.line] <= offset; ++place_.line) {
      offset_ = begins[place_.line];
      place_.column = 1;
    }
    place_.column +=
        static_cast<std::uint32_t>(text::count_code_points(text.substr(offset_, offset - offset_)));
  }
  offset_ = offset;
  return place_;
}

std::size_t SourceFile::offset(Position position) const {
  if (position.line == 0 || position.column == 0) return 0;
  if (position.line > line_begins_.size()) return text_.size();
  const auto begin = line_begins_[position.line - 1];
  const auto wanted = code_points_before(begin) + position.column - 1;
  const auto stride =
      static_cast<std::size_t>(std::upper_bound(code_points_.begin(), code_points_.end(), wanted) -
                               code_points_.begin()) -
      1;
  auto at = std::max(begin, stride * kStride);
  auto walked = at == begin ? wanted - (position.column - 1) : code_points_[stride];
  const auto begins_character = [&](std::size_t byte) {
    return (static_cast<unsigned char>(text_[byte]) & 0xC0U) != 0x80U;
  };
  for (; at < text_.size(); ++at) {
    if (!begins_character(at)) continue;
    if (walked == wanted) break;
    ++walked;
  }
  return at;
}

std::string_view SourceFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_begins_.size()) return {};
  const auto begin = line_begins_[number - 1];
  const auto end = number < line_begins_.size() ? line_begins_[number] : text_.size();
  auto line = std::string_view(text_).substr(begin, end - begin);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace upstream
