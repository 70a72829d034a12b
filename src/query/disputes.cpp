#include "query/disputes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "graph/when.h"
#include "query/words.h"

namespace demarche::query {
namespace {

constexpr long kNearDays = 3;

// What one side of a dispute says, and who.
struct Version {
  std::string says;
  std::vector<const Mention*> mentions;
  const Interaction* interaction = nullptr;
};

struct Dispute {
  std::string about;
  std::vector<Version> versions;
  std::string date;  // of the event, for the order
};

class Disputes {
 public:
  Disputes(const Graph& graph, const Interactions& interactions) : graph_(graph), interactions_(interactions) {}

  std::vector<Dispute> find() {
    for (const Interaction* i : interactions_) {
      happened(*i);
      dates(*i);
      places(*i);
      directions(*i);
    }
    neighbours();
    std::stable_sort(out_.begin(), out_.end(), [](const Dispute& a, const Dispute& b) { return a.date > b.date; });
    return std::move(out_);
  }

 private:
  using Versions = std::map<std::string, std::vector<const Mention*>>;

  std::vector<const Mention*> mentions_of(const Interaction& i) const {
    std::vector<const Mention*> out;
    for (const std::string& id : i.mentions) {
      if (const Mention* m = graph_.mention(id)) out.push_back(m);
    }
    return out;
  }

  static std::set<std::string_view> documents(const std::vector<const Mention*>& mentions) {
    std::set<std::string_view> out;
    for (const Mention* m : mentions) out.insert(m->doc);
    return out;
  }

  // A document that tells two versions is not quarrelling with itself: versions need documents of their own.
  void add(const std::string& about, const Interaction& i, Versions versions) {
    if (versions.size() < 2) return;
    std::vector<std::set<std::string_view>> told;
    for (const auto& [says, mentions] : versions) told.push_back(documents(mentions));
    for (std::size_t a = 0; a < told.size(); ++a) {
      for (std::size_t b = a + 1; b < told.size(); ++b) {
        if (told[a] == told[b]) return;
      }
    }
    Dispute dispute{about, {}, i.date};
    for (auto& [says, mentions] : versions) dispute.versions.push_back({says, std::move(mentions), &i});
    out_.push_back(std::move(dispute));
  }

  void happened(const Interaction& i) {
    Versions versions;
    for (const Mention* m : mentions_of(i)) {
      // To put off is not to deny; only of the very day on which others say that it took place.
      const bool put_off =
          m->turn == Turn::postponed && (m->date_precision == DatePrecision::document || m->date != i.date);
      if (!put_off) versions[std::string(to_string(m->status))].push_back(m);
    }
    const bool asserted = versions.count("actual") > 0 || versions.count("possible") > 0;
    if (!asserted || versions.count("denied") == 0) return;
    versions.erase("planned");
    Dispute dispute{"happened", {}, i.date};
    for (auto& [says, mentions] : versions) {
      const std::string words = says == "denied" ? "denied" : says == "possible" ? "alleged" : "happened";
      dispute.versions.push_back({words, std::move(mentions), &i});
    }
    out_.push_back(std::move(dispute));
  }

  void dates(const Interaction& i) {
    Versions versions;
    for (const Mention* m : mentions_of(i)) {
      const bool named = m->date_precision == DatePrecision::day && m->enddate.empty() && m->status == Status::actual;
      if (named) versions[m->date].push_back(m);
    }
    add("date", i, std::move(versions));
  }

  void places(const Interaction& i) {
    Versions towns, countries;
    for (const Mention* m : mentions_of(i)) {
      if (!m->event_loc) continue;
      const Location& at = *m->event_loc;
      const std::string name = at.resolved_place.empty() ? at.extracted_place : at.resolved_place;
      const std::string country = Countries::builtin().name(at.country);
      if (!at.country.empty()) countries[country.empty() ? at.country : country].push_back(m);
      if (!name.empty() && key(name) != key(country)) towns[name].push_back(m);
    }
    // Two towns of one country, or two countries; "Geneva" beside "Switzerland" is no quarrel.
    if (countries.size() > 1) return add("place", i, std::move(countries));
    if (!countries.empty()) add("place", i, std::move(towns));
  }

  void directions(const Interaction& i) {
    static const std::set<std::string> directed = {"call", "write", "visit", "host", "invite"};
    if (directed.count(i.action) == 0) return;
    Versions versions;
    for (const Mention* m : mentions_of(i)) {
      if (m->action != i.action || m->actor.empty() || m->recipient.empty()) continue;
      versions[fmt::format("{} → {}", fmt::join(names(m->actor), ", "), fmt::join(names(m->recipient), ", "))]
          .push_back(m);
    }
    if (versions.size() < 2) return;
    // "The secretary" and "Clinton" are no two directions: somebody must stand on both sides.
    std::set<std::string> left, right;
    for (const auto& [says, mentions] : versions) {
      for (const Mention* m : mentions) {
        for (const std::string& name : names(m->actor)) left.insert(name);
        for (const std::string& name : names(m->recipient)) right.insert(name);
      }
    }
    const bool turned = std::any_of(left.begin(), left.end(), [&](const auto& name) { return right.count(name) > 0; });
    if (turned) add("direction", i, std::move(versions));
  }

  static std::vector<std::string> names(const std::vector<Entity>& entities) {
    std::vector<std::string> out;
    for (const Entity& e : entities) out.push_back(e.identifier_text.empty() ? e.entity_text : e.identifier_text);
    return out;
  }

  // Two sources that name different days made two interactions: the merge does not guess who is right.
  void neighbours() {
    std::map<std::pair<std::string, std::vector<std::string>>, Interactions> alike;
    for (const Interaction* i : interactions_) {
      if (i->status != Status::actual || i->date_precision != DatePrecision::day || !i->enddate.empty()) continue;
      std::vector<std::string> who = i->actor;
      who.insert(who.end(), i->recipient.begin(), i->recipient.end());
      std::sort(who.begin(), who.end());
      if (who.size() > 1) alike[{i->event + " " + i->action, who}].push_back(i);
    }
    for (auto& [kind, list] : alike) {
      std::sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
      for (std::size_t n = 1; n < list.size(); ++n) {
        const Interaction& a = *list[n - 1];
        const Interaction& b = *list[n];
        const auto first = graph::day_number(a.date);
        const auto second = graph::day_number(b.date);
        if (!first || !second || *second - *first > kNearDays || *second == *first) continue;
        const auto told_a = mentions_of(a);
        const auto told_b = mentions_of(b);
        const auto in_a = documents(told_a);
        const auto in_b = documents(told_b);
        const bool shared =
            std::any_of(in_a.begin(), in_a.end(), [&](std::string_view id) { return in_b.count(id) > 0; });
        if (shared) continue;
        out_.push_back({"date", {{a.date, told_a, &a}, {b.date, told_b, &b}}, b.date});
      }
    }
  }

  const Graph& graph_;
  const Interactions& interactions_;
  std::vector<Dispute> out_;
};

}  // namespace

Section dispute_section(const Inquiry& inquiry, const Interactions& interactions, Interactions* disputed) {
  Section section{"disputes",
                  {"dispute", "about", "version", "reports", "actor", "action", "recipient", "published", "source",
                   "sentence", "link"},
                  {}};
  std::int64_t number = 0;
  for (const Dispute& dispute : Disputes(inquiry.graph, interactions).find()) {
    if (inquiry.query.limit > 0 && static_cast<std::size_t>(number) == inquiry.query.limit) break;
    ++number;
    for (const Version& version : dispute.versions) {
      if (std::find(disputed->begin(), disputed->end(), version.interaction) == disputed->end()) {
        disputed->push_back(version.interaction);
      }
      std::set<std::string_view> documents;
      for (const Mention* m : version.mentions) documents.insert(m->doc);
      const Mention* best =
          *std::max_element(version.mentions.begin(), version.mentions.end(),
                            [](const Mention* a, const Mention* b) { return a->confidence < b->confidence; });
      const Proof proof = proof_of(inquiry.graph, *best);
      section.rows.push_back({number, dispute.about, version.says, static_cast<std::int64_t>(documents.size()),
                              names_of(inquiry.graph, version.interaction->actor), version.interaction->action,
                              names_of(inquiry.graph, version.interaction->recipient), proof.published, proof.source,
                              proof.sentence, proof.link});
    }
  }
  return section;
}

}  // namespace demarche::query
