// A small graph of the year 2012: 20 actors, 29 interactions of every status, one document each.
#ifndef DEMARCHE_TESTS_QUERY_FIXTURE_H
#define DEMARCHE_TESTS_QUERY_FIXTURE_H

#include <algorithm>
#include <string>
#include <vector>

#include "demarche/graph.h"

namespace fixture {

using demarche::DatePrecision;
using demarche::Graph;
using demarche::Kind;
using demarche::Status;
using Ids = std::vector<std::string>;

inline void actor(Graph* graph, std::string id, std::string name, Kind kind, std::string code, std::string sector = "",
                  Ids offices = {}, Ids aliases = {}) {
  demarche::Actor actor;
  actor.id = std::move(id);
  actor.name = std::move(name);
  actor.kind = kind;
  actor.code = std::move(code);
  actor.sector = std::move(sector);
  actor.offices = std::move(offices);
  actor.aliases = std::move(aliases);
  graph->actors.push_back(std::move(actor));
}

// One interaction with one mention "m" + number of document "d" + number.
struct Row {
  const char* number;
  const char* event;
  const char* action;
  bool reciprocal;
  Status status;
  const char* date;
  Ids actor, recipient;
  Ids topic;
  const char* place;
  const char* country;  // of the place
  const char* said;     // the document's date
  const char* text;
  std::vector<Status> before;  // earlier statuses
};

inline void add(Graph* graph, const Row& row) {
  demarche::Mention mention;
  mention.id = std::string("m") + row.number;
  mention.doc = std::string("d") + row.number;
  mention.status = row.status;
  mention.text = row.text;
  if (*row.place != '\0') mention.event_loc = demarche::Location{row.place, row.place, row.country, ""};
  demarche::Interaction i;
  i.id = std::string("i") + row.number;
  i.event = row.event;
  i.action = row.action;
  i.reciprocal = row.reciprocal;
  i.status = row.status;
  for (const Status status : row.before) i.history.push_back({status, "", ""});
  i.history.push_back({row.status, row.said, mention.id});
  i.date = row.date;
  i.date_precision = i.date.empty() ? DatePrecision::document : DatePrecision::day;
  i.actor = row.actor;
  i.recipient = row.recipient;
  i.topic = row.topic;
  i.place = row.place;
  i.mentions = {mention.id};
  i.confidence = row.status == Status::possible ? 0.5 : 0.9;
  demarche::Source source;
  source.id = mention.doc;
  source.date = row.said;
  graph->mentions.push_back(std::move(mention));
  graph->interactions.push_back(std::move(i));
  graph->sources.push_back(std::move(source));
}

inline void add_actors(Graph* g) {
  actor(g, "p.merkel", "Angela Merkel", Kind::person, "DEU", "GOV", {"Chancellor"});
  actor(g, "p.westerwelle", "Guido Westerwelle", Kind::person, "DEU", "GOV", {"Foreign Minister"});
  actor(g, "p.putin", "Vladimir Putin", Kind::person, "RUS", "GOV", {"President", "Prime Minister"});
  actor(g, "p.lavrov", "Sergei Lavrov", Kind::person, "RUS", "GOV", {"Foreign Minister"});
  actor(g, "p.ryabkov", "Sergei Ryabkov", Kind::person, "RUS", "GOV", {"Deputy Foreign Minister"});
  actor(g, "p.erdogan", "Recep Tayyip Erdoğan", Kind::person, "TUR", "GOV", {"Prime Minister"});
  actor(g, "p.davutoglu", "Ahmet Davutoğlu", Kind::person, "TUR", "GOV", {"Turkish Foreign Minister"});
  actor(g, "p.h-clinton", "Hillary Clinton", Kind::person, "USA", "GOV", {"Secretary of State"}, {"Clinton"});
  actor(g, "p.b-clinton", "Bill Clinton", Kind::person, "USA", "", {"former President"});
  actor(g, "p.ban", "Ban Ki-moon", Kind::person, "IGO", "IGO", {"Secretary-General"}, {"Ban"});
  actor(g, "p.annan", "Kofi Annan", Kind::person, "IGO", "IGO", {"Special Envoy"});
  actor(g, "p.lula", "Luiz Inácio Lula da Silva", Kind::person, "BRA", "", {"former President"}, {"Lula"});
  actor(g, "x.turkish-official", "Turkish official", Kind::group, "TUR", "GOV");
  actor(g, "grp.fsa", "Free Syrian Army", Kind::group, "SYR", "REB");
  actor(g, "org.unsc", "United Nations Security Council", Kind::organisation, "IGO", "IGO", {}, {"UNSC"});
  actor(g, "DEU", "Germany", Kind::state, "DEU");
  actor(g, "RUS", "Russia", Kind::state, "RUS");
  actor(g, "TUR", "Turkey", Kind::state, "TUR", "", {}, {"Ankara"});
  actor(g, "SYR", "Syria", Kind::state, "SYR");
  actor(g, "BIH", "Bosnia and Herzegovina", Kind::state, "BIH");
}

inline void add_talks(Graph* g) {
  constexpr auto actual = Status::actual;
  add(g, {"01",
          "CONSULT",
          "call",
          false,
          actual,
          "2012-03-05",
          {"p.merkel"},
          {"p.putin"},
          {"Syria", "gas prices"},
          "",
          "",
          "2012-03-05",
          "Merkel called Putin.",
          {}});
  add(g, {"02",
          "CONSULT",
          "call",
          true,
          actual,
          "2012-04-10",
          {"p.putin"},
          {"p.merkel"},
          {"missile defence"},
          "",
          "",
          "2012-04-11",
          "Putin spoke with Merkel by telephone.",
          {}});
  add(g, {"03",
          "CONSULT",
          "meet",
          true,
          actual,
          "2012-03-12",
          {"p.h-clinton"},
          {"p.lavrov"},
          {"Syria"},
          "New York",
          "USA",
          "2012-03-13",
          "Clinton met Lavrov in New York.",
          {}});
  add(g, {"04",
          "CONSULT",
          "meet",
          true,
          actual,
          "2012-03-20",
          {"p.lavrov"},
          {"p.davutoglu"},
          {"the truce"},
          "Moscow",
          "RUS",
          "2012-03-20",
          "Lavrov and Davutoğlu discussed the truce in Moscow.",
          {}});
  add(g, {"05",
          "CONSULT",
          "visit",
          false,
          actual,
          "2012-02",
          {"p.merkel"},
          {"TUR"},
          {},
          "Ankara",
          "TUR",
          "2012-02-27",
          "Merkel was in Ankara in February.",
          {}});
  add(g, {"06",
          "CONSULT",
          "host",
          false,
          actual,
          "2012-02-24",
          {"p.erdogan"},
          {"p.merkel"},
          {"accession"},
          "Ankara",
          "TUR",
          "2012-02-25",
          "Erdoğan received Merkel.",
          {}});
  add(g, {"07",
          "CONSULT",
          "visit",
          false,
          actual,
          "2012-03-10",
          {"p.annan"},
          {"SYR"},
          {"the truce"},
          "Damascus",
          "SYR",
          "2012-03-11",
          "Annan flew to Damascus.",
          {}});
  add(g, {"08",
          "CONSULT",
          "write",
          false,
          actual,
          "",
          {"p.annan"},
          {"p.ban"},
          {"monitors"},
          "",
          "",
          "2012-03-15",
          "Annan wrote to Ban.",
          {}});
  add(g, {"18",
          "CONSULT",
          "videoconference",
          true,
          actual,
          "2012-05-02",
          {"p.merkel"},
          {"p.h-clinton", "p.lula"},
          {"the euro"},
          "",
          "",
          "2012-05-03",
          "Merkel held a video conference with Clinton and Lula.",
          {}});
  add(g, {"19",
          "CONSULT",
          "meet",
          true,
          actual,
          "2012-03-21",
          {"org.unsc"},
          {},
          {"Syria"},
          "New York",
          "USA",
          "2012-03-22",
          "The Security Council met.",
          {}});
  add(g, {"20",
          "CONSULT",
          "talk",
          true,
          actual,
          "2012-05-03",
          {"p.b-clinton"},
          {"p.erdogan"},
          {"Cyprus"},
          "",
          "",
          "2012-05-04",
          "Former President Clinton talked with Erdoğan.",
          {}});
  add(g, {"21",
          "CONSULT",
          "negotiate",
          true,
          actual,
          "2012-04-02",
          {"p.annan"},
          {"grp.fsa"},
          {"the truce"},
          "",
          "",
          "2012-04-03",
          "Annan negotiated with the Free Syrian Army.",
          {}});
  add(g, {"22",
          "CONSULT",
          "call",
          false,
          actual,
          "2012-05-01",
          {"p.westerwelle"},
          {"p.davutoglu"},
          {"NATO"},
          "",
          "",
          "2012-05-02",
          "Westerwelle called Davutoğlu as planned.",
          {Status::planned}});
  add(g, {"24",
          "CONSULT",
          "write",
          false,
          actual,
          "2011",
          {"p.lula"},
          {"p.erdogan"},
          {},
          "",
          "",
          "2012-01-05",
          "Lula wrote to Erdoğan last year.",
          {}});
  add(g, {"26",
          "CONSULT",
          "call",
          false,
          actual,
          "2012-03-06",
          {"p.merkel"},
          {"p.lavrov"},
          {"Syria"},
          "",
          "",
          "2012-03-06",
          "Merkel called Lavrov.",
          {}});
  add(g, {"28",
          "CONSULT",
          "visit",
          false,
          actual,
          "2012-04-07",
          {"p.erdogan"},
          {"BIH"},
          {},
          "Sarajevo",
          "BIH",
          "2012-04-08",
          "Erdoğan visited Sarajevo.",
          {}});
  add(g, {"29",
          "CONSULT",
          "call",
          false,
          actual,
          "2012-05-20",
          {"p.merkel"},
          {"p.putin"},
          {"Syria"},
          "",
          "",
          "2012-05-20",
          "Merkel called Putin again.",
          {}});
}

inline void add_plans_and_deeds(Graph* g) {
  constexpr auto actual = Status::actual, planned = Status::planned, possible = Status::possible,
                 denied = Status::denied;
  add(g, {"09",
          "CONSULT",
          "visit",
          false,
          planned,
          "2012-06-01",
          {"p.putin"},
          {"DEU"},
          {},
          "Berlin",
          "DEU",
          "2012-05-15",
          "Putin will visit Berlin.",
          {}});
  add(g, {"10",
          "CONSULT",
          "visit",
          false,
          possible,
          "2012-06",
          {"p.lula"},
          {"DEU"},
          {},
          "",
          "",
          "2012-05-16",
          "Lula might come to Germany.",
          {}});
  add(g, {"11",
          "CONSULT",
          "visit",
          false,
          denied,
          "2012-01",
          {"p.ban"},
          {"SYR"},
          {},
          "",
          "",
          "2012-02-01",
          "Ban did not go to Syria after all.",
          {planned}});
  add(g, {"12",
          "CONSULT",
          "meet",
          true,
          denied,
          "2012-03-06",
          {"p.h-clinton"},
          {"p.putin"},
          {},
          "",
          "",
          "2012-03-07",
          "Clinton did not meet Putin.",
          {}});
  add(g, {"23",
          "CONSULT",
          "visit",
          false,
          possible,
          "2012-04",
          {"x.turkish-official"},
          {"SYR"},
          {},
          "",
          "",
          "2012-04-01",
          "A Turkish official may have gone to Syria.",
          {}});
  add(g, {"27",
          "CONSULT",
          "meet",
          true,
          denied,
          "2012-05-10",
          {"p.westerwelle"},
          {"p.lavrov"},
          {},
          "",
          "",
          "2012-05-12",
          "Westerwelle's office says that no meeting took place.",
          {actual}});
  add(g, {"13",
          "ACCUSE",
          "condemn",
          false,
          actual,
          "2012-04-11",
          {"TUR"},
          {"SYR"},
          {"border"},
          "",
          "",
          "2012-04-11",
          "Turkey condemned Syria.",
          {}});
  add(g, {"14",
          "ACCUSE",
          "condemn",
          false,
          actual,
          "2012-02-05",
          {"p.westerwelle"},
          {"SYR"},
          {},
          "",
          "",
          "2012-02-05",
          "Westerwelle condemned Syria.",
          {}});
  add(g, {"15",
          "SANCTION",
          "sanction",
          false,
          actual,
          "2011-11-30",
          {"TUR"},
          {"SYR"},
          {},
          "",
          "",
          "2011-11-30",
          "Turkey imposed sanctions on Syria.",
          {}});
  add(g, {"16",
          "SUPPORT",
          "thank",
          false,
          actual,
          "2012-04-12",
          {"p.ban"},
          {"TUR"},
          {"refugees"},
          "",
          "",
          "2012-04-12",
          "Ban thanked Turkey.",
          {}});
  add(g, {"17",
          "REQUEST",
          "urge",
          false,
          actual,
          "2012-02-24",
          {"p.h-clinton"},
          {"RUS"},
          {"Syria"},
          "",
          "",
          "2012-02-24",
          "Clinton urged Russia to act.",
          {}});
  add(g, {"25",
          "SANCTION",
          "expel",
          false,
          actual,
          "2012-05-29",
          {"DEU"},
          {"SYR"},
          {},
          "",
          "",
          "2012-06-03",
          "Germany expelled Syria's ambassador.",
          {}});
}

inline Graph graph() {
  Graph g;
  add_actors(&g);
  add_talks(&g);
  add_plans_and_deeds(&g);
  for (demarche::Mention& mention : g.mentions) {
    if (mention.id != "m06") continue;
    demarche::Entity host;
    host.identifier_text = "Recep Tayyip Erdoğan";
    host.office = "Prime Minister";
    mention.actor = {host};
  }
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(g.actors.begin(), g.actors.end(), by_id);
  std::sort(g.interactions.begin(), g.interactions.end(), by_id);
  std::sort(g.mentions.begin(), g.mentions.end(), by_id);
  std::sort(g.sources.begin(), g.sources.end(), by_id);
  return g;
}

}  // namespace fixture

#endif
