#include "ingest/csv_rows.h"

#include <algorithm>

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

CsvRows::Got CsvRows::next(std::vector<std::string>* fields) {
  fields->clear();
  fields->emplace_back();
  std::size_t size = 0;
  bool quoted = false, any = false, too_long = false;
  const auto add = [&](std::string_view bytes) {
    size += bytes.size();
    if (size > limit_) too_long = true;
    if (!too_long) fields->back() += bytes;
  };
  for (char c = 0;;) {
    if (!peek(&c)) {
      if (quoted) return Got::open_quote;
      if (!any) return Got::end;
      return too_long ? Got::too_long : Got::row;
    }
    if (quoted) {
      const std::size_t end = std::min(block_.find('"', at_), block_.size());
      add(block_.substr(at_, end - at_));
      at_ = end;
      if (end == block_.size()) continue;
      ++at_;
      if (peek(&c) && c == '"') {
        add("\"");
        ++at_;
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
    } else if (c == '"' && fields->back().empty()) {
      quoted = true;
    } else {
      add({&c, 1});
    }
  }
}

}  // namespace demarche::ingesting
