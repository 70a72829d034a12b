#include "ingest/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/json_document.h"
#include "ingest/metadata.h"
#include "ingest/text_file.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

namespace fs = std::filesystem;

// Reads the text that a line points to. The message of a problem names both places: "manifest.jsonl:3: a.txt: …".
bool read_linked(const std::string& file, const std::string& folder, Reading* reading, Document* document) {
  const std::string where = fmt::format("{}: {}", document->source, file);
  if (fs::path(file).is_absolute()) {
    reading->lost(document->source, fmt::format("\"file\" {} is not a relative path; line skipped", file));
    return false;
  }
  const fs::path path = fs::path(folder) / file;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (!fs::exists(status)) {
    reading->lost(where, "no such file; line skipped");
    return false;
  }
  if (!fs::is_regular_file(status)) {
    reading->lost(where, "not a file; line skipped");
    return false;
  }
  auto input = Input::open(path.string(), reading->options.stop);
  if (!input) {
    reading->lost(where, "no permission to read it; line skipped");
    return false;
  }
  return read_text(&*input, where, reading, document);
}

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

class LineReader {
 public:
  LineReader(const std::string& folder, Reading* reading) : folder_(folder), reading_(reading) {}

  void read(const std::string& where, char* line, std::size_t length) {
    if (trim({line, length}).empty()) return;
    if (!is_clean({line, length})) {
      repaired_.assign(line, length);
      clean(&repaired_, where, reading_);
      length = repaired_.size();
      repaired_.append(Input::padding, ' ');
      line = repaired_.data();
    }
    JsonDocumentReader::Line read;
    const std::string wrong = parser_.read(line, length, &read);
    if (!wrong.empty()) return reading_->lost(where, wrong + "; line skipped");
    read.document.source = where;
    if (finish(&read)) reading_->hand_over(std::move(read.document));
  }

 private:
  bool finish(JsonDocumentReader::Line* read) {
    Document& document = read->document;
    if (!read->has_text) {
      if (!read_linked(read->file, folder_, reading_, &document)) return false;
    } else if (trim(document.text).empty()) {
      reading_->lost(document.source, "\"text\" is empty; line skipped");
      return false;
    } else {
      clean(&document.text, document.source, reading_);  // "\u0000"
    }
    check_mentions(&document, reading_);
    settle(&document, reading_);
    return true;
  }

  const std::string& folder_;
  Reading* reading_;
  JsonDocumentReader parser_;
  std::string repaired_;
};

}  // namespace

void read_json_lines(Input* input, const std::string& where, const std::string& folder, Reading* reading) {
  const std::size_t limit = reading->options.max_document_bytes;
  LineReader reader(folder, reading);
  for (std::size_t number = 1; !reading->stopped(); ++number) {
    char* line = nullptr;
    std::size_t length = 0;
    const Input::Got got = input->next_line(limit, &line, &length);
    if (got == Input::Got::end || reading->stopped()) break;  // a signal may have cut the line
    const std::string place = fmt::format("{}:{}", where, number);
    if (got == Input::Got::too_long) {
      reading->lost(place, fmt::format("longer than {}; line skipped", size_in_words(limit)));
    } else {
      reader.read(place, line, length);
    }
  }
  if (!input->failure().empty())
    reading->lost(where, fmt::format("cannot be read on ({}); the rest is skipped", input->failure()));
}

}  // namespace demarche::ingesting
