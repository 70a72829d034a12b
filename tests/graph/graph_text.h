// Compact text forms of statements and graphs, so that a test reads as a table.
//
// A statement is "DOC SAID | ACTORS VERB RECIPIENTS | WHEN | STATUS | …":
//   "a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual"
// ACTORS and RECIPIENTS are joined by "+", "-" stands for nobody. Name@CODE is a person, "!TUR" a state of the
// gazetteer. SAID "-" is a document without date. WHEN is a date ("2010-05", "2010-05-12/2010-05-15"), "doc" (only the
// document's date), "week 2010-05-10" or "-". STATUS may be "cancelled", "postponed" or "postponed>2010-06-01". A VERB
// of contact is CONSULT; others are written "ACCUSE:condemn".
#ifndef DEMARCHE_TESTS_GRAPH_TEXT_H
#define DEMARCHE_TESTS_GRAPH_TEXT_H

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "demarche/graph.h"

namespace demarche::test {

inline std::vector<std::string> split(const std::string& s, const std::string& by) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t next; (next = s.find(by, at)) != std::string::npos; at = next + by.size()) {
    out.push_back(s.substr(at, next - at));
  }
  out.push_back(s.substr(at));
  return out;
}

inline Entity entity(const std::string& word) {
  Entity e;
  if (word.front() == '!') {
    e.actor = e.code = e.identifier_text = e.entity_text = word.substr(1);
    e.kind = Kind::state;
    return e;
  }
  const std::vector<std::string> parts = split(word, "@");
  e.identifier_text = e.entity_text = parts[0];
  if (parts.size() > 1) e.code = parts[1];
  e.kind = Kind::person;
  return e;
}

inline std::vector<Entity> entities(const std::string& words) {
  std::vector<Entity> out;
  if (words == "-") return out;
  for (const std::string& word : split(words, "+")) out.push_back(entity(word));
  return out;
}

inline void set_when(const std::string& words, const std::string& said, Mention* m) {
  if (words == "-") return;
  if (words == "doc") {
    m->date = said;
    m->date_precision = DatePrecision::document;
    return;
  }
  const bool week = words.starts_with("week ");
  const std::vector<std::string> ends = split(week ? words.substr(5) : words, "/");
  m->date = ends[0];
  if (ends.size() > 1) m->enddate = ends[1];
  m->date_precision = week                   ? DatePrecision::week
                      : ends[0].size() == 10 ? DatePrecision::day
                      : ends[0].size() == 7  ? DatePrecision::month
                                             : DatePrecision::year;
}

struct Told {
  Source source;
  Mention mention;
};

// `number` tells statements of equal words apart and is the number of the sentence.
inline Told told(const std::string& row, std::uint32_t number = 0) {
  const std::vector<std::string> fields = split(row, " | ");
  const std::vector<std::string> head = split(fields.at(0), " ");
  const std::vector<std::string> who = split(fields.at(1), " ");
  Told out;
  out.source.id = head.at(0);
  if (head.at(1) != "-") out.source.date = head[1];
  Mention& m = out.mention;
  m.id = "m." + out.source.id + "." + std::to_string(number);
  m.doc = out.source.id;
  m.actor = entities(who.at(0));
  m.recipient = entities(who.at(2));
  const std::vector<std::string> verb = split(who[1], ":");
  m.event = verb.size() > 1 ? verb[0] : "CONSULT";
  m.action = verb.back();
  m.reciprocal = m.action == "meet" || m.action == "talk";
  set_when(fields.at(2), out.source.date, &m);
  StatusStep step;
  const std::vector<std::string> status = split(fields.at(3), ">");
  parse_step(status[0], &step);
  m.status = step.status;
  m.turn = step.turn;
  if (status.size() > 1) m.turn_date = status[1];
  m.sequence = number;
  m.start = number * 100;
  m.end = m.start + 90;
  m.text = "Sentence " + std::to_string(number) + ".";
  m.confidence = 0.5;
  return out;
}

inline void add(const std::vector<Told>& statements, GraphBuilder* builder) {
  std::map<std::string, std::pair<Source, std::vector<Mention>>> documents;
  for (const Told& t : statements) {
    auto& [source, mentions] = documents[t.source.id];
    source = t.source;
    mentions.push_back(t.mention);
  }
  for (auto& [id, document] : documents) builder->add(document.first, document.second);
}

inline std::vector<Told> told(const std::vector<std::string>& rows) {
  std::vector<Told> out;
  for (const std::string& row : rows) out.push_back(told(row, static_cast<std::uint32_t>(out.size())));
  return out;
}

inline Graph graph_of(const std::vector<std::string>& rows) {
  GraphBuilder builder;
  add(told(rows), &builder);
  return std::move(builder).finish();
}

inline std::string joined(const std::vector<std::string>& list, const std::string& by) {
  std::string out;
  for (const std::string& s : list) out += (out.empty() ? "" : by) + s;
  return out.empty() ? "-" : out;
}

// "x.clinton-usa call x.davutoglu-tur 2010-05-13 actual 3 mentions 2 reports: planned actual"
inline std::string line(const Interaction& i) {
  std::ostringstream out;
  out << joined(i.actor, "+") << ' ' << i.action << ' ' << joined(i.recipient, "+") << ' '
      << (i.date.empty() ? "-" : i.date) << (i.enddate.empty() ? "" : "/" + i.enddate) << ' ' << to_string(i.status)
      << ' ' << i.mentions.size() << " mentions " << i.reports << " reports:";
  for (const StatusStep& step : i.history) out << ' ' << word_of(step);
  return out.str();
}

inline std::vector<std::string> lines(const Graph& graph) {
  std::vector<std::string> out;
  for (const Interaction& i : graph.interactions) out.push_back(line(i));
  std::sort(out.begin(), out.end());
  return out;
}

inline void dump(const Actor& a, std::ostream& out) {
  out << "actor " << a.id << '|' << a.name << '|' << to_string(a.kind) << '|' << a.code << '|' << a.sector << '|'
      << a.qid << '|' << joined(a.offices, ";") << '|' << joined(a.aliases, ";") << '\n';
}

inline void dump(const Interaction& i, std::ostream& out) {
  out << "interaction " << i.id << '|' << i.event << '|' << i.mode << '|' << i.reciprocal << '|' << line(i) << '|'
      << to_string(i.date_precision) << '|' << joined(i.topic, ";") << '|' << joined(i.context, ";") << '|' << i.place
      << '|' << i.part_of << '|' << joined(i.mentions, ";") << '|' << i.independent << '|' << i.confidence << '|'
      << i.event_scale << '|' << i.quad_code;
  for (const StatusStep& s : i.history) out << '|' << word_of(s) << ' ' << s.said << ' ' << s.mention;
  out << '\n';
}

inline void dump(const Entity& e, std::ostream& out) {
  out << '{' << e.identifier_text << ';' << e.identifier_id << ';' << e.actor << ';' << e.code << ';' << e.sector << ';'
      << e.office << ';' << e.entity_text << ';' << to_string(e.kind) << ';' << e.start << ';' << e.end << '}';
}

inline void dump(const Mention& m, std::ostream& out) {
  out << "mention " << m.id << '|' << m.doc << '|' << m.date << '|' << m.enddate << '|' << m.date_text << '|'
      << to_string(m.date_precision) << '|';
  for (const Entity& e : m.actor) dump(e, out);
  out << '>';
  for (const Entity& e : m.recipient) dump(e, out);
  out << '|' << m.event << '|' << m.mode << '|' << m.action << '|' << m.reciprocal << '|' << to_string(m.status) << '|';
  if (m.attribution) dump(m.attribution->source, out);
  if (m.attribution) out << m.attribution->verb;
  out << '|' << joined(m.topic, ";") << '|' << joined(m.context, ";") << '|';
  if (m.event_loc) {
    out << m.event_loc->extracted_place << ';' << m.event_loc->resolved_place << ';' << m.event_loc->country << ';'
        << m.event_loc->geonameid;
  }
  out << '|' << m.event_text << '|' << m.event_start << '|' << m.event_end << '|' << m.text << '|' << m.sequence << '|'
      << m.start << '|' << m.end << '|' << m.quad_code << '|' << m.event_scale << '|' << m.confidence << '|' << m.rule
      << '|' << m.title << '|' << m.url << '|' << m.publication << '|' << m.language << '\n';
}

// Everything that a graph holds; equal graphs have equal dumps.
inline std::string dump(const Graph& graph) {
  std::ostringstream out;
  for (const Source& s : graph.sources) {
    out << "source " << s.id << '|' << s.title << '|' << s.date << '|' << s.url << '|' << s.publication << '|'
        << s.language << '|' << s.fingerprint << '|' << s.signature << '|' << s.copy_of << '\n';
  }
  for (const Actor& a : graph.actors) dump(a, out);
  for (const Interaction& i : graph.interactions) dump(i, out);
  for (const Mention& m : graph.mentions) dump(m, out);
  for (const Affiliation& a : graph.affiliations) {
    out << "affiliation " << a.person << '|' << a.office << '|' << a.of << '|' << a.of_name << '|' << a.from << '|'
        << a.until << '|' << a.first_told << '|' << a.last_told << '|' << a.former << '|' << a.known << '|'
        << joined(a.mentions, ";") << '\n';
  }
  return out.str();
}

}  // namespace demarche::test

#endif
