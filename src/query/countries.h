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
  Countries(Table codes, Table names) : codes_(std::move(codes)), names_(std::move(names)) {}

  // Alpha-3 code; empty if the word names no state. "Turkey", "Turkish", "Turks", "Ankara", "TUR".
  std::string code(std::string_view word) const;
  // The common English name; empty for an unknown code.
  std::string name(std::string_view code) const;

  // Every name, sorted, for the nearest one of a misspelt name.
  std::vector<std::string> names() const;

  const Table& codes_by_word() const { return codes_; }  // words as key()
  const Table& names_by_code() const { return names_; }

 private:
  Table codes_, names_;
  std::shared_ptr<std::unordered_set<std::string>> texts_;  // of the tables, if they were parsed
};

}  // namespace demarche::query

#endif
