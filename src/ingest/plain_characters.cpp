#include "ingest/plain_characters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "ingest/mojibake.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

bool is_plain(char32_t c) {
  return (c < 0xA0 || c > 0xA0) && c != 0xAD && !(c >= 0x200B && c <= 0x200F) && c != 0x202F && c != 0x2007 &&
         c != 0x2060 && c != 0xFEFF && !(c >= 0xFB00 && c <= 0xFB06);
}

void append_plain(char32_t c, std::string* out) {
  static constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (is_plain(c)) {
    text::append_utf8(c, out);
  } else if (c == 0xA0 || c == 0x202F || c == 0x2007) {
    out->push_back(' ');
  } else if (c >= 0xFB00) {
    if (c != 0xFEFF) *out += ligatures[c - 0xFB00];
  }
}

bool is_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

}  // namespace

std::string plain_characters(std::string_view valid_utf8) {
  if (is_ascii(valid_utf8)) return std::string(valid_utf8);
  std::size_t places = 0;
  const std::string repaired = undo_mojibake(valid_utf8, &places, nullptr);
  std::string out;
  out.reserve(repaired.size());
  for (std::size_t i = 0, n = 1; i < repaired.size(); i += n) {
    append_plain(text::decode(repaired, i, &n), &out);
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  const icu::StringPiece piece(out.data(), static_cast<std::int32_t>(out.size()));
  if (U_FAILURE(error) || nfc->isNormalizedUTF8(piece, error)) return out;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, piece, sink, nullptr, error);
  return U_FAILURE(error) ? out : composed;
}

void make_plain(Document* document) {
  for (std::string* field : {&document->text, &document->title, &document->author, &document->publication}) {
    *field = plain_characters(*field);
  }
}

}  // namespace demarche::ingesting
