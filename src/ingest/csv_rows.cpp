#include "ingest/csv_rows.h"

#include <algorithm>
#include <utility>

namespace demarche::ingesting {

bool CsvRows::peek(char* c) {
  if (at_ == block_.size()) {
    block_ = input_.next_block();
    at_ = 0;
    if (block_.empty()) return false;
  }
  *c = block_[at_];
  return true;
}

void CsvRows::put_back(const std::string& bytes) {
  if (bytes.size() <= at_) {
    at_ -= bytes.size();
    return;
  }
  std::string all = bytes + std::string(block_.substr(at_));
  again_ = std::move(all);
  block_ = again_;
  at_ = 0;
}

CsvRows::Got CsvRows::next(std::vector<std::string>* fields) {
  fields->clear();
  fields->emplace_back();
  std::size_t size = 0;
  bool quoted = false, literal = false, any = false, too_long = false;
  std::string raw;  // a field of TSV from its quote on
  const auto add = [&](std::string_view bytes) {
    size += bytes.size();
    if (size > limit_) too_long = true;
    if (!too_long) fields->back() += bytes;
  };
  const auto keep_raw = [&](std::string_view bytes) {
    if (mark_ == '\t' && !too_long) raw += bytes;
  };
  // The quote that began the field is part of it.
  const auto read_as_written = [&] {
    size -= std::min(size, fields->back().size());
    fields->back().clear();
    put_back(raw);
    quoted = false;
    literal = true;
  };
  for (char c = 0;;) {
    if (!peek(&c)) {
      if (quoted && mark_ == '\t' && !too_long) {
        read_as_written();
        continue;
      }
      if (quoted) return Got::open_quote;
      if (!any) return Got::end;
      return too_long ? Got::too_long : Got::row;
    }
    if (quoted) {
      const std::size_t end = std::min(block_.find('"', at_), block_.size());
      add(block_.substr(at_, end - at_));
      keep_raw(block_.substr(at_, end - at_));
      at_ = end;
      if (end == block_.size()) continue;
      ++at_;
      keep_raw("\"");
      const bool more = peek(&c);
      if (more && c == '"') {
        add("\"");
        keep_raw("\"");
        ++at_;
      } else if (more && mark_ == '\t' && !too_long && c != mark_ && c != '\n' && c != '\r') {
        read_as_written();
      } else {
        quoted = false;
      }
      continue;
    }
    ++at_;
    if (c == '\n' || c == '\r') {
      if (!any) continue;  // an empty line, or the second half of "\r\n"
      return too_long ? Got::too_long : Got::row;
    }
    any = true;
    if (c == mark_) {
      if (!too_long) fields->emplace_back();
      size += sizeof(std::string);  // a row of marks alone must end, too
      if (size > limit_) too_long = true;
      literal = false;
    } else if (c == '"' && fields->back().empty() && !literal) {
      quoted = true;
      raw = "\"";
    } else {
      add({&c, 1});
    }
  }
}

}  // namespace demarche::ingesting
