// States by name, adjective, capital and code, from the table actors/states.toml of the rule pack.
//
// Thread safety: immutable after loading.
#ifndef DEMARCHE_QUERY_COUNTRIES_H
#define DEMARCHE_QUERY_COUNTRIES_H

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::query {

class Countries {
 public:
  // The table of the pack built into the program, read at the first call.
  static const Countries& builtin();
  // Tables that are not TOML, or rows without id or name, give no countries.
  static Countries parse(std::string_view toml);

  // Alpha-3 code; empty if the word names no state. "Turkey", "Turkish", "Turks", "Ankara", "TUR".
  std::string code(std::string_view word) const;
  // The common English name; empty for an unknown code.
  std::string name(std::string_view code) const;

  // Every name, for the nearest one of a misspelt name.
  std::vector<std::string> names() const;

 private:
  void add_word(std::string_view word, const std::string& code);

  std::unordered_map<std::string, std::string> codes_;  // by key()
  std::unordered_map<std::string, std::string> names_;  // by code
};

}  // namespace demarche::query

#endif
