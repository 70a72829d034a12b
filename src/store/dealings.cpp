#include <algorithm>
#include <optional>

#include "graph/ties.h"
#include "store/rows.h"
#include "text/date.h"

namespace demarche::store {
namespace {

struct Event {
  std::int64_t key = 0;
  std::int32_t first = kNoDay, last = kNoDay;
  float scale = 0;
  double confidence = 0;
  Status status = Status::actual;
};

Event event_of(const Statement& row) {
  Event event;
  event.key = row.integer(0);
  event.scale = static_cast<float>(row.real(3));
  event.confidence = row.real(4);
  parse_status(row.text(5), &event.status);
  if (const auto date = text::parse_iso(row.text(1))) {
    event.first = static_cast<std::int32_t>(text::to_days(text::first_day(*date)));
    const auto end = text::parse_iso(row.text(2));
    event.last = static_cast<std::int32_t>(text::to_days(text::last_day(end ? *end : *date)));
  }
  return event;
}

class InScope {
 public:
  explicit InScope(const Scope& scope) : scope_(scope) {
    if (const auto date = text::parse_iso(scope.since)) since_ = text::to_days(text::first_day(*date));
    if (const auto date = text::parse_iso(scope.until)) until_ = text::to_days(text::last_day(*date));
  }

  bool operator()(const Event& event) const {
    if (event.confidence < scope_.min_confidence) return false;
    if (since_ && (event.last == kNoDay || event.last < *since_)) return false;
    if (until_ && (event.first == kNoDay || event.first > *until_)) return false;
    if (scope_.status.empty()) return true;
    return std::find(scope_.status.begin(), scope_.status.end(), event.status) != scope_.status.end();
  }

 private:
  const Scope& scope_;
  std::optional<long> since_, until_;
};

}  // namespace

// Both tables are read once, side by side in the order of their keys: a join would look up each interaction again.
std::vector<Dealing> stored_dealings(Database* db, const Scope& scope) {
  const InScope in_scope(scope);
  std::vector<Dealing> out;
  std::vector<std::uint32_t> actors, recipients;
  // Each page is needed once: mapped, all of them would count as memory of this program.
  db->run("PRAGMA mmap_size = 0");
  Statement& events =
      db->statement("SELECT key, date, enddate, event_scale, confidence, status FROM interactions ORDER BY key");
  Statement& people =
      db->statement("SELECT interaction, role, actor FROM participants ORDER BY interaction, role, actor");
  events.start();
  people.start();
  bool more = people.next();
  while (events.next()) {
    const Event event = event_of(events);
    actors.clear();
    recipients.clear();
    for (; more && people.integer(0) <= event.key; more = people.next()) {
      auto& side = people.text(1) == "actor" ? actors : recipients;
      side.push_back(static_cast<std::uint32_t>(people.integer(2) - 1));
    }
    if (in_scope(event)) graph::add_contacts(actors, recipients, event.first, event.scale, &out);
  }
  while (more) more = people.next();
  return out;
}

}  // namespace demarche::store
