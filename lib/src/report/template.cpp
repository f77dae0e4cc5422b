#include "upstream/report/explain.hpp"

namespace upstream {
namespace embedded {
std::string_view template_ja() noexcept;
std::string_view template_en() noexcept;
}  // namespace embedded

std::string_view profile_template(Language language) {
  return language == Language::ja ? embedded::template_ja() : embedded::template_en();
}

}  // namespace upstream
