#include "graph/visit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/family.h"
#include "graph/when.h"

namespace demarche::graph {
namespace {

struct Visit {
  const Interaction* interaction;
  When when;
  std::set<std::string> guests;     // Actor ids
  std::set<std::string> countries;  // codes
  std::set<std::string_view> documents;
};

When when_of(const Interaction& i) {
  Mention m;
  m.date = i.date;
  m.enddate = i.enddate;
  m.date_precision = i.date_precision;
  return when(m, i.date_precision == DatePrecision::document ? day_number(i.date) : std::nullopt);
}

class Visits {
 public:
  explicit Visits(Graph* graph) : graph_(*graph) {
    for (const Interaction& i : graph_.interactions) {
      const Contact contact = contact_of(i.event, i.action, i.mode);
      if (contact == Contact::visit) note(i, i.actor, i.recipient);
      if (contact == Contact::host) note(i, i.recipient, i.actor);
    }
  }

  void link() {
    for (Interaction& i : graph_.interactions) {
      if (!in_person(contact_of(i.event, i.action, i.mode))) continue;
      const std::set<const Visit*> found = around(i);
      if (found.size() == 1) i.part_of = (*found.begin())->interaction->id;
    }
  }

 private:
  void note(const Interaction& i, const std::vector<std::string>& guests, const std::vector<std::string>& hosts) {
    Visit visit{&i, when_of(i), {guests.begin(), guests.end()}, {}, documents_of(i)};
    for (const std::string& id : hosts) {
      const Actor* host = graph_.actor(id);
      if (host->kind == Kind::state && !host->code.empty()) visit.countries.insert(host->code);
    }
    if (!visit.when.firm || visit.countries.empty()) return;
    for (const std::string& guest : guests) by_guest_[guest].push_back(visit);
  }

  std::set<const Visit*> around(const Interaction& meeting) const {
    std::set<const Visit*> out;
    std::set<std::string> counted;
    std::vector<std::string> all = meeting.actor;
    all.insert(all.end(), meeting.recipient.begin(), meeting.recipient.end());
    const When when = when_of(meeting);
    for (const std::string& guest : all) {
      const auto visits = by_guest_.find(guest);
      if (visits == by_guest_.end()) continue;
      for (const Visit& v : visits->second) {
        // News of a visit tells its meetings without their day.
        const bool on_time = when.firm ? v.when.contains(when)
                                       : meeting.date_precision == DatePrecision::document && v.when.overlaps(when) &&
                                             told_together(v, meeting);
        const bool fits = v.interaction != &meeting && v.interaction->status == meeting.status && on_time;
        if (fits && meets_a_host(v, all) && counted.insert(v.interaction->id).second) out.insert(&v);
      }
    }
    return out;
  }

  std::set<std::string_view> documents_of(const Interaction& i) const {
    std::set<std::string_view> out;
    for (const std::string& id : i.mentions) {
      if (const Mention* mention = graph_.mention(id)) out.insert(mention->doc);
    }
    return out;
  }

  bool told_together(const Visit& visit, const Interaction& meeting) const {
    const std::set<std::string_view> documents = documents_of(meeting);
    return std::any_of(documents.begin(), documents.end(),
                       [&](std::string_view doc) { return visit.documents.contains(doc); });
  }

  bool meets_a_host(const Visit& visit, const std::vector<std::string>& participants) const {
    return std::any_of(participants.begin(), participants.end(), [&](const std::string& id) {
      return !visit.guests.contains(id) && visit.countries.contains(graph_.actor(id)->code);
    });
  }

  Graph& graph_;
  std::map<std::string, std::vector<Visit>> by_guest_;
};

}  // namespace

void link_visits(Graph* graph) { Visits(graph).link(); }

}  // namespace demarche::graph
