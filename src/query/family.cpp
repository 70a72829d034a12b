#include "query/family.h"

#include <algorithm>
#include <iterator>

namespace demarche::query {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool is_mutual(std::string_view action) {
  static constexpr std::string_view mutual[] = {"talk", "meet", "negotiate", "videoconference"};
  return one_of(action, mutual);
}

bool is_directed(std::string_view action) {
  static constexpr std::string_view directed[] = {"call", "visit", "host", "write"};
  return one_of(action, directed);
}

bool is_meant(std::string_view asked, std::string_view event, std::string_view action, bool to_state_only) {
  const bool tour = action == "visit" && to_state_only;
  if (asked == "talk") return event == "CONSULT" && !tour;
  if (asked == "meet") return action == "meet" || ((action == "host" || action == "visit") && !tour);
  if (asked == action) return true;
  // Other actions stand for their kinds too: "threaten" for "threaten with force".
  if (is_mutual(asked) || is_directed(asked)) return false;
  return action.size() > asked.size() && action.substr(0, asked.size()) == asked && action[asked.size()] == ' ';
}

}  // namespace demarche::query
