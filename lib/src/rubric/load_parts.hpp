#pragma once

#include "reader.hpp"

/// The parts of a rubric, each from its list in the tree.
namespace upstream::rubric_reader {

// The ladder
[[nodiscard]] std::vector<Domain> read_domains(const Reader& in, yaml::Node root);
[[nodiscard]] std::vector<Stage> read_stages(const Reader& in, yaml::Node root);
/// Of a stage or a path.
[[nodiscard]] std::vector<Requirement> read_requirements(const Reader& in, yaml::Node owner);
/// `stages`: how many there are, each with a level that field work proves.
[[nodiscard]] std::vector<ProofClass> read_proofs(const Reader& in, yaml::Node root, std::size_t stages);
[[nodiscard]] std::vector<Skill> read_skills(const Reader& in, yaml::Node root);

[[nodiscard]] std::vector<Certification> read_certifications(const Reader& in, yaml::Node root);

// What lies beyond the ladder, and around it
[[nodiscard]] std::vector<Path> read_paths(const Reader& in, yaml::Node root);
[[nodiscard]] std::vector<EntryRoute> read_routes(const Reader& in, yaml::Node root);
[[nodiscard]] Seat read_seat(const Reader& in, yaml::Node root);
[[nodiscard]] std::vector<Condition> read_conditions(const Reader& in, yaml::Node root);
[[nodiscard]] std::vector<MarketBand> read_market(const Reader& in, yaml::Node root);

}  // namespace upstream::rubric_reader
