#include "ingest/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/any.h"
#include "ingest/clean_text.h"
#include "ingest/read_whole.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t longest_line = 64u << 10;
constexpr int most_lines = 500;  // of one header
constexpr std::size_t largest_http_header = 256u << 10;

using Fields = std::map<std::string, std::string>;

void add_field(std::string_view line, Fields* fields) {
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos)
    fields->insert_or_assign(in_lower_case(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1))));
}

const std::string& value_of(const Fields& fields, const char* name) {
  static const std::string none;
  const auto at = fields.find(name);
  return at == fields.end() ? none : at->second;
}

bool parse_size(std::string_view digits, std::uint64_t* out, int base = 10) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), *out, base);
  return error == std::errc() && end != digits.data();
}

// "text/html; charset=utf-8" → "text/html" and "utf-8".
std::string type_of(const std::string& content_type, std::string* charset) {
  const std::string all = in_lower_case(trim(content_type));
  if (const std::size_t at = all.find("charset="); at != std::string::npos) {
    std::string name = all.substr(at + 8, all.find_first_of("; ", at) - at - 8);
    std::erase(name, '"');
    *charset = name;
  }
  return std::string(trim(all.substr(0, all.find(';'))));
}

bool is_document_type(const std::string& type) {
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "text/plain" ||
         type == "text/markdown" || type == "application/pdf" || type.ends_with("rss+xml") ||
         type.ends_with("atom+xml") || type == "text/xml" || type == "application/xml" || type == "application/json" ||
         type == "text/csv";
}

// "chunked" (RFC 9112, 7.1), where the crawler kept it. What is wrong with it is taken as it is.
std::string without_chunks(std::string body) {
  std::string out;
  for (std::string_view left = body; !left.empty();) {
    const std::size_t end = left.find("\r\n");
    std::uint64_t size = 0;
    if (end == std::string_view::npos || !parse_size(left.substr(0, end), &size, 16)) return out.empty() ? body : out;
    left.remove_prefix(end + 2);
    if (size == 0) return out;
    const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(size, left.size()));
    out += left.substr(0, n);
    left.remove_prefix(std::min(n + 2, left.size()));
  }
  return out;
}

struct Answer {
  bool found = false;  // a page that was there
  std::string type, charset, body;
};

Answer split_answer(std::string bytes) {
  Answer out;
  const std::size_t crlf = bytes.find("\r\n\r\n"), lf = bytes.find("\n\n");
  const std::size_t end = std::min(crlf, lf);
  if (end == std::string::npos || end > largest_http_header) return out;
  Fields fields;
  std::string_view header(bytes.data(), end);
  const std::string_view status = header.substr(0, header.find('\n'));
  for (std::size_t at = status.size(); at < header.size();) {
    const std::size_t next = std::min(header.find('\n', at + 1), header.size());
    add_field(header.substr(at + 1, next - at - 1), &fields);
    at = next;
  }
  out.found =
      status.starts_with("HTTP/") && trim(status.substr(std::min(status.find(' '), status.size()))).starts_with("200");
  out.type = type_of(value_of(fields, "content-type"), &out.charset);
  out.body = bytes.substr(end + (end == crlf ? 4 : 2));
  if (in_lower_case(value_of(fields, "transfer-encoding")).find("chunked") != std::string::npos)
    out.body = without_chunks(std::move(out.body));
  return out;
}

class WarcReader {
 public:
  WarcReader(Input* input, const Origin& origin, Reading* reading)
      : input_(*input), origin_(origin), reading_(reading) {}

  void run() {
    for (std::size_t number = 1; !reading_->stopped(); ++number) {
      where_ = fmt::format("{}: record {}", origin_.where, number);
      Fields fields;
      if (!read_header(&fields)) break;
      std::uint64_t size = 0;
      if (!parse_size(value_of(fields, "content-length"), &size)) {
        return reading_->lost(where_, "no Content-Length; the rest is skipped", Skip::broken);
      }
      if (!read_record(fields, size)) break;
    }
    say_broken_off(input_, origin_.where, reading_);
  }

 private:
  // False at the end of the file and where no record begins.
  bool read_header(Fields* fields) {
    bool begun = false;
    for (int n = 0; n < most_lines; ++n) {
      char* bytes = nullptr;
      std::size_t length = 0;
      const Input::Got got = input_.next_line(longest_line, &bytes, &length);
      if (got == Input::Got::end) {
        if (begun && input_.failure().empty()) reading_->lost(where_, "breaks off within its header", Skip::broken);
        return false;
      }
      if (got == Input::Got::too_long) {
        reading_->lost(where_, "a line of the header is too long; the rest is skipped", Skip::broken);
        return false;
      }
      const std::string_view line = trim({bytes, length});
      if (!begun && line.empty()) continue;
      if (!begun && !line.starts_with("WARC/")) {
        reading_->lost(where_, "does not begin as a WARC record; the rest is skipped", Skip::broken);
        return false;
      }
      if (begun && line.empty()) return true;
      if (begun) add_field(line, fields);
      begun = true;
    }
    reading_->lost(where_, "a header without end; the rest is skipped", Skip::broken);
    return false;
  }

  // False when the file ends within the record.
  bool read_record(const Fields& fields, std::uint64_t size) {
    const std::string& type = value_of(fields, "warc-type");
    const std::size_t limit = reading_->options.limits.document_bytes;
    const bool is_text = type == "conversion" || type == "resource";
    if (type != "response" && !is_text) return pass(size);
    if (size > limit) {
      reading_->lost(where_, fmt::format("longer than {}; record skipped", size_in_words(limit)), Skip::too_large);
      return input_.pass(size);
    }
    std::string bytes = input_.take(static_cast<std::size_t>(size));
    if (bytes.size() < size) {
      if (input_.failure().empty()) reading_->lost(where_, "breaks off; record skipped", Skip::broken);
      return false;
    }
    Answer answer;
    if (is_text) {
      answer.found = true;
      answer.type = type_of(value_of(fields, "content-type"), &answer.charset);
      answer.body = std::move(bytes);
    } else {
      answer = split_answer(std::move(bytes));
    }
    if (answer.found && is_document_type(answer.type)) read_answer(fields, answer);
    return true;
  }

  bool pass(std::uint64_t size) {
    if (input_.pass(size)) return true;
    if (input_.failure().empty()) reading_->lost(where_, "breaks off; record skipped", Skip::broken);
    return false;
  }

  void read_answer(const Fields& fields, const Answer& answer) {
    if (trim(answer.body).empty()) return;
    Origin within = origin_;
    within.where = where_;
    within.url = text::repair_utf8(value_of(fields, "warc-target-uri"));
    if (within.url.starts_with('<') && within.url.ends_with('>'))
      within.url = within.url.substr(1, within.url.size() - 2);
    within.name.clear();
    within.charset = answer.charset;
    within.retrieved = value_of(fields, "warc-date").substr(0, 10);
    within.modified.clear();
    within.may_link = false;
    ++within.depth;
    Input input(bytes_in_memory(answer.body));
    read_any(&input, within, reading_);
  }

  Input& input_;
  const Origin& origin_;
  Reading* reading_;
  std::string where_;
};

}  // namespace

void read_warc(Input* input, const Origin& origin, Reading* reading) {
  if (origin.depth > reading->options.limits.archive_depth) {
    return reading->lost(origin.where, fmt::format("more than {} archives within each other; skipped", origin.depth),
                         Skip::unsafe);
  }
  WarcReader(input, origin, reading).run();
}

}  // namespace demarche::ingesting
