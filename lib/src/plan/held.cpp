#include "held.hpp"

#include <utility>

#include "post.hpp"

namespace upstream::planning {

const HeldByMonth::Marks& HeldByMonth::at(int month) {
  const auto place = static_cast<std::size_t>(month);
  if (known_.size() <= place) known_.resize(place + 1);
  auto& marks = known_[place];
  if (!marks) {
    Facts facts;
    facts.rubric = first_.rubric;
    facts.certifications =
        certification_states(*first_.profile, *first_.rubric, months_after(first_.day, month));
    count_certifications(facts);
    marks = Marks{std::move(facts.held), std::move(facts.proven)};
  }
  return *marks;
}

}  // namespace upstream::planning
