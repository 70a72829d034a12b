#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "demarche/query.h"
#include "query/chain.h"
#include "query/held.h"
#include "query/hits.h"
#include "query/order.h"
#include "query/subject.h"
#include "text/date.h"

namespace demarche {
namespace query {
namespace {

// One answer and the hits that give it.
struct Kept {
  std::string answer;
  std::vector<Hit> hits;
};

bool has(const std::vector<Status>& list, Status status) {
  return std::find(list.begin(), list.end(), status) != list.end();
}

bool ever(const Interaction& i, Status status) {
  return i.status == status ||
         std::any_of(i.history.begin(), i.history.end(), [&](const StatusStep& s) { return s.status == status; });
}

// What is put off or called off was planned, also where no report of the plan is known.
bool was_called_off(const Interaction& i) {
  return std::any_of(i.history.begin(), i.history.end(), [](const StatusStep& s) { return s.turn != Turn::none; });
}

// One run of one query over one graph.
class Run {
 public:
  Run(const Graph& graph, const NameIndex& index, Query query, Names names)
      : graph_(graph), index_(index), query_(std::move(query)), names_(std::move(names)) {}

  Answer answer() {
    answer_.query = query_;
    switch (query_.want) {
      case Want::truth:
        truth();
        break;
      case Want::count:
        count();
        break;
      case Want::offices:
      case Want::holders:
        held();
        break;
      case Want::path:
        path();
        break;
      default:
        list();
    }
    return std::move(answer_);
  }

 private:
  // Cites the hits; what was cited before stays.
  void cite(const std::vector<Hit>& hits, const std::vector<Status>& status) {
    for (const Hit& hit : hits) answer_.interactions.push_back(hit.interaction->id);
    answer_.mentions = evidence(graph_, hits, status);
  }

  std::vector<Hit> hits() const {
    std::vector<Hit> found = find_hits(graph_, query_, names_);
    if (query_.pick == Pick::unfulfilled) {
      std::erase_if(found, [&](const Hit& hit) { return !is_unfulfilled(*hit.interaction); });
    }
    return found;
  }

  // Planned once, not held, and the graph knows documents of a later day.
  bool is_unfulfilled(const Interaction& i) const {
    if (i.status == Status::actual || !(ever(i, Status::planned) || was_called_off(i))) return false;
    if (i.status == Status::denied) return true;
    const auto days = days_of(graph_, i);
    std::string newest;
    for (const Source& source : graph_.sources) newest = std::max(newest, source.date);
    return days && text::iso(days->second) < newest;
  }

  void truth() {
    Query open = query_;
    open.status.clear();
    const std::vector<Hit> found = find_hits(graph_, open, names_);
    const std::vector<Status> wanted = query_.status.empty() ? std::vector{Status::actual} : query_.status;
    const auto asserted = [&](const Hit& hit) { return has(wanted, hit.interaction->status); };
    const auto told = [&](const Hit& hit) {
      return std::any_of(wanted.begin(), wanted.end(), [&](Status s) { return ever(*hit.interaction, s); });
    };
    const auto denied = [](const Hit& hit) { return ever(*hit.interaction, Status::denied); };
    if (std::count_if(found.begin(), found.end(), asserted) < static_cast<std::ptrdiff_t>(query_.at_least)) {
      return decide("unknown", found, asserted, wanted);
    }
    // A plan is a plan until it is called off; a report that was later withdrawn leaves the matter open.
    if (std::any_of(found.begin(), found.end(), asserted)) return decide("yes", found, asserted, wanted);
    const bool plans = has(wanted, Status::planned);
    if (std::any_of(found.begin(), found.end(), denied) && (plans || std::none_of(found.begin(), found.end(), told))) {
      return decide("no", found, denied, {Status::denied});
    }
    if (plans && std::any_of(found.begin(), found.end(), told)) return decide("yes", found, told, wanted);
    decide("unknown", found, [](const Hit&) { return true; }, {});
  }

  void decide(std::string word, std::vector<Hit> found, const auto& keeps, const std::vector<Status>& status) {
    std::erase_if(found, [&](const Hit& hit) { return !keeps(hit); });
    answer_.answers = {std::move(word)};
    cite(found, status);
  }

  void count() {
    const std::vector<Hit> found = hits();
    answer_.answers = {std::to_string(found.size())};
    cite(found, query_.status);
  }

  void held() {
    Held told = query_.want == Want::offices ? offices_of(graph_, query_, names_) : holders_of(graph_, query_, names_);
    answer_.answers = std::move(told.answers);
    answer_.mentions = std::move(told.mentions);
    trim(&answer_.answers);
  }

  void path() {
    Query open = query_;
    open.actor.clear();
    open.recipient.clear();
    Names nobody;
    nobody.country = names_.country;
    if (names_.actor.empty() || names_.recipient.empty()) return;
    const Chain chain = shortest_chain(find_hits(graph_, open, nobody), names_.actor[0], names_.recipient[0]);
    for (const std::string& id : chain.actors) {
      const Actor* actor = graph_.actor(id);
      answer_.answers.push_back(actor == nullptr ? id : actor->name);
    }
    cite(chain.hits, query_.status);
  }

  void list() {
    std::vector<Kept> kept = query_.pick == Pick::common ? common() : collect(hits());
    if (query_.pick == Pick::lapsed) kept = lapsed();
    std::erase_if(kept, [this](const Kept& each) { return each.hits.size() < query_.at_least; });
    // Talks of which no topic is told: their sentences may tell more.
    if (kept.empty() && query_.want == Want::topics) return cite(hits(), query_.status);
    pick(&kept);
    trim(&kept);
    std::vector<Hit> used;
    std::set<const Interaction*> seen;
    for (const Kept& each : kept) {
      answer_.answers.push_back(each.answer);
      for (const Hit& hit : each.hits) {
        if (seen.insert(hit.interaction).second) used.push_back(hit);
      }
    }
    if (query_.pick == Pick::number && !(kept.empty() && query_.want == Want::dates)) {
      answer_.answers = {number_of(kept, used)};
    }
    sort_hits(graph_, &used);
    cite(used, query_.status);
  }

  std::string number_of(const std::vector<Kept>& kept, const std::vector<Hit>& used) const {
    if (query_.want == Want::dates) return in_days(kept);
    if (query_.want == Want::evidence) return in_reports(used);
    return std::to_string(kept.size());
  }

  // "3 days": those that the dates cover; months and years tell no day.
  static std::string in_days(const std::vector<Kept>& kept) {
    std::set<long> days;
    for (const Kept& each : kept) {
      const std::size_t slash = std::min(each.answer.find('/'), each.answer.size());
      const auto first = text::parse_iso(each.answer.substr(0, slash));
      const auto last = slash < each.answer.size() ? text::parse_iso(each.answer.substr(slash + 1)) : first;
      if (!first || !last || first->day == 0 || last->day == 0) continue;
      for (long day = text::to_days(*first); day <= text::to_days(*last); ++day) days.insert(day);
    }
    return fmt::format("{} day{}", days.size(), days.size() == 1 ? "" : "s");
  }

  // "1 interaction, 14 reports, 3 independent".
  static std::string in_reports(const std::vector<Hit>& used) {
    std::size_t reports = 0, independent = 0;
    for (const Hit& hit : used) {
      reports += hit.interaction->reports;
      independent += hit.interaction->independent;
    }
    return fmt::format("{} interaction{}, {} report{}, {} independent", used.size(), used.size() == 1 ? "" : "s",
                       reports, reports == 1 ? "" : "s", independent);
  }

  std::vector<Kept> collect(const std::vector<Hit>& found) const {
    std::vector<Kept> kept;
    std::map<std::string, std::size_t> at;
    for (const Hit& hit : found) {
      for (std::string& answer : answers_of(graph_, query_, names_, index_, hit)) {
        const auto [place, fresh] = at.emplace(answer, kept.size());
        if (fresh) kept.push_back({std::move(answer), {}});
        kept[place->second].hits.push_back(hit);
      }
    }
    return kept;
  }

  // Everybody who answers for each of the named ones alone.
  std::vector<Kept> common() const {
    const bool by_party = !names_.party.empty();
    const std::vector<Party>& all = by_party ? names_.party : names_.recipient;
    std::vector<Kept> shared;
    for (std::size_t i = 0; i < all.size(); ++i) {
      Query query = query_;
      Names names = names_;
      (by_party ? names.party : names.recipient) = {all[i]};
      query.pick = Pick::all;
      std::vector<Kept> found = Run(graph_, index_, query, names).collect(find_hits(graph_, query, names));
      if (i == 0) {
        shared = std::move(found);
        continue;
      }
      std::erase_if(shared, [&](Kept& each) {
        const auto same =
            std::find_if(found.begin(), found.end(), [&](const Kept& k) { return k.answer == each.answer; });
        if (same == found.end()) return true;
        each.hits.insert(each.hits.end(), same->hits.begin(), same->hits.end());
        return false;
      });
    }
    std::erase_if(shared, [&](const Kept& each) {
      return std::any_of(all.begin(), all.end(), [&](const Party& party) { return party.name == each.answer; });
    });
    return shared;
  }

  std::vector<Kept> lapsed() const {
    Query always = query_;
    always.since.clear();
    always.until.clear();
    const std::vector<Kept> lately = collect(hits());
    std::vector<Kept> kept = collect(find_hits(graph_, always, names_));
    std::erase_if(kept, [&](const Kept& each) {
      return std::any_of(lately.begin(), lately.end(), [&](const Kept& k) { return k.answer == each.answer; });
    });
    return kept;
  }

  void pick(std::vector<Kept>* kept) const {
    if (kept->empty()) return;
    if (query_.pick == Pick::last) kept->resize(1);
    if (query_.pick == Pick::first) kept->erase(kept->begin(), kept->end() - 1);
    if (query_.pick != Pick::most) return;
    std::size_t most = 0;
    for (const Kept& each : *kept) most = std::max(most, each.hits.size());
    std::erase_if(*kept, [&](const Kept& each) { return each.hits.size() < most; });
  }

  void trim(auto* list) const {
    if (query_.limit > 0 && list->size() > query_.limit)
      list->erase(list->begin() + static_cast<long>(query_.limit), list->end());
  }

  const Graph& graph_;
  const NameIndex& index_;
  const Query query_;
  const Names names_;
  Answer answer_;
};

}  // namespace
}  // namespace query

Result<Answer> run(const Graph& graph, const Query& query) {
  if (query::has_order(query)) {
    const auto settled = settle_order(query, [&](const Query& event) { return run(graph, event); });
    if (!settled) return settled.error();
    if (!query::has_order(*settled)) return run(graph, *settled);
    Answer none;
    none.query = *settled;
    return none;
  }
  const query::NameIndex index(graph, query::Countries::builtin());
  query::Subject subject = query::look_up(index, query);
  if (!subject.fault.error.empty()) return subject.error();
  if (!subject.ok()) {
    Answer answer;
    answer.query = std::move(subject.query);
    answer.ambiguous = std::move(subject.fault.ambiguous);
    answer.candidates = std::move(subject.fault.candidates);
    return answer;
  }
  return query::Run(graph, index, std::move(subject.query), std::move(subject.names)).answer();
}

}  // namespace demarche
