#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "problem.hpp"

namespace upstream::planning {

/// What hours are asked for: of everything; or of skills alone, certificates and labs being given for
/// nothing.
enum class HoursOf : std::uint8_t { all, skills };

/// No fewer hours come to the target at the stop from the facts there, every skill being brought as far as it
/// can be by itself. kNever where even that does not do.
[[nodiscard]] int least_hours_to(const Problem& problem, const Facts& facts, const Stop& stop,
                                 const std::vector<Decision>& decided, HoursOf what);

/// The same for a stop of gates alone.
[[nodiscard]] Stop::Least least_hours_to_gates(const Problem& problem, const Facts& facts, const Stop& stop);

/// What the same supposition makes of a single gate, and of the points.
[[nodiscard]] bool may_open(const Problem& problem, const Facts& facts, const Stop& stop, StageIndex stage,
                            const Gate& gate);
[[nodiscard]] int most_points(const Problem& problem, const Facts& facts, const Stop& stop);

/// Everything that can be decided for one stop: certificates first, then labs, then skills.
class Branching {
 public:
  /// `best` is shared by the whole search: nothing is proposed that is not cheaper than `best`.
  /// `stops`: of the course; that at `place` is to be decided for.
  Branching(const Problem& problem, const Stops& stops, std::size_t place, const Solution& so_far,
            const Best& best)
      : problem_(problem),
        stops_(stops),
        place_(place),
        stop_(*stops[place]),
        last_(place + 1 == stops.size()),
        so_far_(so_far),
        best_(best) {}

  /// Calls `propose` with every extension of the solution so far that meets the target, save such as contain
  /// another or are no cheaper than the best.
  void run(const std::function<void(const Solution&)>& propose);

 private:
  struct Candidate {
    CertificationIndex certification;
    std::vector<CertificationIndex> passes;  ///< itself, after what it presupposes
    int hours = 0;
    std::vector<bool> serves;  ///< by need
  };
  [[nodiscard]] std::vector<Candidate> candidates() const;
  /// Hours that its skills take at least, certificates and labs being given.
  [[nodiscard]] int least_of_skills();
  void choose_certificates(std::size_t need, std::vector<std::size_t>& chosen, int hours);
  void pass(std::vector<std::size_t> chosen);
  /// `facts`: what that comes to.
  void choose_labs(const Solution& so_far, const Facts& facts, std::size_t labs);
  void propose(const Solution& then) const;
  [[nodiscard]] bool does_more_than_it_takes(const Solution& then) const;
  /// What labs of earlier stops may have been, beside what they are, so that they do more here: longer, about
  /// something, or at another stage.
  [[nodiscard]] std::vector<Solution> with_other_labs(const Solution& so_far, const Facts& facts,
                                                      const std::vector<const LabHoursAtLeast*>& asked,
                                                      const std::vector<int>& wanting_proof) const;
  [[nodiscard]] bool holds_before(const Solution& so_far) const;
  [[nodiscard]] bool has_needless_certificate(const Solution& so_far) const;
  /// With so many hours more.
  [[nodiscard]] bool is_too_dear(const Solution& so_far, int hours) const;

  const Problem& problem_;
  const Stops& stops_;
  std::size_t place_;
  const Stop& stop_;
  bool last_;
  const Solution& so_far_;
  const Best& best_;
  const std::function<void(const Solution&)>* propose_ = nullptr;
  const Facts* facts_ = nullptr;        ///< before anything is decided for the stop
  std::optional<int> least_of_skills_;  ///< once it has been asked for
  std::vector<const CertificateAmong*> unmet_;
  std::vector<Candidate> candidates_;      ///< lower ones first
  bool labs_prove_ = false;                ///< whether a lab could prove something at the stop
  std::set<std::vector<LabChoice>> seen_;  ///< labs that have been tried with the certificates chosen
};

}  // namespace upstream::planning
