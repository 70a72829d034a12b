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

namespace {

using simdjson::error_code;
using simdjson::SUCCESS;

constexpr std::string_view shape_of_mentions =
    R"("mentions" is not a list like [{"start": 0, "end": 5, "name": "…", "code": "…"}])";

constexpr std::pair<std::string_view, std::string Document::*> strings[] = {
    {"text", &Document::text},
    {"title", &Document::title},
    {"date", &Document::date},
    {"url", &Document::url},
    {"publication", &Document::publication},
    {"language", &Document::language},
};

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

// Ids of databases are often numbers.
Fault read_id(od::value value, std::string* out) {
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
  return read_string(value, "id", out, &given);
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

Fault read_field(std::string_view key, od::value value, JsonDocumentReader::Line* line) {
  Document& document = line->document;
  bool given = false;
  if (key == "id") return read_id(value, &document.id);
  if (key == "mentions") return read_mentions(value, &document.mentions);
  if (key == "file") return read_string(value, "file", &line->file, &given);
  for (const auto& [name, member] : strings) {
    if (key != name) continue;
    Fault fault = read_string(value, name, &(document.*member), &given);
    if (name == "text") line->has_text = given;
    return fault;
  }
  return {};
}

Fault read_object(od::document& json, JsonDocumentReader::Line* line) {
  od::json_type type{};
  if (const auto error = json.type().get(type)) return {error, ""};
  if (type != od::json_type::object) {
    return {SUCCESS, fmt::format("{}, not an object like {{\"text\": \"…\"}}", in_words(type))};
  }
  od::object object;
  if (const auto error = json.get_object().get(object)) return {error, ""};
  for (auto field : object) {
    std::string_view key;
    od::value value;
    if (const auto error = field.unescaped_key().get(key)) return {error, ""};
    if (const auto error = field.value().get(value)) return {error, ""};
    if (Fault fault = read_field(key, value, line); fault.any()) return fault;
  }
  const bool at_end = json.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return {at_end ? SUCCESS : simdjson::TRAILING_CONTENT, ""};
}

}  // namespace

JsonDocumentReader::JsonDocumentReader() : rep_(std::make_unique<Rep>()) {}
JsonDocumentReader::~JsonDocumentReader() = default;

std::string JsonDocumentReader::read(const char* line, std::size_t length, Line* out) {
  od::document json;
  Fault fault;
  fault.error = rep_->parser.iterate(line, length, length + Input::padding).get(json);
  if (fault.error == SUCCESS) fault = read_object(json, out);
  if (fault.error != SUCCESS) return describe_json_fault({line, length}, simdjson::error_message(fault.error));
  if (!fault.wrong.empty()) return fault.wrong;
  if (!out->has_text && out->file.empty()) return "neither \"text\" nor \"file\"";
  return "";
}

}  // namespace demarche::ingesting
