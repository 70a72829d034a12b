// A small graph, as JSON, for tests of the commands that read graphs: they do not depend on what the rules know.
#ifndef DEMARCHE_TESTS_CLI_SAMPLE_GRAPH_H
#define DEMARCHE_TESTS_CLI_SAMPLE_GRAPH_H

#include <string>
#include <utility>
#include <vector>

#include "demarche/export.h"
#include "demarche/graph.h"

namespace demarche::cli {

inline Entity sample_entity(const std::string& name, const std::string& id, const std::string& code) {
  Entity entity;
  entity.identifier_text = name;
  entity.entity_text = name;
  entity.actor = id;
  entity.code = code;
  entity.kind = Kind::person;
  return entity;
}

// "Hillary Clinton called Ahmet Davutoglu on Thursday." in document a1, and a planned visit in document a2.
inline std::vector<std::pair<Document, Mention>> sample_mentions() {
  Mention call;
  call.id = "m1";
  call.doc = "a1";
  call.date = "2010-05-13";
  call.date_precision = DatePrecision::day;
  call.event = "CONSULT";
  call.mode = "phone";
  call.action = "call";
  call.actor = {sample_entity("Hillary Clinton", "p.hillary-clinton", "USA")};
  call.recipient = {sample_entity("Ahmet Davutoglu", "p.ahmet-davutoglu", "TUR")};
  call.topic = {"Iran"};
  call.text = "Hillary Clinton called\nAhmet Davutoglu on Thursday.";
  call.start = 10;
  call.end = 61;
  call.event_text = "called";
  call.event_start = 26;
  call.event_end = 32;
  call.confidence = 0.9;
  call.rule = "consult.call";
  call.title = "Clinton calls";
  call.url = "https://e.org/a1";
  call.publication = "The Meridian Wire";

  Mention visit = call;
  visit.id = "m2";
  visit.doc = "a2";
  visit.date = "2010-05-16";
  visit.mode = "visit";
  visit.action = "visit";
  visit.status = Status::planned;
  visit.actor = {sample_entity("Luiz Inácio Lula da Silva", "p.lula", "BRA")};
  visit.recipient = {sample_entity("Iran", "IRN", "IRN")};
  visit.recipient[0].kind = Kind::state;
  visit.topic.clear();
  visit.text = "Lula will visit Iran, \"of course\".";
  visit.start = 0;
  visit.end = 34;
  visit.event_text = "visit";
  visit.event_start = 10;
  visit.event_end = 15;
  visit.confidence = 0.75;
  visit.rule = "consult.visit";
  visit.title = "Lula";
  visit.url.clear();

  Document first, second;
  first.id = "a1";
  first.date = "2010-05-14";
  second.id = "a2";
  second.date = "2010-05-14";
  for (Document* document : {&first, &second}) {
    const Mention& mention = document == &first ? call : visit;
    document->title = mention.title;
    document->url = mention.url;
    document->publication = mention.publication;
  }
  return {{first, call}, {second, visit}};
}

inline Graph sample_graph() {
  GraphBuilder builder;
  for (const auto& [document, mention] : sample_mentions()) builder.add(document, {mention});
  return builder.finish();
}

}  // namespace demarche::cli

#endif
