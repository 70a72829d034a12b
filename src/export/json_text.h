// JSON as text, written straight into a string: records go out by the million, and a tree built first would cost more
// than the extraction. Whatever bytes come in, valid JSON goes out.
#ifndef DEMARCHE_EXPORT_JSON_TEXT_H
#define DEMARCHE_EXPORT_JSON_TEXT_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::exporting {

// A quoted string. Invalid UTF-8 becomes U+FFFD; U+0085, U+2028 and U+2029 are escaped, because some readers of JSON
// Lines take them for line ends, and so are the marks that turn the direction of text, which rearrange a line on
// screen, and U+FFFE and U+FFFF, which XML around the JSON could not carry.
void append_string(std::string_view text, std::string* out);

// The shortest text that reads back as the same number, always with a point or exponent ("5.0"), so that a column
// keeps one type. Infinities and NaN, which JSON lacks, become 0.0.
void append_number(double number, std::string* out);
void append_number(std::uint64_t number, std::string* out);

// Writes one object into `out`; the destructor closes it. Writers for optional values leave empty ones out.
class ObjectText {
 public:
  explicit ObjectText(std::string* out) : out_(out) { out_->push_back('{'); }
  ~ObjectText() { out_->push_back('}'); }
  ObjectText(const ObjectText&) = delete;
  ObjectText& operator=(const ObjectText&) = delete;

  // Writes the key; the caller appends the value to out().
  std::string* key(std::string_view name);
  std::string* out() { return out_; }

  void text(std::string_view name, std::string_view value) { append_string(value, key(name)); }
  void optional_text(std::string_view name, std::string_view value);
  void optional_texts(std::string_view name, const std::vector<std::string>& values);
  void number(std::string_view name, std::uint64_t value) { append_number(value, key(name)); }
  void number(std::string_view name, double value) { append_number(value, key(name)); }
  void boolean(std::string_view name, bool value) { key(name)->append(value ? "true" : "false"); }

 private:
  std::string* out_;
  bool first_ = true;
};

}  // namespace demarche::exporting

#endif
