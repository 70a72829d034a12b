#include "query/countries.h"

#include <toml++/toml.h>

#include <algorithm>

#include "demarche/pack.h"
#include "query/words.h"

namespace demarche::query {

const Countries& Countries::builtin() {
  static const Countries table = [] {
    for (const EmbeddedFile& file : builtin_files()) {
      if (file.path == "actors/states.toml") return parse(file.text);
    }
    return Countries();
  }();
  return table;
}

Countries Countries::parse(std::string_view toml) {
  Countries countries;
  toml::table file;
  try {
    file = toml::parse(toml);
  } catch (const toml::parse_error&) {
    return countries;
  }
  const toml::array* rows = file["state"].as_array();
  if (rows == nullptr) return countries;
  // Names of states go before other words, living states before dead ones: "Georgia" the state, "Congolese" the larger.
  for (const std::string_view list : {"", "variants", "adjectives", "people", "capital", "seats"}) {
    for (const bool historical : {false, true}) {
      for (const toml::node& node : *rows) {
        const toml::table& row = *node.as_table();
        const std::string code = row["id"].value_or(std::string());
        const std::string name = row["name"].value_or(std::string());
        if (code.empty() || name.empty() || row.contains("until") != historical) continue;
        if (list.empty()) {
          countries.names_.emplace(code, name);
          countries.add_word(name, code);
          countries.add_word(code, code);
        } else if (const toml::array* words = row[list].as_array()) {
          for (const toml::node& word : *words) countries.add_word(word.value_or(std::string()), code);
        }
      }
    }
  }
  return countries;
}

void Countries::add_word(std::string_view word, const std::string& code) { codes_.emplace(key(word), code); }

std::string Countries::code(std::string_view word) const {
  std::string k = key(word);
  if (k.rfind("the ", 0) == 0) k.erase(0, 4);
  const auto found = codes_.find(k);
  return found == codes_.end() ? "" : found->second;
}

std::string Countries::name(std::string_view code) const {
  const auto found = names_.find(std::string(code));
  return found == names_.end() ? "" : found->second;
}

std::vector<std::string> Countries::names() const {
  std::vector<std::string> out;
  for (const auto& [code, name] : names_) out.push_back(name);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace demarche::query
