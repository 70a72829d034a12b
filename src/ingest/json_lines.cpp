#include "ingest/json_lines.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/clean_text.h"
#include "ingest/encoding.h"
#include "ingest/json_document.h"
#include "ingest/json_values.h"
#include "ingest/metadata.h"
#include "ingest/mojibake.h"
#include "ingest/text_file.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

namespace fs = std::filesystem;

// Mentions that do not lie in the text would mark nothing, or the wrong words.
void check_mentions(Document* document, Reading* reading) {
  if (document->mentions.empty()) return;
  const std::size_t length = text::count_code_points(document->text);
  std::size_t number = 0;
  std::erase_if(document->mentions, [&](const GivenMention& mention) {
    ++number;
    if (mention.start < mention.end && mention.end <= length) return false;
    reading->notice(document->source, fmt::format("mention {} ({} to {}) is not a part of the text, which has {} "
                                                  "characters; mention left out",
                                                  number, mention.start, mention.end, length));
    return true;
  });
}

// True when `path` lies in `folder` also when all symbolic links are followed.
bool lies_within(const fs::path& path, const std::string& folder) {
  std::error_code error;
  const fs::path base = fs::canonical(folder.empty() ? "." : folder, error);
  if (error) return false;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
  if (error) return false;
  return std::mismatch(base.begin(), base.end(), whole.begin(), whole.end()).first == base.end();
}

class RecordReader {
 public:
  // `record` is what messages call one: "line" or "record".
  RecordReader(const Origin& origin, std::string_view record, Reading* reading)
      : origin_(origin), record_(record), reading_(reading), map_(reading->options.map), parser_(map_) {}

  // REQUIRES Input::padding readable bytes behind `bytes`.
  void read(const std::string& where, char* bytes, std::size_t length) {
    if (trim({bytes, length}).empty()) return;
    if (!is_clean({bytes, length})) {
      repaired_.assign(bytes, length);
      decode_line(&repaired_, where, reading_);
      length = repaired_.size();
      repaired_.append(Input::padding, ' ');
      bytes = repaired_.data();
    }
    JsonDocumentReader::Line read;
    const std::string wrong = parser_.read(bytes, length, &read);
    if (!wrong.empty()) return lost(where, wrong);
    read.document.source = where;
    if (finish(&read)) deliver(std::move(read.document), origin_, LanguageWord::user, reading_);
  }

  void lost(const std::string& where, const std::string& what, Skip reason = Skip::broken) {
    reading_->lost(where, fmt::format("{}; {} skipped", what, record_), reason);
  }

  const FieldMap& map() const { return map_; }

 private:
  bool finish(JsonDocumentReader::Line* read) {
    Document& document = read->document;
    if (!read->has_text) {
      if (!read_linked(read->file, &document)) return false;
    } else if (trim(document.text).empty()) {
      lost(document.source, fmt::format("\"{}\" is empty", map_.text_field()), Skip::empty);
      return false;
    } else {
      clean(&document.text, document.source, reading_);  // "\u0000"
    }
    check_mentions(&document, reading_);
    repair_mojibake(&document, reading_);
    return true;
  }

  // Reads the text that a record points to. The message of a problem names both places: "manifest.jsonl:3: a.txt: …".
  bool read_linked(const std::string& file, Document* document) {
    const std::string where = fmt::format("{}: {}", document->source, file);
    if (!origin_.may_link) {
      lost(document->source, fmt::format("\"file\" {} cannot be read from within an archive", file), Skip::unsafe);
      return false;
    }
    if (fs::path(file).is_absolute()) {
      lost(document->source, fmt::format("\"file\" {} is not a relative path", file), Skip::unsafe);
      return false;
    }
    const fs::path path = fs::path(origin_.folder) / file;
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!lies_within(path, origin_.folder)) {
      lost(where, "leads out of the folder of the list", Skip::unsafe);
      return false;
    }
    if (!fs::exists(status)) {
      lost(where, "no such file", Skip::unreadable);
      return false;
    }
    if (!fs::is_regular_file(status)) {
      lost(where, "not a file", Skip::unreadable);
      return false;
    }
    auto bytes = open_file(path.string(), reading_->options.stop);
    if (!bytes) {
      lost(where, "no permission to read it", Skip::unreadable);
      return false;
    }
    Input input(std::move(*bytes));
    return read_text(&input, where, reading_, document);
  }

  const Origin& origin_;
  const std::string_view record_;
  Reading* reading_;
  const FieldMap map_;
  JsonDocumentReader parser_;
  std::string repaired_;
};

void say_failure(const Input& input, const std::string& where, Reading* reading) {
  if (input.failure().empty()) return;
  reading->lost(where, fmt::format("cannot be read on ({}); the rest is skipped", input.failure()), Skip::broken);
}

// The list of objects in an object that is no document itself: {"status": "ok", "articles": […]}, or one in an object
// of that one: {"response": {"results": […]}}. Empty where there is none. REQUIRES Input::padding readable bytes behind
// `object`.
std::string list_within(const std::string& object, std::size_t length, int depth = 2) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document json;
  simdjson::ondemand::object fields;
  if (parser.iterate(object.data(), length, object.size()).get(json) != simdjson::SUCCESS) return "";
  if (json.get_object().get(fields) != simdjson::SUCCESS) return "";
  std::vector<std::string> objects;
  for (auto field : fields) {
    simdjson::ondemand::array list;
    simdjson::ondemand::object inner;
    simdjson::ondemand::value value;
    std::string_view raw;
    if (field.value().get(value) != simdjson::SUCCESS) return "";
    if (value.get_array().get(list) == simdjson::SUCCESS) {
      if (list.raw_json().get(raw) != simdjson::SUCCESS) return "";
      if (trim(raw.substr(1)).starts_with('{')) return std::string(raw);
    } else if (depth > 0 && value.get_object().get(inner) == simdjson::SUCCESS) {
      if (inner.raw_json().get(raw) != simdjson::SUCCESS) return "";
      objects.emplace_back(raw);
    }
  }
  for (std::string& inner : objects) {
    const std::size_t inner_length = inner.size();
    inner.append(Input::padding, ' ');
    if (std::string list = list_within(inner, inner_length, depth - 1); !list.empty()) return list;
  }
  return "";
}

bool has_field(const std::string& object, std::size_t length, std::string_view name) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document json;
  simdjson::ondemand::object fields;
  if (parser.iterate(object.data(), length, object.size()).get(json) != simdjson::SUCCESS) return true;
  if (json.get_object().get(fields) != simdjson::SUCCESS) return true;
  return fields.find_field_unordered(name).error() == simdjson::SUCCESS;
}

void read_records(Input* input, const Origin& origin, bool may_be_frame, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  RecordReader reader(origin, "record", reading);
  JsonValues values(input, limit);
  std::string record;
  for (std::size_t number = 1; !reading->stopped(); ++number) {
    record.clear();
    const JsonValues::Got got = values.next(&record);
    if (got == JsonValues::Got::end || reading->stopped()) break;
    const std::string where = fmt::format("{}: record {}", origin.where, number);
    if (got == JsonValues::Got::too_long) {
      reader.lost(where, fmt::format("longer than {}", size_in_words(limit)), Skip::too_large);
      continue;
    }
    if (got == JsonValues::Got::broken_off) {
      if (input->failure().empty()) reader.lost(where, "breaks off before its end");
      break;
    }
    const std::size_t length = record.size();
    record.append(Input::padding, ' ');
    const std::string_view text_field = reader.map().text_field();
    const std::string_view top = text_field.substr(0, text_field.find('.'));
    if (may_be_frame && record[0] == '{' && !has_field(record, length, top) && !has_field(record, length, "file")) {
      if (const std::string list = list_within(record, length); !list.empty()) {
        Input within(bytes_in_memory(list));
        read_records(&within, origin, false, reading);
        continue;
      }
    }
    reader.read(where, record.data(), length);
  }
  say_failure(*input, origin.where, reading);
}

}  // namespace

void read_json_lines(Input* input, const Origin& origin, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  RecordReader reader(origin, "line", reading);
  for (std::size_t number = 1; !reading->stopped(); ++number) {
    char* line = nullptr;
    std::size_t length = 0;
    const Input::Got got = input->next_line(limit, &line, &length);
    if (got == Input::Got::end || reading->stopped()) break;  // a signal may have cut the line
    const std::string place = fmt::format("{}:{}", origin.where, number);
    if (got == Input::Got::too_long) {
      reader.lost(place, fmt::format("longer than {}", size_in_words(limit)), Skip::too_large);
    } else if (!input->failure().empty() && input->at_end()) {
      break;  // a line that the failure cut
    } else {
      reader.read(place, line, length);
    }
  }
  say_failure(*input, origin.where, reading);
}

void read_json(Input* input, const Origin& origin, Reading* reading) { read_records(input, origin, true, reading); }

}  // namespace demarche::ingesting
