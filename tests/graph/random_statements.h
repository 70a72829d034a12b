// Random documents for property tests.
#ifndef DEMARCHE_TESTS_RANDOM_STATEMENTS_H
#define DEMARCHE_TESTS_RANDOM_STATEMENTS_H

#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/graph_text.h"

namespace demarche::test {

inline const char* pick(std::mt19937* random, const std::vector<const char*>& list) {
  return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(*random)];
}

// Few actors, verbs, days and texts, so that everything meets everything.
inline std::vector<Told> random_statements(std::mt19937* random) {
  const std::vector<const char*> who = {"Clinton@USA",          "Clinton", "Obama@USA", "Lavrov@RUS", "!RUS", "!USA",
                                        "Obama@USA+Clinton@USA"};
  const std::vector<const char*> verbs = {"call", "meet",  "talk",      "visit",
                                          "host", "write", "negotiate", "SUPPORT:praise"};
  const std::vector<const char*> dates = {"2010-05-13", "2010-05-14", "2010-05",         "2010",
                                          "doc",        "-",          "week 2010-05-10", "2010-05-12/2010-05-15"};
  const std::vector<const char*> statuses = {"actual",           "actual",    "planned",
                                             "planned",          "possible",  "denied",
                                             "cancelled",        "postponed", "postponed>2010-05-14",
                                             "postponed>2010-05"};
  // Chance alone makes few visits with a meeting, and few plans that come true.
  const std::vector<const char*> stories = {
      "Clinton@USA visit !RUS | 2010-05-13", "Clinton@USA meet Lavrov@RUS | 2010-05-13",
      "Obama@USA visit !RUS | 2010-05-12/2010-05-15", "Obama@USA meet Lavrov@RUS | 2010-05-14"};
  std::vector<Told> out;
  for (std::uint32_t i = 0; i < 60; ++i) {
    const int document = std::uniform_int_distribution<int>(0, 14)(*random);
    const int day = 8 + document % 8;
    std::string row = "d" + std::to_string(document) + (day < 10 ? " 2010-05-0" : " 2010-05-") + std::to_string(day);
    if (i % 5 == 0) {
      row += std::string(" | ") + pick(random, stories);
    } else {
      row += std::string(" | ") + pick(random, who) + ' ' + pick(random, verbs) + ' ' + pick(random, who);
      row += std::string(" | ") + pick(random, dates);
    }
    row += std::string(" | ") + pick(random, statuses);
    Told t = told(row, i);
    t.source.fingerprint = static_cast<std::uint64_t>(document / 2) * 0x9E3779B97F4A7C15ULL;
    t.source.signature = std::string(8, static_cast<char>('a' + document / 3));
    t.mention.topic = {pick(random, {"Iran", "iran", "arms", "trade"})};
    t.mention.confidence = static_cast<double>(i % 10) / 10;
    t.mention.actor[0].entity_text = pick(random, {"Secretary Clinton", "She", "Moscow", "Barack Obama"});
    t.mention.actor[0].office = pick(random, {"", "President", "Secretary of State", "former President"});
    out.push_back(std::move(t));
  }
  return out;
}

inline std::vector<std::vector<Told>> by_document(const std::vector<Told>& statements) {
  std::map<std::string, std::vector<Told>> documents;
  for (const Told& t : statements) documents[t.source.id].push_back(t);
  std::vector<std::vector<Told>> out;
  for (auto& [id, list] : documents) out.push_back(std::move(list));
  return out;
}

}  // namespace demarche::test

#endif
