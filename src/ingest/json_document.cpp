#include "ingest/json_document.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <limits>
#include <string_view>
#include <utility>

#include "ingest/input.h"
#include "ingest/json_fault.h"

namespace demarche::ingesting {

namespace od = simdjson::ondemand;

static_assert(Input::padding >= simdjson::SIMDJSON_PADDING);

struct JsonDocumentReader::Rep {
  od::parser parser;
};

// Lines from here on are rare: what the parser keeps for one, five bytes for each of the line's, is given back before
// the document is read.
constexpr std::size_t long_line = 1 << 20;

namespace {

using simdjson::error_code;
using simdjson::SUCCESS;

constexpr std::string_view shape_of_mentions =
    R"("mentions" is not a list like [{"start": 0, "end": 5, "name": "…", "code": "…"}])";

std::string_view in_words(od::json_type type) {
  switch (type) {
    case od::json_type::array:
      return "a list";
    case od::json_type::object:
      return "an object";
    case od::json_type::number:
      return "a number";
    case od::json_type::string:
      return "a string";
    case od::json_type::boolean:
      return "true or false";
    case od::json_type::null:
      return "null";
  }
  return "something else";
}

// A fault of the line: either of its JSON (`error`), or of what it says (`wrong`).
struct Fault {
  error_code error = SUCCESS;
  std::string wrong;
  bool any() const { return error != SUCCESS || !wrong.empty(); }
};

Fault read_string(od::value value, std::string_view key, std::string* out, bool* given) {
  od::json_type type{};
  if (const auto error = value.type().get(type)) return {error, ""};
  if (type == od::json_type::null) return {value.is_null().error(), ""};
  if (type != od::json_type::string) {
    return {SUCCESS, fmt::format("\"{}\" is {}, not a string", key, in_words(type))};
  }
  std::string_view s;
  if (const auto error = value.get_string().get(s)) return {error, ""};
  out->assign(s);
  *given = true;
  return {};
}

// Ids of databases and seconds since 1970 are numbers.
Fault read_string_or_number(od::value value, std::string_view key, std::string* out) {
  od::json_type type{};
  if (const auto error = value.type().get(type)) return {error, ""};
  if (type == od::json_type::number) {
    const std::string_view token = value.raw_json_token();
    if (token.find_first_not_of("-0123456789 \t\r\n") == std::string_view::npos) {
      out->assign(token.substr(0, token.find_first_of(" \t\r\n")));
      std::int64_t passed = 0;
      const auto error = value.get_int64().get(passed);
      return {error == simdjson::INCORRECT_TYPE || error == simdjson::NUMBER_OUT_OF_RANGE ? SUCCESS : error, ""};
    }
  }
  bool given = false;
  return read_string(value, key, out, &given);
}

Fault read_offset(od::value value, std::uint32_t* out) {
  std::uint64_t n = 0;
  if (value.get_uint64().get(n) != SUCCESS || n > std::numeric_limits<std::uint32_t>::max()) {
    return {SUCCESS, std::string(shape_of_mentions)};
  }
  *out = static_cast<std::uint32_t>(n);
  return {};
}

Fault read_mention(od::object object, GivenMention* mention) {
  bool start = false, end = false, given = false;
  for (auto field : object) {
    std::string_view key;
    od::value value;
    if (const auto error = field.unescaped_key().get(key)) return {error, ""};
    const bool is_start = key == "start", is_end = key == "end", is_name = key == "name", is_code = key == "code";
    if (const auto error = field.value().get(value)) return {error, ""};
    Fault fault;
    if (is_start) fault = read_offset(value, &mention->start), start = true;
    if (is_end) fault = read_offset(value, &mention->end), end = true;
    if (is_name) fault = read_string(value, "name", &mention->name, &given);
    if (is_code) fault = read_string(value, "code", &mention->code, &given);
    if (fault.any()) return fault;
  }
  if (!start || !end) return {SUCCESS, std::string(shape_of_mentions)};
  return {};
}

Fault read_mentions(od::value value, std::vector<GivenMention>* mentions) {
  od::json_type type{};
  if (const auto error = value.type().get(type)) return {error, ""};
  if (type == od::json_type::null) return {value.is_null().error(), ""};
  od::array array;
  if (value.get_array().get(array) != SUCCESS) return {SUCCESS, std::string(shape_of_mentions)};
  for (auto element : array) {
    od::value item;
    if (const auto error = element.get(item)) return {error, ""};
    od::object object;
    const auto error = item.get_object().get(object);
    if (error == simdjson::INCORRECT_TYPE) return {SUCCESS, std::string(shape_of_mentions)};
    if (error != SUCCESS) return {error, ""};
    if (Fault fault = read_mention(object, &mentions->emplace_back()); fault.any()) return fault;
  }
  return {};
}

constexpr int deepest_path = 8;  // of a field that the map names

Fault read_fields(od::object object, const FieldMap& map, const std::string& path, JsonDocumentReader::Line* line,
                  int depth);

Fault read_field(std::string_view key, od::value value, const FieldMap& map, const std::string& path,
                 JsonDocumentReader::Line* line, int depth) {
  Document& document = line->document;
  bool given = false;
  if (path.empty() && key == "mentions") return read_mentions(value, &document.mentions);
  std::string full;
  if (!path.empty()) {
    full = path + "." + std::string(key);
    key = full;
  }
  if (const auto member = map.target(key)) {
    // Foreign dates may be seconds since 1970; ours are strings.
    if (member == &Document::id || (member == &Document::date && !map.has_own_names())) {
      return read_string_or_number(value, key, &(document.*member));
    }
    Fault fault = read_string(value, key, &(document.*member), &given);
    if (member == &Document::text) line->has_text = given;
    return fault;
  }
  if (key == "file" && path.empty()) return read_string(value, "file", &line->file, &given);
  if (depth < deepest_path && map.leads_on(key)) {
    od::object object;
    if (value.get_object().get(object) == SUCCESS) return read_fields(object, map, std::string(key), line, depth + 1);
  }
  return {};
}

Fault read_fields(od::object object, const FieldMap& map, const std::string& path, JsonDocumentReader::Line* line,
                  int depth) {
  for (auto field : object) {
    std::string_view key;
    od::value value;
    if (const auto error = field.unescaped_key().get(key)) return {error, ""};
    if (const auto error = field.value().get(value)) return {error, ""};
    if (Fault fault = read_field(key, value, map, path, line, depth); fault.any()) return fault;
  }
  return {};
}

Fault read_object(od::document& json, const FieldMap& map, JsonDocumentReader::Line* line) {
  od::json_type type{};
  if (const auto error = json.type().get(type)) return {error, ""};
  if (type != od::json_type::object) {
    return {SUCCESS, fmt::format("{}, not an object like {{\"text\": \"…\"}}", in_words(type))};
  }
  od::object object;
  if (const auto error = json.get_object().get(object)) return {error, ""};
  if (Fault fault = read_fields(object, map, "", line, 0); fault.any()) return fault;
  const bool at_end = json.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return {at_end ? SUCCESS : simdjson::TRAILING_CONTENT, ""};
}

}  // namespace

JsonDocumentReader::JsonDocumentReader(const FieldMap& map) : map_(map), rep_(std::make_unique<Rep>()) {}
JsonDocumentReader::~JsonDocumentReader() = default;

std::string JsonDocumentReader::read(const char* line, std::size_t length, Line* out) {
  od::document json;
  Fault fault;
  fault.error = rep_->parser.iterate(line, length, length + Input::padding).get(json);
  if (fault.error == SUCCESS) fault = read_object(json, map_, out);
  if (length >= long_line) rep_->parser = od::parser();
  if (fault.error != SUCCESS) return describe_json_fault({line, length}, simdjson::error_message(fault.error));
  return fault.wrong;
}

}  // namespace demarche::ingesting
