#include "ingest/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <filesystem>
#include <string_view>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/encoding.h"
#include "ingest/json_document.h"
#include "ingest/json_frame.h"
#include "ingest/json_values.h"
#include "ingest/metadata.h"
#include "ingest/mojibake.h"
#include "ingest/read_whole.h"
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
  std::string first;
  const std::size_t wrong = std::erase_if(document->mentions, [&](const GivenMention& mention) {
    ++number;
    if (mention.start < mention.end && mention.end <= length) return false;
    if (first.empty()) first = fmt::format("mention {} ({} to {})", number, mention.start, mention.end);
    return true;
  });
  if (wrong == 0) return;
  reading->notice(document->source,
                  fmt::format("{} is not a part of the text, which has {} characters; {} left out", first, length,
                              wrong == 1 ? "mention" : fmt::format("{} such mentions", wrong)));
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

// `place` is what the records are named after, as "place: record N".
void read_records(Input* input, const Origin& origin, const std::string& place, bool is_within, Reading* reading);

class RecordReader {
 public:
  // `record` is what messages call one: "line" or "record". `is_within`: it stands in a list in another one.
  RecordReader(const Origin& origin, std::string_view record, bool is_within, Reading* reading)
      : origin_(origin),
        record_(record),
        is_within_(is_within),
        reading_(reading),
        map_(reading->options.map),
        parser_(map_) {}

  // `place` is what the records of a list in this one are named after. REQUIRES Input::padding readable bytes behind
  // `bytes`.
  void read(const std::string& where, const std::string& place, char* bytes, std::size_t length) {
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
    if (!read.has_text && read.file.empty()) return read_frame(where, place, bytes, length);
    read.document.source = where;
    if (finish(&read)) deliver(std::move(read.document), origin_, LanguageWord::user, reading_);
  }

  void lost(const std::string& where, const std::string& what, Skip reason = Skip::broken) {
    reading_->lost(where, fmt::format("{}; {} skipped", what, record_), reason);
  }

 private:
  // Reads the list of documents in an object that is none itself, or says that there is no text.
  void read_frame(const std::string& where, const std::string& place, const char* bytes, std::size_t length);

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
    if (file.size() > PATH_MAX) {
      lost(document->source, fmt::format("\"file\" {} is longer than a path can be", in_short(file)), Skip::unsafe);
      return false;
    }
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
  const bool is_within_;
  Reading* reading_;
  const FieldMap map_;
  JsonDocumentReader parser_;
  std::string repaired_;
};

void RecordReader::read_frame(const std::string& where, const std::string& place, const char* bytes,
                              std::size_t length) {
  const std::string_view list = is_within_ ? std::string_view() : list_of_documents(bytes, length, map_);
  if (list.empty()) {
    const std::string names = field_names(bytes, length);
    const std::string missing =
        map_.has_own_names() ? "neither \"text\" nor \"file\"" : fmt::format("no \"{}\"", map_.text_field());
    return lost(where, names.empty()
                           ? missing
                           : fmt::format("{} (there are: {}; --map text=FIELD says which it is)", missing, names));
  }
  Input records(bytes_in_memory(list));
  read_records(&records, origin_, place, true, reading_);
}

void read_records(Input* input, const Origin& origin, const std::string& place, bool is_within, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  RecordReader reader(origin, "record", is_within, reading);
  JsonValues values(input, limit);
  std::string record;
  for (std::size_t number = 1; !reading->stopped(); ++number) {
    record.clear();
    const JsonValues::Got got = values.next(&record);
    if (got == JsonValues::Got::end && values.is_cut() && input->failure().empty())
      reading->notice(place, "the list has no end; what stood behind is missing");
    if (got == JsonValues::Got::end || reading->stopped()) break;
    const std::string where = fmt::format("{}: record {}", place, number);
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
    reader.read(where, number == 1 ? place : where, record.data(), length);
  }
  say_broken_off(*input, origin.where, reading);
}

}  // namespace

void read_json_lines(Input* input, const Origin& origin, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  RecordReader reader(origin, "line", false, reading);
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
      reader.read(place, place, line, length);
    }
  }
  say_broken_off(*input, origin.where, reading);
}

void read_json(Input* input, const Origin& origin, Reading* reading) {
  read_records(input, origin, origin.where, false, reading);
}

}  // namespace demarche::ingesting
