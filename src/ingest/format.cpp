#include "ingest/format.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/csv.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_view_literals;

bool matches(std::string_view s, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(s.data(), s.size()), pattern);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "BZh9" and the first digits of pi, or of its root where nothing is packed; a text may begin with "BZh".
bool is_bzip2(std::string_view head) {
  return head.size() > 4 && head.starts_with("BZh") && is_digit(head[3]) &&
         (head.substr(4).starts_with("1AY&SY") || head.substr(4).starts_with("\x17\x72\x45\x38\x50\x90"));
}

bool is_packed(std::string_view head) {
  constexpr std::string_view magics[] = {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "PK\x03\x04"sv, "PK\x05\x06"sv,
                                         "\xFD\x37zXZ\0"sv};
  for (const std::string_view magic : magics) {
    if (head.starts_with(magic)) return true;
  }
  if (is_bzip2(head)) return true;
  return head.size() > 262 && head.substr(257, 5) == "ustar";
}

// Other bytes may stand before it, packed streams may follow at once; but texts tell of PDF, too.
bool is_pdf(std::string_view head) {
  const std::size_t at = head.substr(0, 1024).find("%PDF-");
  if (at == std::string_view::npos || at + 5 >= head.size() || !is_digit(head[at + 5])) return false;
  const auto before = static_cast<unsigned char>(at == 0 ? '\n' : head[at - 1]);
  return before < ' ' || before >= 0x7F;
}

// A first line like "From: ", "Received: " that mail begins with, and the other lines that no mail is without.
bool is_mail(std::string_view head) {
  static const RE2 first(
      "(?i)^(?:from|received|return-path|delivered-to|date|to|subject|mime-version|message-id|x-[a-z-]+|"
      "content-type|reply-to|sender|authentication-results|arc-[a-z-]+|dkim-signature|list-[a-z-]+|references|in-reply-"
      "to):");
  static const RE2 sender("(?im)^from:[ \\t]*\\S.*[@<\"]");
  static const RE2 others("(?im)^(?:message-id|mime-version|received|return-path|to|date):");
  const std::size_t end = std::min(head.find("\n\n"), head.find("\r\n\r\n"));
  const std::string_view headers = head.substr(0, end);
  return matches(headers, first) && matches(headers, sender) && matches(headers, others);
}

Format of_angle_bracket(std::string_view head, bool* known) {
  static const RE2 feed(
      "(?is)^(?:<\\?[^>]*>|<!--.*?-->|<!doctype[^>]*>|\\s)*<(?:rss|(?:[a-z][\\w.-]*:)?feed|rdf:rdf)[\\s>]");
  static const RE2 page(
      "(?is)^(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*(?:<!doctype\\s+html|<(?:html|head|body|title|meta|link|script|style|div|"
      "p|article|main|"
      "section|header|h[1-6]|table|span|a|b|strong|em|i|br|ul|ol|nav|center|font|blockquote|img)[\\s/>])");
  *known = true;
  if (matches(head, feed)) return Format::feed;
  if (matches(head, page)) return Format::html;
  // An entity bomb hides the root element behind its declarations.
  if (head.find("<!ENTITY") != std::string_view::npos) return Format::feed;
  *known = false;
  return Format::text;
}

// One object a line, or one that goes over many lines? Lines of a broken file still begin with a brace each.
Format of_brace(std::string_view head, std::string_view name) {
  const std::string extension = extension_of(name);
  if (extension == ".jsonl" || extension == ".ndjson") return Format::json_lines;
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return extension == ".json" ? Format::json : Format::json_lines;
  if (trim(head.substr(0, end)).ends_with('}')) return Format::json_lines;
  const std::string_view rest = trim(head.substr(end));
  return rest.empty() || rest.starts_with('{') ? Format::json_lines : Format::json;
}

bool begins_json_object(std::string_view head) {
  const std::string_view inner = trim(head.substr(1));
  return inner.empty() || inner[0] == '"' || inner[0] == '}';
}

bool begins_json_list(std::string_view head) {
  const std::string_view inner = trim(head.substr(1));
  return inner.starts_with('{') || inner == "]" ||
         (inner.starts_with('[') && inner.find('{') != std::string_view::npos);
}

// Bytes that no text has; a terminal code or two may stand in one.
bool is_full_of_controls(std::string_view head) {
  constexpr std::size_t fewest = 64;
  const auto is_control = [](char c) { return c > 0 && c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f'; };
  return head.size() >= fewest && std::count_if(head.begin(), head.end(), is_control) * 20 > std::ssize(head);
}

Format of_table(std::string_view head, std::string_view name, const FieldMap& map) {
  const std::string extension = extension_of(name);
  if (extension == ".tsv" || extension == ".tab") return Format::tsv;
  const char mark = table_mark(head, map.text_field());
  if (extension == ".csv") return mark == '\t' ? Format::tsv : Format::csv;
  if (mark == '\0' || !names_column(head, mark, map.text_field())) return Format::text;
  return mark == '\t' ? Format::tsv : Format::csv;
}

}  // namespace

std::string_view to_string(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::html:
      return "HTML";
    case Format::feed:
      return "feed";
    case Format::json_lines:
      return "JSON Lines";
    case Format::json:
      return "JSON";
    case Format::csv:
      return "CSV";
    case Format::tsv:
      return "TSV";
    case Format::warc:
      return "WARC";
    case Format::mbox:
      return "mbox";
    case Format::mail:
      return "mail";
    case Format::pdf:
      return "PDF";
    case Format::packed:
      return "archive";
    case Format::unknown:
      break;
  }
  return "unknown";
}

Format recognise(std::string_view head, std::string_view name, const FieldMap& map) {
  if (is_packed(head)) return Format::packed;
  if (head.starts_with("WARC/")) return Format::warc;
  if (head.starts_with("{\\rtf") || head.starts_with("%!PS")) return Format::unknown;
  if (is_pdf(head)) return Format::pdf;
  if (is_full_of_controls(head)) return Format::unknown;
  if (head.find('\0') != std::string_view::npos && extension_of(name) != ".txt" && extension_of(name) != ".md" &&
      extension_of(name) != ".jsonl" && extension_of(name) != ".ndjson") {
    return Format::unknown;
  }
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Format::text;
  const std::string_view body = head.substr(first);
  if (body[0] == '<') {
    bool known = false;
    const Format format = of_angle_bracket(body, &known);
    if (known) return format;
  }
  if (body[0] == '{' && begins_json_object(body)) return of_brace(body, name);
  const std::string extension = extension_of(name);
  if (body[0] == '[' && (extension == ".json" || begins_json_list(body))) return Format::json;
  if (extension == ".jsonl" || extension == ".ndjson") return Format::json_lines;
  static const RE2 mbox(R"(^From \S+.*\d{4}\s*?\r?\n[!-9;-~]+:)");
  if (matches(head, mbox)) return Format::mbox;
  if (is_mail(head)) return Format::mail;
  return of_table(head, name, map);
}

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return "";
  return in_lower_case(name.substr(dot));
}

std::string_view describe_unknown(std::string_view head) {
  if (head.starts_with("\x89PNG") || head.starts_with("\xFF\xD8\xFF") || head.starts_with("GIF8")) return "a picture";
  for (const std::string_view magic : {"7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv, "\x04\x22\x4D\x18"sv, "\x1F\x9D"sv}) {
    if (head.starts_with(magic)) return "an archive of a kind that is not read (7z, RAR, lz4, compress)";
  }
  if (head.starts_with("SQLite format 3")) return "a SQLite file";
  if (head.starts_with("\x7F"
                       "ELF"))
    return "a program";
  if (head.starts_with("\xD0\xCF\x11\xE0")) return "an old Office document";
  if (head.starts_with("{\\rtf")) return "an RTF document";
  if (head.starts_with("%!PS")) return "a PostScript file";
  return "not text";
}

}  // namespace demarche::ingesting
