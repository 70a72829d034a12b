#include "export/json_read.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/json_text.h"
#include "text/json_fault.h"
#include "text/utf8.h"

namespace demarche::exporting {
namespace {

namespace dom = simdjson::dom;

std::string place_of_error(std::string_view json) {
  const auto fault = text::find_json_fault(json);
  if (!fault || fault->byte == 0) return "";
  const std::string_view before = json.substr(0, std::min(fault->byte - 1, json.size()));
  const std::size_t line_start =
      before.find_last_of('\n') == std::string_view::npos ? 0 : before.find_last_of('\n') + 1;
  const std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t column = 1 + text::count_code_points(text::repair_utf8(before.substr(line_start)));
  if (json.find('\n') == std::string_view::npos) return fmt::format(" at column {}", column);
  return fmt::format(" at line {}, column {}", line, column);
}

std::string describe_broken(simdjson::error_code code, std::string_view json) {
  switch (code) {
    case simdjson::EMPTY:
      return "empty, no JSON";
    case simdjson::UTF8_ERROR:
      return "invalid UTF-8";
    case simdjson::CAPACITY:
      return "too large: more than 4 GB of JSON";
    case simdjson::MEMALLOC:
      return "not enough memory for this JSON";
    case simdjson::DEPTH_ERROR:
      return "nested too deeply";
    default:
      return "broken JSON" + place_of_error(json);
  }
}

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string out;
  if (text.size() <= longest) {
    append_string(text, &out);
    return out;
  }
  const text::OffsetMap map(text);
  append_string(std::string(text.substr(0, map.to_bytes(map.to_code_points(longest)))) + "…", &out);
  return out;
}

bool JsonObject::find(std::string_view name, dom::element* element) const {
  return object_[name].get(*element) == simdjson::SUCCESS && !element->is_null();
}

bool JsonObject::has(std::string_view name) const {
  dom::element element;
  return find(name, &element);
}

std::string JsonObject::path() const {
  if (parent_ == nullptr) return "";
  std::string out = parent_->path();
  if (!out.empty()) out += '.';
  out += name_;
  if (index_ != no_index) out += fmt::format("[{}]", index_);
  return out;
}

void JsonObject::complain(std::string_view name, std::string_view what) const {
  if (!problem_->empty()) return;
  std::string field = path();
  if (!field.empty() && !name.empty()) field += '.';
  field += name;
  *problem_ = field.empty() ? std::string(what) : fmt::format("{} {}", field, what);
}

void JsonObject::unknown_word(std::string_view name, std::string_view found, std::string_view known) const {
  complain(name, fmt::format("is {}; it must be {}", shown(found), known));
}

void JsonObject::text(std::string_view name, std::string* value) const {
  dom::element element;
  if (!find(name, &element)) return;
  std::string_view found;
  if (element.get(found) != simdjson::SUCCESS) return complain(name, "must be a string");
  value->assign(found);
}

void JsonObject::required_text(std::string_view name, std::string* value) const {
  if (!has(name)) return complain(name, "is missing");
  text(name, value);
}

void JsonObject::only_text(std::string_view name, std::string* value) const {
  dom::element element;
  if (!find(name, &element)) return;
  if (!element.is_array()) return text(name, value);
  std::vector<std::string> all;
  texts(name, &all);
  if (all.size() > 1) return complain(name, "must be a list of one");
  if (!all.empty()) *value = std::move(all.front());
}

void JsonObject::texts(std::string_view name, std::vector<std::string>* values) const {
  dom::element element;
  if (!find(name, &element)) return;
  dom::array list;
  if (element.get(list) != simdjson::SUCCESS) return complain(name, "must be a list of strings");
  for (const dom::element item : list) {
    std::string_view found;
    if (item.get(found) != simdjson::SUCCESS) return complain(name, "must be a list of strings");
    values->emplace_back(found);
  }
}

void JsonObject::number(std::string_view name, std::uint32_t* value) const {
  dom::element element;
  if (!find(name, &element)) return;
  std::uint64_t found = 0;
  if (element.get(found) != simdjson::SUCCESS || found > UINT32_MAX) {
    return complain(name, "must be a whole number, 0 or more");
  }
  *value = static_cast<std::uint32_t>(found);
}

void JsonObject::number(std::string_view name, double* value) const {
  dom::element element;
  if (!find(name, &element)) return;
  if (element.get(*value) != simdjson::SUCCESS) complain(name, "must be a number");
}

void JsonObject::boolean(std::string_view name, bool* value) const {
  dom::element element;
  if (!find(name, &element)) return;
  if (element.get(*value) != simdjson::SUCCESS) complain(name, "must be true or false");
}

void JsonObject::visit_child(dom::element element, std::string_view name, std::size_t index, const Visit& visit) const {
  dom::object found;
  if (element.get(found) != simdjson::SUCCESS) {
    return complain(name, index == no_index ? "must be an object" : "must be a list of objects");
  }
  JsonObject child(found, problem_);
  child.parent_ = this;
  child.name_ = name;
  child.index_ = index;
  visit(child);
}

void JsonObject::object(std::string_view name, const Visit& visit) const {
  dom::element element;
  if (find(name, &element)) visit_child(element, name, no_index, visit);
}

void JsonObject::objects(std::string_view name, const Visit& visit) const {
  dom::element element;
  if (!find(name, &element)) return;
  dom::array list;
  if (element.get(list) != simdjson::SUCCESS) return complain(name, "must be a list of objects");
  std::size_t index = 0;
  for (const dom::element item : list) {
    if (!problem_->empty()) return;
    visit_child(item, name, index++, visit);
  }
}

std::optional<Error> JsonReader::read(std::string_view json, std::string_view where, std::string_view expected,
                                      const JsonObject::Visit& visit) {
  const auto fail = [where](std::string_view what) { return Error{Cause::failed, fmt::format("{}: {}", where, what)}; };
  dom::element root;
  if (const auto code = parser_.parse(json.data(), json.size()).get(root)) return fail(describe_broken(code, json));
  dom::object outermost;
  if (root.get(outermost) != simdjson::SUCCESS) return fail(fmt::format("not an object; expected {}", expected));
  std::string problem;
  visit(JsonObject(outermost, &problem));
  if (!problem.empty()) return fail(problem);
  return std::nullopt;
}

}  // namespace demarche::exporting
