#include <array>

#include "demarche/mention.h"

namespace demarche {
namespace {

template <typename Enum, std::size_t N>
bool parse_word(const std::array<std::string_view, N>& words, std::string_view word, Enum* value) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == word) {
      *value = static_cast<Enum>(i);
      return true;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 6> kinds = {"person", "state", "government", "organisation", "group", "other"};
constexpr std::array<std::string_view, 4> statuses = {"actual", "planned", "possible", "denied"};
constexpr std::array<std::string_view, 6> precisions = {"none", "day", "week", "month", "year", "document"};

}  // namespace

std::string_view to_string(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Status status) { return statuses[static_cast<std::size_t>(status)]; }
std::string_view to_string(DatePrecision precision) { return precisions[static_cast<std::size_t>(precision)]; }

bool parse_kind(std::string_view word, Kind* kind) { return parse_word(kinds, word, kind); }
bool parse_status(std::string_view word, Status* status) { return parse_word(statuses, word, status); }
bool parse_precision(std::string_view word, DatePrecision* precision) {
  return parse_word(precisions, word, precision);
}

}  // namespace demarche
