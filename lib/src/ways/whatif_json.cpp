#include "upstream/ways/whatif.hpp"
#include "ways_json.hpp"

namespace upstream {
namespace embedded {
std::string_view whatif_schema() noexcept;
}

std::string render_whatif_json(const Whatif& whatif, Language language) {
  const auto& before = *whatif.before.assessment;
  auto object = ways::head(*before.rubric, language);
  object["profile"] = {{"path", whatif.before.source.path()},
                       {"id", whatif.before.profile->id},
                       {"name", whatif.before.profile->name}};
  object["asked"] = whatif.asked;
  object["before"] = ways::brief(before, language);
  object["after"] = ways::brief(*whatif.after.assessment, language);
  object["changes"] = ways::changes(whatif.changes, language);
  auto assumptions = json::Json::array();
  for (const auto& assumption : whatif.assumptions) assumptions.push_back(assumption.in(language));
  object["assumptions"] = std::move(assumptions);
  return json::dump(object);
}

std::string_view whatif_schema() { return embedded::whatif_schema(); }

}  // namespace upstream
