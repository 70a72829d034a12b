#include "ingest/json_frame.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/clean_text.h"
#include "ingest/input.h"

namespace demarche::ingesting {
namespace {

namespace od = simdjson::ondemand;
using simdjson::SUCCESS;

constexpr std::size_t levels = 3;
constexpr int looked_at = 3;  // records of a list; one may have no text
constexpr std::size_t most_names = 20;

// The first of the names that lead to a text: "content" of "content.body".
std::string_view top_of(const std::string& path) { return std::string_view(path).substr(0, path.find('.')); }

bool is_document(od::object record, std::string_view text_field) {
  for (auto field : record) {
    std::string_view name;
    if (field.unescaped_key().get(name) != SUCCESS) return false;
    if (name == text_field || name == "file") return true;
  }
  return false;
}

bool holds_documents(od::array list, const FieldMap& map) {
  int n = 0;
  for (auto element : list) {
    od::object record;
    if (n++ == looked_at || element.get_object().get(record) != SUCCESS) return false;
    if (is_document(record, top_of(map.text_field()))) return true;
  }
  return false;
}

class Search {
 public:
  explicit Search(const FieldMap& map) : map_(map) {}

  std::string_view look(const char* object, std::size_t length, std::size_t level) {
    od::document json;
    od::object fields;
    if (parsers_[level].iterate(object, length, length + Input::padding).get(json) != SUCCESS) return {};
    if (json.get_object().get(fields) != SUCCESS) return {};
    std::vector<std::string_view> objects;
    for (auto field : fields) {
      od::value value;
      od::array list;
      od::object inner;
      std::string_view raw;
      if (field.value().get(value) != SUCCESS) return {};
      if (value.get_array().get(list) == SUCCESS) {
        const bool found = holds_documents(list, map_);
        if (!json.is_alive()) return {};  // simdjson reads nothing behind a fault, and may not be asked to
        if (list.raw_json().get(raw) != SUCCESS) return {};
        if (found) return raw;
      } else if (level + 1 < levels && value.get_object().get(inner) == SUCCESS) {
        if (inner.raw_json().get(raw) != SUCCESS) return {};
        objects.push_back(raw);
      }
    }
    for (const std::string_view inner : objects) {
      if (const std::string_view list = look(inner.data(), inner.size(), level + 1); !list.empty()) return list;
    }
    return {};
  }

 private:
  const FieldMap& map_;
  std::array<od::parser, levels> parsers_;
};

// False where the JSON is broken.
bool add_names(od::document& json, od::object object, std::size_t* count, bool into_lists, std::string* out) {
  for (auto field : object) {
    std::string_view name;
    od::value value;
    if (field.unescaped_key().get(name) != SUCCESS || ++*count > most_names) return false;
    if (!out->empty() && out->back() != '[') *out += ", ";
    *out += in_short(name);
    if (field.value().get(value) != SUCCESS) return false;
    od::array list;
    od::object record;
    if (!into_lists || value.get_array().get(list) != SUCCESS) continue;
    for (auto element : list) {
      if (element.get_object().get(record) != SUCCESS) break;
      *out += " [";
      const bool whole = add_names(json, record, count, false, out);
      *out += ']';
      if (!whole) return false;
      break;
    }
    if (!json.is_alive()) return false;
  }
  return true;
}

}  // namespace

std::string_view list_of_documents(const char* object, std::size_t length, const FieldMap& map) {
  return Search(map).look(object, length, 0);
}

std::string field_names(const char* object, std::size_t length) {
  od::parser parser;
  od::document json;
  od::object fields;
  if (parser.iterate(object, length, length + Input::padding).get(json) != SUCCESS) return "";
  if (json.get_object().get(fields) != SUCCESS) return "";
  std::string out;
  std::size_t count = 0;
  add_names(json, fields, &count, true, &out);
  return count > most_names ? out + ", …" : out;
}

}  // namespace demarche::ingesting
