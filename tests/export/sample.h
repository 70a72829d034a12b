// Graphs and strings that the tests of the writers share. People and deeds are invented, their offices are not.
#ifndef DEMARCHE_TESTS_EXPORT_SAMPLE_H
#define DEMARCHE_TESTS_EXPORT_SAMPLE_H

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "demarche/graph.h"

namespace sample {

using namespace demarche;

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The expected text in tests/golden/export. DEMARCHE_WRITE_GOLDEN=1 writes it anew: read the difference before keeping
// it.
inline std::string golden(const std::string& name, const std::string& actual) {
  const std::string path = DEMARCHE_SOURCE_DIR "/tests/golden/export/" + name;
  if (std::getenv("DEMARCHE_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  return read_file(path);
}

// Strings that break a careless writer, all valid UTF-8.
inline const std::vector<std::string>& hostile() {
  static const std::vector<std::string> all = {
      "",
      "Anna \"the Fox\" O'Hara",
      "back\\slash \\N \\n \\G \\E \\l \\",
      "<b>&amp; <script>alert(1)</script> & Co >",
      "]]> --> */ <!-- <?php",
      "line\nbreak\r\n\ttab",
      std::string("nul\0bell\a\x01\x1f\x7f", 11),
      "\u202Eevil\u202C \u200Fright\u200E \u2066x\u2069",
      "👩🏽‍⚖️ 🇹🇷 習近平 محمد Ωmega",
      "{a|b} ${HOME} `id` %s %n ;--",
      "line\u2028para\u2029next\u0085",
      "=HYPERLINK(\"http://x\")",
      "\uFEFFbom \uFFFE\uFFFF \U0010FFFF",
  };
  return all;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  unsigned roll(unsigned sides) { return static_cast<unsigned>(engine_()) % sides; }
  std::string text() {
    std::string out;
    for (unsigned i = roll(4); i > 0; --i) {
      const auto& all = hostile();
      out += all[roll(static_cast<unsigned>(all.size()))];
      out.push_back(static_cast<char>(roll(128)));
    }
    return out;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out(roll(4));
    for (auto& s : out) s = text();
    return out;
  }
  double fraction() { return static_cast<double>(roll(1000001)) / 1000000.0; }

 private:
  std::mt19937 engine_;
};

inline Entity random_entity(Dice* dice) {
  Entity e;
  e.identifier_text = dice->text();
  e.identifier_id = dice->text();
  e.actor = dice->text();
  e.code = dice->text();
  e.sector = dice->text();
  e.office = dice->text();
  e.entity_text = dice->text();
  e.kind = static_cast<Kind>(dice->roll(6));
  e.start = dice->roll(2) != 0 ? dice->roll(5000) : UINT32_MAX;
  e.end = dice->roll(5000);
  return e;
}

inline std::vector<Entity> random_entities(Dice* dice) {
  std::vector<Entity> out(dice->roll(3));
  for (auto& e : out) e = random_entity(dice);
  return out;
}

inline Mention random_mention(Dice* dice) {
  Mention m;
  m.id = dice->text(), m.doc = dice->text();
  m.date = dice->text(), m.enddate = dice->text(), m.date_text = dice->text();
  m.date_precision = static_cast<DatePrecision>(dice->roll(6));
  m.actor = random_entities(dice), m.recipient = random_entities(dice);
  m.event = dice->text(), m.mode = dice->text(), m.action = dice->text();
  m.reciprocal = dice->roll(2) != 0;
  m.status = static_cast<Status>(dice->roll(4));
  if (dice->roll(2) != 0) m.attribution = Attribution{random_entity(dice), dice->text()};
  m.topic = dice->texts(), m.context = dice->texts();
  if (dice->roll(2) != 0) m.event_loc = Location{dice->text(), dice->text(), dice->text(), dice->text()};
  m.event_text = dice->text(), m.event_start = dice->roll(3), m.event_end = dice->roll(3);
  m.text = dice->text(), m.sequence = dice->roll(90), m.start = dice->roll(9000), m.end = dice->roll(9000);
  m.quad_code = static_cast<int>(dice->roll(5));
  m.event_scale = dice->fraction() * 20 - 10, m.confidence = dice->fraction();
  m.rule = dice->text();
  m.title = dice->text(), m.url = dice->text(), m.publication = dice->text(), m.language = dice->text();
  return m;
}

inline auto fields(const Entity& e) {
  return std::tie(e.identifier_text, e.identifier_id, e.actor, e.code, e.sector, e.office, e.entity_text, e.kind,
                  e.start, e.end);
}
inline auto fields(const Location& l) { return std::tie(l.extracted_place, l.resolved_place, l.country, l.geonameid); }
inline auto fields(const StatusStep& s) { return std::tie(s.status, s.turn, s.said, s.mention); }
inline auto fields(const Actor& a) {
  return std::tie(a.id, a.name, a.kind, a.code, a.sector, a.qid, a.offices, a.aliases);
}
inline auto fields(const Source& s) {
  return std::tie(s.id, s.title, s.date, s.url, s.publication, s.language, s.fingerprint, s.signature, s.copy_of);
}

template <typename T>
bool same(const T& a, const T& b) {
  return fields(a) == fields(b);
}
template <typename T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}

inline bool same(const Mention& a, const Mention& b) {
  const auto scalars = [](const Mention& m) {
    return std::tie(m.id, m.doc, m.date, m.enddate, m.date_text, m.date_precision, m.event, m.mode, m.action,
                    m.reciprocal, m.status, m.topic, m.context, m.event_text, m.event_start, m.event_end, m.text,
                    m.sequence, m.start, m.end, m.quad_code, m.event_scale, m.confidence, m.rule, m.title, m.url,
                    m.publication, m.language);
  };
  const bool attribution = a.attribution.has_value() == b.attribution.has_value() &&
                           (!a.attribution || (same(a.attribution->source, b.attribution->source) &&
                                               a.attribution->verb == b.attribution->verb));
  const bool place =
      a.event_loc.has_value() == b.event_loc.has_value() && (!a.event_loc || same(*a.event_loc, *b.event_loc));
  return scalars(a) == scalars(b) && attribution && place && same(a.actor, b.actor) && same(a.recipient, b.recipient);
}

inline bool same(const Interaction& a, const Interaction& b) {
  const auto scalars = [](const Interaction& i) {
    return std::tie(i.id, i.event, i.mode, i.action, i.reciprocal, i.status, i.date, i.enddate, i.date_precision,
                    i.actor, i.recipient, i.topic, i.context, i.place, i.mentions, i.reports, i.independent,
                    i.confidence, i.event_scale, i.quad_code);
  };
  return scalars(a) == scalars(b) && same(a.history, b.history);
}

inline bool same(const Graph& a, const Graph& b) {
  const auto all = [](const auto& x, const auto& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](auto& p, auto& q) { return same(p, q); });
  };
  return all(a.actors, b.actors) && all(a.interactions, b.interactions) && all(a.mentions, b.mentions) &&
         all(a.sources, b.sources);
}

inline Entity entity(std::string actor, std::string name, std::string code, Kind kind, unsigned start, unsigned end) {
  Entity e;
  e.actor = std::move(actor);
  e.identifier_text = name;
  e.entity_text = std::move(name);
  e.code = std::move(code);
  e.kind = kind;
  e.start = start;
  e.end = end;
  return e;
}

// A whole record, every field stated.
inline Mention clinton_calls() {
  Mention m;
  m.id = "m-1", m.doc = "d1";
  m.date = "2010-05-13", m.date_text = "Thursday morning", m.date_precision = DatePrecision::day;
  Entity clinton = entity("p.hillary-clinton", "Hillary Clinton", "USA", Kind::person, 0, 7);
  clinton.identifier_id = "Q6294", clinton.sector = "GOV", clinton.office = "Secretary of State";
  clinton.entity_text = "Clinton";
  m.actor = {clinton};
  m.recipient = {entity("p.ahmet-davutoglu", "Ahmet Davutoğlu", "TUR", Kind::person, 40, 55)};
  m.event = "CONSULT", m.mode = "phone", m.action = "call", m.reciprocal = true;
  m.attribution = Attribution{entity("p.pj-crowley", "P.J. Crowley", "USA", Kind::person, 70, 77), "say"};
  m.topic = {"Iran"}, m.context = {"cbrn", "diplomatic"};
  m.event_loc = Location{"Foggy Bottom", "Washington", "USA", "4140963"};
  m.event_text = "called", m.event_start = 8, m.event_end = 14;
  m.text = "Clinton called Turkish Foreign Minister Ahmet Davutoğlu on Thursday morning, Crowley said.";
  m.sequence = 2, m.start = 0, m.end = 89;
  m.quad_code = 1, m.event_scale = 1.5, m.confidence = 0.9;
  m.rule = "consult.call.1";
  m.title = "Clinton calls Davutoğlu", m.url = "https://example.org/1", m.publication = "Example Post",
  m.language = "en";
  return m;
}

inline Actor actor(std::string id, std::string name, Kind kind, std::string code, std::string office = "") {
  Actor a;
  a.id = std::move(id);
  a.name = std::move(name);
  a.kind = kind;
  a.code = std::move(code);
  if (!office.empty()) a.offices = {std::move(office)};
  return a;
}

inline Interaction interaction(std::string id, std::string action, std::string date, std::vector<std::string> from,
                               std::vector<std::string> to, bool reciprocal = false) {
  Interaction i;
  i.id = std::move(id);
  i.event = "CONSULT";
  i.action = std::move(action);
  i.date = std::move(date);
  i.date_precision = DatePrecision::day;
  i.actor = std::move(from);
  i.recipient = std::move(to);
  i.reciprocal = reciprocal;
  i.reports = i.independent = 1;
  i.confidence = 0.9;
  i.quad_code = 1;
  i.event_scale = 2.5;
  i.history = {{Status::actual, i.date, "m-" + i.id}};
  return i;
}

// Three actors, one call, one denied meeting, one protest without recipient.
inline Graph small() {
  Graph g;
  g.actors = {actor("IRN", "Iran", Kind::state, "IRN"),
              actor("p.ahmet-davutoglu", "Ahmet Davutoğlu", Kind::person, "TUR", "Foreign Minister"),
              actor("p.hillary-clinton", "Hillary Clinton", Kind::person, "USA", "Secretary of State")};
  g.actors[2].qid = "Q6294";
  g.actors[2].aliases = {"Clinton", "Mrs. Clinton"};
  Interaction call = interaction("i-1", "call", "2010-05-13", {"p.hillary-clinton"}, {"p.ahmet-davutoglu"}, true);
  call.mode = "phone", call.topic = {"Iran"}, call.context = {"diplomatic"}, call.place = "Washington";
  call.mentions = {"m-1"}, call.reports = 14, call.independent = 3;
  call.history = {{Status::planned, "2010-05-12", "m-0"}, {Status::actual, "2010-05-13", "m-1"}};
  Interaction meeting = interaction("i-2", "meet", "2010-05", {"IRN"}, {"p.hillary-clinton"});
  meeting.status = Status::denied;
  meeting.date_precision = DatePrecision::month;
  Interaction protest = interaction("i-3", "protest", "2010-05-17", {"IRN"}, {});
  protest.event = "PROTEST", protest.quad_code = 4, protest.event_scale = -5;
  g.interactions = {call, meeting, protest};
  g.mentions = {clinton_calls()};
  g.sources = {{"d1", "Clinton calls Davutoğlu", "2010-05-13", "https://example.org/1", "Example Post", "en",
                0xFEDCBA9876543210ULL}};
  return g;
}

inline Graph random_graph(unsigned seed) {
  Dice dice(seed);
  Graph g;
  for (unsigned i = 0; i < 1 + dice.roll(6); ++i) {
    Actor a = actor("a" + std::to_string(i) + dice.text(), dice.text(), static_cast<Kind>(dice.roll(6)), dice.text());
    a.sector = dice.text(), a.qid = dice.text(), a.offices = dice.texts(), a.aliases = dice.texts();
    g.actors.push_back(a);
  }
  const auto some = [&] {
    std::vector<std::string> ids(dice.roll(3));
    for (auto& id : ids) id = g.actors[dice.roll(static_cast<unsigned>(g.actors.size()))].id;
    return ids;
  };
  for (unsigned i = 0; i < dice.roll(9); ++i) {
    Interaction x = interaction("i" + std::to_string(i) + dice.text(), dice.text(), dice.text(), some(), some());
    x.mode = dice.text(), x.reciprocal = dice.roll(2) != 0, x.status = static_cast<Status>(dice.roll(4));
    x.enddate = dice.text(), x.date_precision = static_cast<DatePrecision>(dice.roll(6));
    x.topic = dice.texts(), x.context = dice.texts(), x.place = dice.text(), x.mentions = dice.texts();
    x.history.push_back({static_cast<Status>(dice.roll(4)), dice.text(), dice.text()});
    if (x.history.back().status == Status::denied) x.history.back().turn = static_cast<Turn>(dice.roll(3));
    x.reports = dice.roll(99), x.independent = dice.roll(99);
    x.confidence = dice.fraction(), x.event_scale = dice.fraction(), x.quad_code = static_cast<int>(dice.roll(5));
    g.interactions.push_back(x);
  }
  for (unsigned i = 0; i < dice.roll(4); ++i) {
    g.mentions.push_back(random_mention(&dice));
    g.mentions.back().id = "m" + std::to_string(i);
    g.sources.push_back({"s" + std::to_string(i), dice.text(), dice.text(), dice.text(), dice.text(), dice.text(),
                         (std::uint64_t{dice.roll(UINT32_MAX)} << 32) | dice.roll(UINT32_MAX)});
  }
  return g;
}

}  // namespace sample

#endif
