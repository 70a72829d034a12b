#define TOML_IMPLEMENTATION
// An assertion of the library's would end the program on "[=[rule]]"; without it the parser says what is wrong.
#define TOML_ASSERT(expr) static_assert(true)
#include "rules/toml_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace demarche::rules {

Error bad_rules(std::string_view path, std::uint32_t line, std::string_view what) {
  return {Cause::bad_rules, fmt::format("{}:{}: {}", path, line, what)};
}

Error bad_rules(std::string_view path, const toml::node& at, std::string_view what) {
  return bad_rules(path, line_of(at), what);
}

std::uint32_t line_of(const toml::node& node) { return node.source().begin.line; }

Result<toml::table> parse_toml(std::string_view text, std::string_view path) {
  toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) return bad_rules(path, parsed.error().source().begin.line, parsed.error().description());
  return std::move(parsed).table();
}

std::string string_at(const toml::table& table, std::string_view key) {
  const auto* value = table.get_as<std::string>(key);
  return value ? value->get() : std::string();
}

std::vector<std::string> strings_at(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* array = table.get_as<toml::array>(key)) {
    for (const toml::node& node : *array) {
      if (const auto* s = node.as_string()) out.push_back(s->get());
    }
  }
  return out;
}

std::vector<const toml::table*> tables_at(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> out;
  if (const auto* array = table.get_as<toml::array>(key)) {
    for (const toml::node& node : *array) {
      if (const auto* t = node.as_table()) out.push_back(t);
    }
  }
  return out;
}

bool flag_at(const toml::table& table, std::string_view key) {
  const auto* value = table.get_as<bool>(key);
  return value && value->get();
}

std::string date_at(const toml::table& table, std::string_view key) {
  if (const auto* day = table.get_as<toml::date>(key)) {
    return fmt::format("{:04}-{:02}-{:02}", day->get().year, day->get().month, day->get().day);
  }
  if (const auto* year = table.get_as<std::int64_t>(key)) return fmt::format("{:04}", year->get());
  return string_at(table, key);
}

std::string hint_of(const std::vector<std::string_view>& known, std::string_view word) {
  constexpr unsigned farthest = 3;
  std::string_view nearest;
  unsigned best = farthest + 1;
  for (const std::string_view k : known) {
    const unsigned d = text::edit_distance(k, word, farthest);
    if (d >= best || d >= word.size()) continue;
    best = d;
    nearest = k;
  }
  return nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest);
}

Result<Done> check_keys(const toml::table& table, std::string_view path, const std::vector<std::string_view>& known) {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    return bad_rules(path, value, fmt::format("unknown key \"{}\"{}", key.str(), hint_of(known, key.str())));
  }
  return Done{};
}

}  // namespace demarche::rules
