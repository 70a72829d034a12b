#include "ingest/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest/clean_text.h"
#include "ingest/csv_rows.h"
#include "ingest/encoding.h"
#include "ingest/field_map.h"
#include "ingest/metadata.h"
#include "ingest/mojibake.h"
#include "ingest/read_whole.h"

namespace demarche::ingesting {
namespace {

std::string_view first_line(std::string_view head) { return head.substr(0, head.find_first_of("\r\n")); }

std::vector<std::string> names_in(std::string_view line, char mark) {
  Input input(bytes_in_memory(line));
  std::vector<std::string> names;
  CsvRows(&input, mark, line.size() * (sizeof(std::string) + 1)).next(&names);
  return names;
}

using Columns = std::vector<std::string Document::*>;  // nullptr for a column that means nothing

// The column of each field; a name in the exact case wins over one in another case.
Columns columns_of(const std::vector<std::string>& names, const FieldMap& map) {
  Columns out;
  for (const std::string& name : names) {
    auto member = map.target(trim(name));
    if (member == nullptr) member = map.target(in_lower_case(trim(name)));
    out.push_back(member);
  }
  return out;
}

bool names_among(const std::vector<std::string>& names, std::string_view column) {
  return std::any_of(names.begin(), names.end(), [column](const std::string& name) {
    return trim(name) == column || in_lower_case(trim(name)) == column;
  });
}

std::string list_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
    out += (i == 0 ? "" : ", ") + in_short(trim(names[i]));
  }
  return names.size() > most ? out + ", …" : out;
}

class TableReader {
 public:
  TableReader(const Origin& origin, Reading* reading)
      : origin_(origin), reading_(reading), map_(reading->options.map) {}

  // False when no column holds texts.
  bool read_names(const std::vector<std::string>& names) {
    columns_ = columns_of(names, map_);
    if (std::find(columns_.begin(), columns_.end(), &Document::text) != columns_.end()) {
      say_missing(names);
      return true;
    }
    reading_->lost(origin_.where,
                   fmt::format("no column \"{}\"; file skipped, --map text=COLUMN says which it is (there are: {})",
                               map_.text_field(), list_of(names)),
                   Skip::broken);
    return false;
  }

  // Takes the fields' strings.
  void read(const std::string& where, std::vector<std::string>* fields) {
    Document document;
    document.source = where;
    for (std::size_t i = 0; i < std::min(fields->size(), columns_.size()); ++i) {
      if (columns_[i] == nullptr) continue;
      std::string& field = (*fields)[i];
      decode_line(&field, where, reading_);
      document.*columns_[i] = std::move(field);
    }
    if (fields->size() > columns_.size()) {
      reading_->notice(where, fmt::format("{}, but {}; the others left out", counted(fields->size(), "field", "fields"),
                                          counted(columns_.size(), "column", "columns")));
    }
    if (trim(document.text).empty())
      return reading_->lost(where, fmt::format("\"{}\" is empty; row skipped", map_.text_field()), Skip::empty);
    repair_mojibake(&document, reading_);
    deliver(std::move(document), origin_, LanguageWord::user, reading_);
  }

 private:
  // A column that --map names and that is not there is a slip of the pen.
  void say_missing(const std::vector<std::string>& names) const {
    for (const auto& [ours, theirs] : reading_->options.map) {
      if (names_among(names, theirs)) continue;
      reading_->notice(origin_.where, fmt::format("no column \"{}\" for --map {}={} (there are: {})", theirs, ours,
                                                  theirs, list_of(names)));
    }
  }

  const Origin& origin_;
  Reading* reading_;
  const FieldMap map_;
  Columns columns_;
};

}  // namespace

char table_mark(std::string_view head, std::string_view column) {
  const std::string_view line = first_line(head);
  char best = '\0';
  std::ptrdiff_t most = 0;
  for (const char mark : {'\t', ',', ';', '|'}) {
    const auto marks = std::count(line.begin(), line.end(), mark);
    if (marks > 0 && names_column(head, mark, column)) return mark;
    if (marks <= most) continue;
    most = marks;
    best = mark;
  }
  return best;
}

bool names_column(std::string_view head, char mark, std::string_view column) {
  return names_among(names_in(first_line(head), mark), column);
}

void read_csv(Input* input, char mark, const Origin& origin, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  CsvRows rows(input, mark, limit);
  TableReader table(origin, reading);
  std::vector<std::string> fields;
  const CsvRows::Got names = rows.next(&fields);
  if (names == CsvRows::Got::end) return reading->lost(origin.where, "empty file; skipped", Skip::empty);
  if (names != CsvRows::Got::row) {
    return reading->lost(origin.where,
                         names == CsvRows::Got::too_long
                             ? fmt::format("a line of column names longer than {}; file skipped", size_in_words(limit))
                             : "a quote in the line of column names that is not closed; file skipped",
                         Skip::broken);
  }
  if (!table.read_names(fields)) return;
  for (std::size_t number = 1; !reading->stopped(); ++number) {
    const CsvRows::Got got = rows.next(&fields);
    if (got == CsvRows::Got::end || reading->stopped()) break;
    const std::string where = fmt::format("{}: row {}", origin.where, number);
    if (got == CsvRows::Got::too_long) {
      reading->lost(where, fmt::format("longer than {}; row skipped", size_in_words(limit)), Skip::too_large);
    } else if (got == CsvRows::Got::open_quote) {
      if (input->failure().empty())
        reading->lost(where, "a quote that is not closed; the rest is skipped", Skip::broken);
      break;
    } else if (!input->failure().empty()) {
      break;  // a row that the failure cut
    } else {
      table.read(where, &fields);
    }
  }
  say_broken_off(*input, origin.where, reading);
}

}  // namespace demarche::ingesting
