#include "extract/retold.h"

#include <algorithm>
#include <string_view>

namespace demarche::extract {

namespace {

constexpr std::uint32_t near = 12;  // sentences between two tellings of one talk
constexpr std::size_t window = 48;  // records before and after that are compared
constexpr std::size_t most_topics = 3;

bool talk(const Mention& m) {
  return m.event == "CONSULT" && m.reciprocal && !m.recipient.empty() &&
         (m.status == Status::actual || m.status == Status::planned);
}

// "discussed", "spoke with": nobody says whether they met or telephoned.
bool channel_unsaid(const Mention& m) { return m.action == "talk"; }

std::vector<std::string_view> sides(const Mention& m) {
  std::vector<std::string_view> out;
  for (const auto* list : {&m.actor, &m.recipient}) {
    for (const Entity& e : *list) out.push_back(e.identifier_text);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool undated(const Mention& m) { return m.date.empty() || m.date_precision == DatePrecision::document; }

// A record without a day of its own has the document's.
bool same_time(const Mention& a, const Mention& b) { return a.date.empty() || b.date.empty() || a.date == b.date; }

// Whether `again` tells of the talk that `first` is the record of.
bool retells(const Mention& again, const Mention& first) {
  const std::uint32_t apart =
      again.sequence > first.sequence ? again.sequence - first.sequence : first.sequence - again.sequence;
  if (again.status != first.status || apart > (first.status == Status::planned ? 0 : near) || !same_time(again, first))
    return false;
  const bool later =
      again.sequence > first.sequence || (again.sequence == first.sequence && again.event_start > first.event_start);
  const bool same_kind =
      again.action == first.action && later && (apart == 0 || channel_unsaid(again) || again.date_text.empty());
  return (same_kind || (channel_unsaid(again) && !channel_unsaid(first))) && sides(again) == sides(first);
}

void take_over(const Mention& again, Mention* first) {
  for (const std::string& topic : again.topic) {
    if (first->topic.size() >= most_topics) break;
    if (std::find(first->topic.begin(), first->topic.end(), topic) == first->topic.end()) first->topic.push_back(topic);
  }
  if (!first->event_loc) first->event_loc = again.event_loc;
  if (undated(*first) && !undated(again)) {
    first->date = again.date;
    first->enddate = again.enddate;
    first->date_text = again.date_text;
    first->date_precision = again.date_precision;
  }
}

}  // namespace

void join_retold_talks(std::vector<Mention>* records) {
  std::vector<bool> drop(records->size());
  for (std::size_t i = 0; i < records->size(); ++i) {
    if (!talk((*records)[i])) continue;
    const std::size_t last = std::min(i + window, records->size());
    for (std::size_t j = i > window ? i - window : 0; j < last; ++j) {
      if (i == j || drop[j] || !talk((*records)[j]) || !retells((*records)[i], (*records)[j])) continue;
      take_over((*records)[i], &(*records)[j]);
      drop[i] = true;
      break;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < records->size(); ++i) {
    if (drop[i]) continue;
    if (kept != i) (*records)[kept] = std::move((*records)[i]);
    ++kept;
  }
  records->resize(kept);
}

}  // namespace demarche::extract
