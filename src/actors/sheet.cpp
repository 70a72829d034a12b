#include "actors/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace demarche::actors {
namespace {

using Json = nlohmann::json;

Error broken(std::string_view path, std::uint32_t line, std::string_view what) {
  return {Cause::failed, fmt::format("{}:{}: {}", path, line, what)};
}

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), best)) best = c;
  }
  return best;
}

// Records of RFC 4180, one after the other.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::uint32_t line() const { return line_; }

  // False for a quote that does not close.
  bool next(std::vector<std::string>* cells) {
    cells->assign(1, "");
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c != '"') {
          cells->back() += c;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          cells->back() += c;
          ++at_;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cells->back().empty()) {
        quoted = true;
      } else if (c == separator_) {
        cells->emplace_back();
      } else if (c == '\n') {
        ++at_;
        return true;
      } else if (c != '\r') {
        cells->back() += c;
      }
    }
    return !quoted;
  }

 private:
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

// "value" of a binding, or the plain value itself.
std::string cell_of(const Json& value) {
  if (value.is_object()) {
    const auto at = value.find("value");
    return at == value.end() ? std::string() : cell_of(*at);
  }
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? std::string() : value.dump();
}

const Json* list_of(const Json& json) {
  if (json.is_array()) return &json;
  if (!json.is_object()) return nullptr;
  const auto results = json.find("results");
  if (results == json.end() || !results->is_object()) return nullptr;
  const auto bindings = results->find("bindings");
  return bindings != results->end() && bindings->is_array() ? &*bindings : nullptr;
}

}  // namespace

Result<std::vector<SheetRow>> read_csv(std::string_view text, std::string_view path) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string valid = text::repair_utf8(text);
  CsvReader reader(valid, separator_of(valid));
  std::vector<std::string> columns, cells;
  if (!reader.next(&columns)) return broken(path, 1, "a quote does not close");
  std::vector<SheetRow> rows;
  while (!reader.at_end()) {
    SheetRow row;
    row.line = reader.line();
    if (!reader.next(&cells)) return broken(path, row.line, "a quote does not close");
    if (cells.size() > columns.size()) {
      return broken(path, row.line, fmt::format("{} cells under {} columns", cells.size(), columns.size()));
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) row.cells[columns[i]] = std::move(cells[i]);
    }
    if (!row.cells.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<SheetRow>> read_query_json(std::string_view text, std::string_view path) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const Json json = Json::parse(text::repair_utf8(text), nullptr, false);
  const Json* const list = json.is_discarded() ? nullptr : list_of(json);
  if (list == nullptr) {
    return Error{Cause::failed, fmt::format("{}: no query result; download it as JSON or CSV", path)};
  }
  std::vector<SheetRow> rows;
  for (const Json& object : *list) {
    SheetRow& row = rows.emplace_back();
    row.line = static_cast<std::uint32_t>(rows.size());
    if (!object.is_object()) return broken(path, row.line, "a result that is no object");
    for (const auto& [column, value] : object.items()) {
      if (std::string cell = cell_of(value); !cell.empty()) row.cells[column] = std::move(cell);
    }
  }
  return rows;
}

}  // namespace demarche::actors
