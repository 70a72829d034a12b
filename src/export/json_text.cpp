#include "export/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "export/escape.h"
#include "text/utf8.h"

namespace demarche::exporting {
namespace {

enum class Byte : unsigned char { plain, escape, wide };

constexpr std::array<Byte, 256> classify() {
  std::array<Byte, 256> table{};
  for (std::size_t i = 0; i < 256; ++i) {
    const bool special = i < 0x20 || i == 0x7F || i == '"' || i == '\\';
    table[i] = i >= 0x80 ? Byte::wide : special ? Byte::escape : Byte::plain;
  }
  return table;
}
constexpr std::array<Byte, 256> byte_class = classify();

void append_unicode_escape(char32_t c, std::string* out) {
  static constexpr char digit[] = "0123456789abcdef";
  out->append("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out->push_back(digit[(c >> shift) & 15]);
}

void append_escape(unsigned char c, std::string* out) {
  switch (c) {
    case '"':
      out->append("\\\"");
      return;
    case '\\':
      out->append("\\\\");
      return;
    case '\n':
      out->append("\\n");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\t':
      out->append("\\t");
      return;
    default:
      append_unicode_escape(c, out);
  }
}

bool is_escaped(char32_t c) {
  return c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF || turns_direction(c);
}

}  // namespace

void append_string(std::string_view text, std::string* out) {
  out->push_back('"');
  std::size_t done = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte_class[byte] == Byte::plain) {
      ++i;
      continue;
    }
    std::size_t length = 1;
    const char32_t c = byte_class[byte] == Byte::wide ? text::decode(text, i, &length) : byte;
    const bool broken = c == 0xFFFD && length == 1;
    if (byte_class[byte] == Byte::wide && !broken && !is_escaped(c)) {
      i += length;
      continue;
    }
    out->append(text.substr(done, i - done));
    if (broken) {
      text::append_utf8(c, out);
    } else if (byte_class[byte] == Byte::wide) {
      append_unicode_escape(c, out);
    } else {
      append_escape(byte, out);
    }
    i += length;
    done = i;
  }
  out->append(text.substr(done));
  out->push_back('"');
}

void append_number(double number, std::string* out) {
  char buffer[32];
  const double finite = std::isfinite(number) ? number : 0.0;
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, finite).ptr;
  const std::string_view digits(buffer, static_cast<std::size_t>(end - buffer));
  out->append(digits);
  if (digits.find_first_of(".e") == std::string_view::npos) out->append(".0");
}

void append_number(std::uint64_t number, std::string* out) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  out->append(buffer, end);
}

std::string* ObjectText::key(std::string_view name) {
  if (!first_) out_->push_back(',');
  first_ = false;
  out_->push_back('"');
  out_->append(name);
  out_->append("\":");
  return out_;
}

void ObjectText::optional_text(std::string_view name, std::string_view value) {
  if (!value.empty()) text(name, value);
}

void ObjectText::optional_texts(std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  key(name)->push_back('[');
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 0) out_->push_back(',');
    append_string(values[i], out_);
  }
  out_->push_back(']');
}

}  // namespace demarche::exporting
