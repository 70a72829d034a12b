#include "export/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/utf8.h"

namespace demarche::exporting {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_no_character(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

bool xml_forbids(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF; }

// Calls visit(code point) for each character.
template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  std::size_t length = 1;
  for (std::size_t i = 0; i < text.size(); i += length) visit(text::decode(text, i, &length));
}

// By byte: whether it stands for itself.
using PlainBytes = std::array<bool, 256>;

// Printable ASCII but these signs.
constexpr PlainBytes printable_but(std::string_view signs) {
  PlainBytes plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = signs.find(static_cast<char>(c)) == std::string_view::npos;
  return plain;
}

std::size_t plain_bytes(std::string_view text, std::size_t from, const PlainBytes& plain) {
  std::size_t end = from;
  while (end < text.size() && plain[static_cast<unsigned char>(text[end])]) ++end;
  return end - from;
}

// Most text stands for itself: it is copied in runs. Calls visit(code point) for each other character.
template <typename Visit>
void copy_plain(std::string_view text, const PlainBytes& plain, std::string* out, Visit visit) {
  std::size_t length = 1;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const std::size_t run = plain_bytes(text, at, plain);
    out->append(text, at, run);
    at += run;
    if (at == text.size()) return;
    visit(text::decode(text, at, &length));
  }
}

void append_xml_character(char32_t c, std::string* out) {
  switch (c) {
    case '&':
      out->append("&amp;");
      return;
    case '<':
      out->append("&lt;");
      return;
    case '>':
      out->append("&gt;");
      return;
    case '"':
      out->append("&quot;");
      return;
    default:
      if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || turns_direction(c)) {
        fmt::format_to(std::back_inserter(*out), "&#{};", static_cast<unsigned>(c));
      } else {
        text::append_utf8(c, out);
      }
  }
}

bool starts_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void append_quoted_field(std::string_view field, std::string* out) {
  const bool guard = starts_formula(field);
  if (!guard && field.find_first_of(",\"\r\n;\t'") == std::string::npos) {
    out->append(field);
    return;
  }
  out->push_back('"');
  if (guard) out->push_back('\'');
  for (const char c : field) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

constexpr bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_percent(char c, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "%{:02X}", static_cast<unsigned char>(c));
}

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

// What may stand in an IRI besides letters and digits; "%" too, since addresses come escaped already.
constexpr std::string_view iri_signs = "-._~:/?#[]@!$&'()*+,;=%";

void append_utf16_escape(char32_t c, std::string* out) {
  if (c <= 0xFFFF) {
    fmt::format_to(std::back_inserter(*out), "\\u{:04X}", static_cast<unsigned>(c));
    return;
  }
  const char32_t rest = c - 0x10000;
  fmt::format_to(std::back_inserter(*out), "\\u{:04X}\\u{:04X}", static_cast<unsigned>(0xD800 + (rest >> 10)),
                 static_cast<unsigned>(0xDC00 + (rest & 0x3FF)));
}

}  // namespace

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C;
}

namespace {

constexpr PlainBytes xml_plain = printable_but("&<>\"");
constexpr PlainBytes xml_content_plain = printable_but("&<>");
constexpr PlainBytes printable = printable_but("");
constexpr PlainBytes rdf_plain = printable_but("\"\\");
// "u" is none because of what it means behind a backslash.
constexpr PlainBytes cypher_plain = printable_but("'\\u");

constexpr PlainBytes make_unreserved() {
  PlainBytes plain{};
  for (std::size_t c = 0; c < 0x80; ++c) plain[c] = is_unreserved(static_cast<char>(c));
  return plain;
}
constexpr PlainBytes unreserved = make_unreserved();

// In the middle of words "-", ":", "(", ")", "+" and "!" mean nothing, and texts are full of them.
constexpr PlainBytes markdown_plain = printable_but("\\`*_{}[]#|>~$^@<&%=");

constexpr PlainBytes make_markdown_url_plain() {
  PlainBytes plain = make_unreserved();
  for (const char c : iri_signs)
    plain[static_cast<unsigned char>(c)] = std::string_view("()[]").find(c) == std::string_view::npos;
  return plain;
}
constexpr PlainBytes markdown_url_plain = make_markdown_url_plain();

constexpr PlainBytes printable_signs = printable_but(" ");

// Where a line begins, spaces may make code of it, a sign or a number a list. Takes what it has written.
void begin_markdown(std::string_view* text, std::string* out) {
  const auto is_passed_over = [](char32_t c) {
    return c == ' ' || is_control(c) || is_line_end(c) || turns_direction(c) || is_no_character(c);
  };
  for (std::size_t length = 1; !text->empty() && is_passed_over(text::decode(*text, 0, &length));) {
    text->remove_prefix(length);
  }
  if (text->empty()) return;
  const std::size_t digits = std::min(text->find_first_not_of("0123456789"), text->size());
  const std::string_view rest = text->substr(digits);
  const bool numbers = (rest.starts_with('.') || rest.starts_with(')')) &&
                       !(rest.size() > 1 && printable_signs[static_cast<unsigned char>(rest[1])]);
  const bool lists = digits > 0 ? numbers : std::string_view("-+=").find(rest.front()) != std::string_view::npos;
  if (!lists) return;
  out->append(*text, 0, digits).push_back('\\');
  out->push_back((*text)[digits]);
  text->remove_prefix(digits + 1);
}

void append_xml_or_replacement(char32_t c, std::string* out) { append_xml_character(xml_forbids(c) ? 0xFFFD : c, out); }

}  // namespace

void append_xml(std::string_view text, std::string* out) {
  copy_plain(text, xml_plain, out, [out](char32_t c) { append_xml_or_replacement(c, out); });
}

void append_xml_text(std::string_view text, std::string* out) {
  copy_plain(text, xml_content_plain, out, [out](char32_t c) { append_xml_or_replacement(c, out); });
}

void append_xml_id(std::string_view id, std::string* out) {
  copy_plain(id, xml_plain, out, [out](char32_t c) {
    // Readers of ids trim and fold white space: it may not stand raw.
    if (xml_forbids(c) || is_control(c)) return append_utf16_escape(c, out);
    append_xml_character(c, out);
  });
}

void append_csv(std::string_view text, std::string* out) {
  if (plain_bytes(text, 0, printable) == text.size()) return append_quoted_field(text, out);
  std::string field;
  each_character(text, [&field](char32_t c) {
    if (c != 0 && !turns_direction(c)) text::append_utf8(c, &field);
  });
  append_quoted_field(field, out);
}

void append_csv_line(std::string_view text, std::string* out) {
  if (plain_bytes(text, 0, printable) == text.size()) return append_quoted_field(text, out);
  std::string field;
  each_character(text, [&field](char32_t c) {
    if (is_control(c) || is_line_end(c)) return field.push_back(' ');
    if (!turns_direction(c)) text::append_utf8(c, &field);
  });
  append_quoted_field(field, out);
}

void append_tsv(std::string_view text, std::string* out) {
  copy_plain(text, printable, out, [out](char32_t c) {
    if (is_control(c) || is_line_end(c)) return out->push_back(' ');
    if (!turns_direction(c)) text::append_utf8(c, out);
  });
}

void append_rdf_literal(std::string_view text, std::string* out) {
  out->push_back('"');
  copy_plain(text, rdf_plain, out, [out](char32_t c) {
    if (c == '"' || c == '\\') {
      out->push_back('\\');
      out->push_back(static_cast<char>(c));
    } else if (is_control(c) || is_line_end(c) || turns_direction(c)) {
      fmt::format_to(std::back_inserter(*out), "\\u{:04X}", static_cast<unsigned>(c));
    } else if (is_no_character(c) && c > 0xFFFF) {
      fmt::format_to(std::back_inserter(*out), "\\U{:08X}", static_cast<unsigned>(c));
    } else {
      text::append_utf8(c, out);
    }
  });
  out->push_back('"');
}

void append_iri_part(std::string_view text, std::string* out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t run = plain_bytes(text, at, unreserved);
    out->append(text, at, run);
    at += run;
    if (at < text.size()) append_percent(text[at], out);
  }
}

bool append_iri(std::string_view url, std::string* out) {
  if (!is_web_address(url)) return false;
  out->push_back('<');
  for (const char c : url) {
    if (is_unreserved(c) || iri_signs.find(c) != std::string_view::npos) {
      out->push_back(c);
    } else {
      append_percent(c, out);
    }
  }
  out->push_back('>');
  return true;
}

void append_cypher(std::string_view text, std::string* out) {
  out->push_back('\'');
  copy_plain(text, cypher_plain, out, [out](char32_t c) {
    // What is no backslash never ends with one when written.
    const bool was_after = out->back() == '\\';
    if (c == '\\' || c == '\'') {
      // The quote as \u0027 would end the string: those escapes are replaced first.
      out->push_back('\\');
      out->push_back(static_cast<char>(c));
    } else if (c == 0) {
      out->push_back(' ');
    } else if (is_control(c) || is_line_end(c) || turns_direction(c) || is_no_character(c) || (was_after && c == 'u')) {
      append_utf16_escape(c, out);
    } else {
      text::append_utf8(c, out);
    }
  });
  out->push_back('\'');
}

void append_markdown(std::string_view text, std::string* out) {
  const std::size_t start = out->size();
  begin_markdown(&text, out);
  copy_plain(text, markdown_plain, out, [out, start](char32_t c) {
    const bool doubled = out->size() > start && out->back() == static_cast<char>(c);
    if (is_control(c) || is_line_end(c)) {
      out->push_back(' ');
    } else if (c == '<') {
      out->append("&lt;");
    } else if (c == '&') {
      out->append("&amp;");
    } else if (c == '%' || c == '=') {
      // Alone they mean nothing, two of them a comment or a highlight, which no backslash prevents.
      if (!doubled) return out->push_back(static_cast<char>(c));
      fmt::format_to(std::back_inserter(*out), "&#{};", static_cast<unsigned>(c));
    } else if (c < 0x80) {
      out->push_back('\\');
      out->push_back(static_cast<char>(c));
    } else if (!turns_direction(c) && !is_no_character(c)) {
      text::append_utf8(c, out);
    }
  });
}

std::string markdown(std::string_view text) {
  std::string out;
  append_markdown(text, &out);
  return out;
}

bool append_markdown_url(std::string_view url, std::string* out) {
  if (!is_web_address(url)) return false;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const std::size_t run = plain_bytes(url, at, markdown_url_plain);
    out->append(url, at, run);
    at += run;
    if (at < url.size()) append_percent(url[at], out);
  }
  return true;
}

}  // namespace demarche::exporting
