#include <array>

#include "demarche/graph.h"
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
constexpr std::array<std::string_view, 3> turns = {"", "postponed", "cancelled"};

}  // namespace

std::string_view to_string(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Status status) { return statuses[static_cast<std::size_t>(status)]; }
std::string_view to_string(DatePrecision precision) { return precisions[static_cast<std::size_t>(precision)]; }
std::string_view to_string(Turn turn) { return turns[static_cast<std::size_t>(turn)]; }

bool parse_kind(std::string_view word, Kind* kind) { return parse_word(kinds, word, kind); }
bool parse_status(std::string_view word, Status* status) { return parse_word(statuses, word, status); }
bool parse_precision(std::string_view word, DatePrecision* precision) {
  return parse_word(precisions, word, precision);
}
bool parse_turn(std::string_view word, Turn* turn) { return parse_word(turns, word, turn); }

std::string_view word_of(const StatusStep& step) {
  return step.turn == Turn::none ? to_string(step.status) : to_string(step.turn);
}

bool parse_step(std::string_view word, StatusStep* step) {
  if (parse_status(word, &step->status)) {
    step->turn = Turn::none;
    return true;
  }
  if (word.empty() || !parse_turn(word, &step->turn)) return false;
  step->status = Status::denied;
  return true;
}

}  // namespace demarche
