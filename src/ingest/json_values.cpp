#include "ingest/json_values.h"

#include <algorithm>

namespace demarche::ingesting {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What has been seen of a value: enough to know where it ends.
class Nesting {
 public:
  // False when the value ends before `c`, which then does not belong to it.
  bool add(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
        complete_ = depth_ == 0;
      }
      return true;
    }
    if (complete_) return false;
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      if (depth_ == 0) return false;
      complete_ = --depth_ == 0;
    } else if (depth_ == 0 && (c == ',' || is_space(c))) {
      return false;
    }
    return true;
  }
  bool in_plain_string() const { return in_string_ && !escaped_; }
  // Numbers, true, false and null end where something else begins.
  bool may_end() const { return complete_ || (depth_ == 0 && !in_string_); }

 private:
  std::size_t depth_ = 0;
  bool in_string_ = false, escaped_ = false, complete_ = false;
};

}  // namespace

bool JsonValues::more() {
  if (at_ < block_.size()) return true;
  block_ = input_.next_block();
  at_ = 0;
  return !block_.empty();
}

char JsonValues::skip_to_value() {
  while (more()) {
    const char c = block_[at_];
    if (c == '[' && !in_list_) {
      in_list_ = true;
    } else if (c == ']' && in_list_) {
      in_list_ = false;
    } else if (!is_space(c) && c != ',') {
      return c;
    }
    ++at_;
  }
  return '\0';
}

bool JsonValues::copy_value(std::string* out, bool* too_long) {
  Nesting nesting;
  bool first = true;
  while (more()) {
    std::size_t end = at_;
    bool ends = false;
    while (end < block_.size() && !ends) {
      if (nesting.in_plain_string()) {
        end = std::min(block_.find_first_of("\"\\", end), block_.size());
        if (end == block_.size()) break;
      }
      ends = !nesting.add(block_[end]);
      if (!ends || first) ++end;  // a stray bracket is a value of its own, else nothing would move on
      first = false;
    }
    if (out->size() + (end - at_) > limit_) *too_long = true;
    if (!*too_long) out->append(block_.substr(at_, end - at_));
    at_ = end;
    if (ends) return true;
  }
  return nesting.may_end();
}

JsonValues::Got JsonValues::next(std::string* out) {
  if (skip_to_value() == '\0') return Got::end;
  bool too_long = false;
  const bool whole = copy_value(out, &too_long);
  if (too_long) return Got::too_long;
  return whole ? Got::record : Got::broken_off;
}

}  // namespace demarche::ingesting
