// States by name, adjective, capital and code, from the table actors/states.toml of the rule pack.
//
// Thread safety: immutable after loading.
#ifndef DEMARCHE_QUERY_COUNTRIES_H
#define DEMARCHE_QUERY_COUNTRIES_H

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace demarche::query {

// States that go by one name: "Europe", "European".
struct Region {
  std::string name;
  std::vector<std::string> words;   // other names and adjectives
  std::vector<std::string> states;  // alpha-3
};

class Countries {
 public:
  using Row = std::pair<std::string_view, std::string_view>;
  using Table = std::vector<Row>;  // sorted, each first word once

  // The table of the pack built into the program.
  static const Countries& builtin();
  // Tables that are not TOML, or rows without id or name, give no countries.
  static Countries parse(std::string_view toml);

  Countries() = default;
  // What codes_by_word() and names_by_code() gave; their texts must outlive the countries.
  Countries(Table codes, Table names, std::vector<Region> regions)
      : codes_(std::move(codes)), names_(std::move(names)), regions_(std::move(regions)) {}

  // Alpha-3 code; empty if the word names no state. "Turkey", "Turkish", "Turks", "Ankara", "TUR".
  std::string code(std::string_view word) const;
  // The region of this name or adjective; nullptr if there is none. What names a state names no region.
  const Region* region(std::string_view word) const;
  // The common English name; empty for an unknown code.
  std::string name(std::string_view code) const;

  // Every name, sorted, for the nearest one of a misspelt name.
  std::vector<std::string> names() const;

  const Table& codes_by_word() const { return codes_; }  // words as key()
  const Table& names_by_code() const { return names_; }
  const std::vector<Region>& regions() const { return regions_; }
  void set_regions(std::vector<Region> regions) { regions_ = std::move(regions); }

 private:
  Table codes_, names_;
  std::vector<Region> regions_;
  std::shared_ptr<std::unordered_set<std::string>> texts_;  // of the tables, if they were parsed
};

}  // namespace demarche::query

#endif
