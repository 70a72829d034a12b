#include "ingest/encoding.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "ingest/clean_text.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t detected_bytes = 64u << 10;

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error)) return nullptr;
  return converter;
}

class DecodedBytes : public Bytes {
 public:
  DecodedBytes(std::unique_ptr<Bytes> bytes, const std::string& encoding)
      : bytes_(std::move(bytes)), from_(open_converter(encoding)), to_(open_converter("UTF-8")) {}

  std::size_t read(char* to, std::size_t room) override {
    char* const begin = to;
    while (to == begin && !finished_) {
      if (source_ == source_end_ && !ended_) refill();
      UErrorCode error = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &to, begin + room, &source_, source_end_, pivot_.data(), &pivot_source_,
                     &pivot_target_, pivot_.data() + pivot_.size(), false, ended_, &error);
      if (error == U_BUFFER_OVERFLOW_ERROR) break;
      if (U_FAILURE(error)) failure_ = u_errorName(error);
      finished_ = ended_ || U_FAILURE(error);
    }
    return static_cast<std::size_t>(to - begin);
  }

 private:
  void refill() {
    const std::size_t n = bytes_->read(buffer_.data(), buffer_.size());
    failure_ = bytes_->failure();
    ended_ = n == 0;
    source_ = buffer_.data();
    source_end_ = source_ + n;
  }

  std::unique_ptr<Bytes> bytes_;
  Converter from_, to_;
  std::array<char, 32768> buffer_;
  const char* source_ = buffer_.data();
  const char* source_end_ = buffer_.data();
  std::array<UChar, 4096> pivot_;
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool ended_ = false, finished_ = false;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct HighBytes {
  std::size_t all = 0;          // bytes of 0x80 and above
  std::size_t in_utf8 = 0;      // of them, parts of valid UTF-8 sequences
  std::size_t implausible = 0;  // of the others, what English text in Windows-1252 does not have
  std::size_t letters = 0;      // ASCII letters
};

// What English text in Windows-1252 has beyond ASCII: quotes, dashes, a few signs, and accented letters within words.
bool is_plausible(std::string_view s, std::size_t at) {
  const auto c = static_cast<unsigned char>(s[at]);
  constexpr std::string_view signs =
      "\x80\x82\x84\x85\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x99\x9A\x9B\x9C\x9E"
      "\xA0\xA3\xA5\xA7\xA9\xAB\xAD\xAE\xB0\xB2\xB3\xB7\xBB\xBC\xBD\xBE";
  if (signs.find(s[at]) != std::string_view::npos) return true;
  if (c < 0xC0 || c == 0xD0 || c == 0xD7 || c == 0xDE || c == 0xF0 || c == 0xF7 || c >= 0xFE) return false;
  return (at > 0 && is_letter(s[at - 1])) || (at + 1 < s.size() && is_letter(s[at + 1]));
}

HighBytes look_at(std::string_view s) {
  HighBytes out;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t n = 1;
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      out.letters += is_letter(s[i]);
    } else {
      text::decode(s, i, &n);
      out.all += n;
      if (n > 1) out.in_utf8 += n;
      if (n == 1 && !is_plausible(s, i)) ++out.implausible;
    }
    i += n;
  }
  return out;
}

bool convert(std::string* bytes, const std::string& encoding) {
  const Converter from = open_converter(encoding);
  if (from == nullptr) return false;
  DecodedBytes decoded(bytes_in_memory(*bytes), encoding);
  std::string out;
  std::vector<char> some(32768);
  while (const std::size_t n = decoded.read(some.data(), some.size())) out.append(some.data(), n);
  if (!decoded.failure().empty()) return false;
  *bytes = std::move(out);
  return true;
}

// Browsers read what calls itself Latin-1 or ASCII as Windows-1252 (WHATWG, Encoding Standard).
std::string browser_name(const std::string& declared) {
  std::string name = in_lower_case(declared);
  for (const char* latin :
       {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp1252"}) {
    if (name == latin) return "windows-1252";
  }
  return name;
}

// What ICU finds likeliest; for texts that have more high bytes than English has.
std::string detect(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  if (U_FAILURE(error)) return "";
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), detected_bytes));
  ucsdet_setText(detector.get(), bytes.data(), size, &error);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr || ucsdet_getConfidence(match, &error) < 30) return "";
  const char* const name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || name == nullptr ? "" : browser_name(name);
}

// For bytes that are not UTF-8 and say nothing of themselves; empty when UTF-8 with faults is likelier.
std::string guess(std::string_view bytes, bool may_detect) {
  const HighBytes high = look_at(bytes);
  if (high.in_utf8 * 2 > high.all) return "";
  if (may_detect && high.all * 3 > high.letters) return detect(bytes);
  return high.implausible == 0 ? "windows-1252" : "";
}

void decode_as_guessed(std::string* bytes, bool may_detect, const std::string& where, Reading* reading) {
  if (simdjson::validate_utf8(*bytes)) return clean(bytes, where, reading);
  const std::string encoding = guess(*bytes, may_detect);
  if (!encoding.empty() && encoding != "utf-8" && convert(bytes, encoding)) {
    reading->notice(where, fmt::format("not UTF-8; read as {}", encoding));
  }
  clean(bytes, where, reading);
}

}  // namespace

std::string wide_encoding(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (head.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (head.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (head.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  // Without a mark: English has a zero byte in nearly every second place.
  head = head.substr(0, 512);
  if (head.size() < 8) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  const std::size_t half = head.size() / 2;
  if (zeros[1] * 10 > half * 8 && zeros[0] * 20 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 8 && zeros[1] * 20 < half) return "UTF-16BE";
  return "";
}

std::unique_ptr<Bytes> decoding(std::unique_ptr<Bytes> bytes, const std::string& encoding) {
  return std::make_unique<DecodedBytes>(std::move(bytes), encoding);
}

void decode(std::string* bytes, const std::string& declared, const std::string& where, Reading* reading) {
  if (is_clean(*bytes)) return;
  if (!simdjson::validate_utf8(*bytes)) {
    const std::string encoding = browser_name(declared);
    if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8" && convert(bytes, encoding)) {
      return clean(bytes, where, reading);
    }
  }
  decode_as_guessed(bytes, true, where, reading);
}

void decode_line(std::string* bytes, const std::string& where, Reading* reading) {
  decode_as_guessed(bytes, false, where, reading);
}

}  // namespace demarche::ingesting
