#include "ingest/mojibake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/clean_text.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

// Windows-1252 between 0x80 and 0x9F; places that it leaves open stand for themselves.
constexpr std::array<char16_t, 32> upper_controls = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte of a character in Windows-1252; -1 where it has none.
int byte_of(char32_t c) {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<int>(c);
  const auto at = std::find(upper_controls.begin(), upper_controls.end(), c);
  return at == upper_controls.end() ? -1 : 0x80 + static_cast<int>(at - upper_controls.begin());
}

// The leading bytes of Latin letters with accents, of no-break space and £, of quotes and dashes, of € and ™. Others,
// like that of "É»", may be two characters that someone wrote.
bool begins_certainly(std::string_view bytes) {
  return bytes[0] == '\xC2' || bytes[0] == '\xC3' || bytes[0] == '\xC4' || bytes[0] == '\xC5' ||
         bytes.starts_with("\xE2\x80") || bytes.starts_with("\xE2\x82\xAC") || bytes.starts_with("\xE2\x84\xA2");
}

// The run as it was, or empty. It begins at `*at`, which moves behind it either way.
std::string undo_run(std::string_view text, std::size_t* at, std::uint32_t* length) {
  std::string bytes;
  bool possible = true;
  for (*length = 0; *at < text.size() && static_cast<unsigned char>(text[*at]) >= 0x80; ++*length) {
    std::size_t n = 1;
    const int byte = byte_of(text::decode(text, *at, &n));
    possible = possible && byte >= 0;
    bytes.push_back(static_cast<char>(byte));
    *at += n;
  }
  if (!possible || bytes.size() < 2 || !begins_certainly(bytes) || !text::is_valid_utf8(bytes)) return "";
  return bytes;
}

// Most texts have none of the characters that every case begins with.
bool may_hold_mojibake(std::string_view text) {
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1)) {
    for (const std::string_view second :
         {"\x82", "\x83", "\x84", "\x85", "\xA2\xE2\x82\xAC", "\xA2\xE2\x80\x9A", "\xA2\xE2\x80\x9E"}) {
      if (text.substr(at + 1).starts_with(second)) return true;
    }
  }
  return false;
}

}  // namespace

std::string undo_mojibake(std::string_view valid_utf8, std::size_t* places, std::vector<OffsetShift>* shifts) {
  *places = 0;
  if (!may_hold_mojibake(valid_utf8)) return std::string(valid_utf8);
  std::string out;
  out.reserve(valid_utf8.size());
  std::uint32_t here = 0, there = 0;  // code points of `out` and of the text
  for (std::size_t i = 0; i < valid_utf8.size();) {
    if (static_cast<unsigned char>(valid_utf8[i]) < 0x80) {
      out.push_back(valid_utf8[i++]);
      ++here, ++there;
      continue;
    }
    const std::size_t start = i;
    std::uint32_t length = 0;
    const std::string undone = undo_run(valid_utf8, &i, &length);
    std::uint32_t there_of_run = there;
    there += length;
    if (undone.empty()) {
      out.append(valid_utf8.substr(start, i - start));
      here += length;
      continue;
    }
    ++*places;
    out += undone;
    for (std::size_t at = 0, n = 1; at < undone.size(); at += n) {
      text::decode(undone, at, &n);
      ++here;
      there_of_run += static_cast<std::uint32_t>(n);  // each byte stands there as one character
      if (shifts != nullptr) shifts->push_back({here, there_of_run});
    }
  }
  return out;
}

void repair_mojibake(Document* document, Reading* reading) {
  std::size_t places = 0, in_title = 0;
  std::vector<OffsetShift> shifts;
  std::string text;
  if (may_hold_mojibake(document->text)) text = undo_mojibake(document->text, &places, &shifts);
  if (places > 0) {
    document->text = std::move(text);
    document->shifts = std::move(shifts);
    for (GivenMention& mention : document->mentions) {
      mention.start = from_own_offset(document->shifts, mention.start);
      mention.end = from_own_offset(document->shifts, mention.end);
    }
  }
  std::string title = undo_mojibake(document->title, &in_title, nullptr);
  if (in_title > 0) document->title = std::move(title);
  if (places + in_title == 0) return;
  reading->notice(document->source, fmt::format("UTF-8 that was read as Windows-1252 in {}; repaired",
                                                counted(places + in_title, "place", "places")));
}

}  // namespace demarche::ingesting
