// Reading the pack's TOML files with errors that name file and line.
#ifndef DEMARCHE_RULES_TOML_FILE_H
#define DEMARCHE_RULES_TOML_FILE_H

#include <string>
#include <string_view>
#include <vector>

#define TOML_EXCEPTIONS 0
#include "demarche/error.h"
#include "rules/toml_library.h"

namespace demarche::rules {

// Cause::bad_rules, "actions/consult.toml:12: …".
Error bad_rules(std::string_view path, const toml::node& at, std::string_view what);
Error bad_rules(std::string_view path, std::uint32_t line, std::string_view what);

Result<toml::table> parse_toml(std::string_view text, std::string_view path);

// The string, or empty; the strings of an array, or none. Nodes of another type count as missing.
std::string string_at(const toml::table& table, std::string_view key);
std::vector<std::string> strings_at(const toml::table& table, std::string_view key);
// The tables of an array; none where it is missing. Elements of another type are left out.
std::vector<const toml::table*> tables_at(const toml::table& table, std::string_view key);
bool flag_at(const toml::table& table, std::string_view key);

// A TOML date or a string as ISO ("2009-01-21", "2009-01", "2009"); empty when missing.
std::string date_at(const toml::table& table, std::string_view key);

// Line of a node, from 1.
std::uint32_t line_of(const toml::node& node);

// "; did you mean \"phone\"?" for the known word nearest to a wrong one; empty where none is near.
std::string hint_of(const std::vector<std::string_view>& known, std::string_view word);

// Fails on the first key that is not among `known`, with the nearest known one as a hint.
Result<Done> check_keys(const toml::table& table, std::string_view path, const std::vector<std::string_view>& known);

}  // namespace demarche::rules

#endif
