#include "upstream/batch/duplicate_ids.hpp"

#include "upstream/text/hash.hpp"

namespace upstream {

void DuplicateIds::add(std::string_view id, std::size_t place) {
  if (id.empty()) return;
  const auto hash = text::Hash().add(id).value();
  const auto found = seen_.find(hash);
  if (found == seen_.end()) {
    if (seen_.size() < most_) {
      seen_.emplace(hash, Seen{place});
    } else {
      full_ = true;
    }
    return;
  }
  auto& [first, is_shared] = found->second;
  if (!is_shared) {
    is_shared = true;
    ++count_;
    if (named_.size() < kMostNamed) named_[std::string(id)].places.push_back(first);
  }
  const auto shared = named_.find(id);
  if (shared == named_.end()) return;
  if (shared->second.places.size() < kMostPlaces) {
    shared->second.places.push_back(place);
  } else {
    ++shared->second.more;
  }
}

}  // namespace upstream
