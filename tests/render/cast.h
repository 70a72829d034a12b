// Two graphs to look at: fourteen actors round one week of nuclear diplomacy, and forty actors of an invented year.
#ifndef DEMARCHE_TESTS_RENDER_CAST_H
#define DEMARCHE_TESTS_RENDER_CAST_H

#include <algorithm>

#include "export/sample.h"

namespace cast {

using namespace demarche;
using sample::actor;
using sample::interaction;

inline void sort(Graph* graph) {
  std::sort(graph->actors.begin(), graph->actors.end(), [](auto& a, auto& b) { return a.id < b.id; });
  std::sort(graph->interactions.begin(), graph->interactions.end(), [](auto& a, auto& b) { return a.id < b.id; });
}

inline Interaction deed(std::string id, std::string action, std::string date, std::vector<std::string> from,
                        std::vector<std::string> to, int quad, Status status = Status::actual, unsigned reports = 1) {
  const bool mutual = action == "meet" || action == "call" || action == "negotiate" || action == "sign";
  Interaction i =
      interaction(std::move(id), std::move(action), std::move(date), std::move(from), std::move(to), mutual);
  i.quad_code = quad;
  i.status = status;
  i.reports = i.independent = reports;
  return i;
}

inline Graph fourteen() {
  Graph g;
  g.actors = {actor("p.clinton", "Hillary Clinton", Kind::person, "USA", "Secretary of State"),
              actor("p.davutoglu", "Ahmet Davutoğlu", Kind::person, "TUR", "Foreign Minister"),
              actor("p.erdogan", "Recep Tayyip Erdoğan", Kind::person, "TUR", "Prime Minister"),
              actor("p.lula", "Luiz Inácio Lula da Silva", Kind::person, "BRA", "President"),
              actor("p.amorim", "Celso Amorim", Kind::person, "BRA", "Foreign Minister"),
              actor("p.ahmadinejad", "Mahmoud Ahmadinejad", Kind::person, "IRN", "President"),
              actor("p.mottaki", "Manouchehr Mottaki", Kind::person, "IRN", "Foreign Minister"),
              actor("p.lavrov", "Sergei Lavrov", Kind::person, "RUS", "Foreign Minister"),
              actor("p.amano", "Yukiya Amano", Kind::person, "JPN", "Director General"),
              actor("USA", "United States", Kind::state, "USA"),
              actor("IRN", "Iran", Kind::state, "IRN"),
              actor("o.iaea", "International Atomic Energy Agency", Kind::organisation, "IGO"),
              actor("o.unsc", "United Nations Security Council", Kind::organisation, "IGO"),
              actor("x.iranian-negotiators", "Iranian negotiators", Kind::group, "IRN")};
  g.interactions = {
      deed("i01", "call", "2010-05-13", {"p.clinton"}, {"p.davutoglu"}, 1, Status::actual, 6),
      deed("i02", "meet", "2010-05-16", {"p.lula"}, {"p.ahmadinejad"}, 1, Status::actual, 9),
      deed("i03", "sign", "2010-05-17", {"p.amorim", "p.davutoglu", "p.mottaki"}, {}, 1, Status::actual, 12),
      deed("i04", "call", "2010-05-14", {"p.lavrov"}, {"p.clinton"}, 1, Status::actual, 2),
      deed("i05", "write", "2010-05-24", {"p.mottaki"}, {"p.amano"}, 1),
      deed("i06", "visit", "2010-05-16", {"p.erdogan"}, {"IRN"}, 1, Status::planned),
      deed("i07", "meet", "2010-05-18", {"p.clinton"}, {"p.mottaki"}, 1, Status::denied),
      deed("i08", "sanction", "2010-06-09", {"o.unsc"}, {"IRN"}, 4, Status::actual, 14),
      deed("i09", "urge", "2010-05-18", {"p.clinton"}, {"o.unsc"}, 3),
      deed("i10", "meet", "2010-05-20", {"x.iranian-negotiators"}, {"o.iaea"}, 1, Status::possible),
      deed("i11", "call", "2010-05-10", {"p.davutoglu"}, {"p.mottaki"}, 1),
      deed("i12", "meet", "2010-05-11", {"p.davutoglu"}, {"p.mottaki"}, 1),
      deed("i13", "call", "2010-05-15", {"p.davutoglu"}, {"p.mottaki"}, 1),
      deed("i14", "praise", "2010-05-19", {"p.davutoglu"}, {"p.mottaki"}, 1),
      deed("i15", "condemn", "2010-06-10", {"p.ahmadinejad"}, {"USA"}, 3, Status::actual, 3),
      deed("i16", "report", "2010-05-31", {"p.amano"}, {"o.iaea"}, 1),
      deed("i17", "call", "2010-05-17", {"p.erdogan"}, {"p.lula"}, 1),
      deed("i18", "threaten", "2010-05-25", {"USA"}, {"IRN"}, 3, Status::actual, 2),
  };
  sort(&g);
  return g;
}

inline Graph forty() {
  static const char* const codes[] = {"USA", "RUS", "CHN", "FRA", "TUR", "IRN", "BRA", "IND"};
  static const char* const names[] = {
      "Alice Moreland",     "Grant Whitfield", "Dana Okafor",     "Pavel Sorokin",   "Irina Belova",  "Yuri Malenko",
      "Chen Guowei",        "Liu Meifang",     "Zhao Renjie",     "Claire Fontenay", "Luc Martel",    "Hélène Dubreuil",
      "Mehmet Karaoğlu",    "Selin Aydın",     "Cemal Öztürk",    "Reza Farahani",   "Nader Kermani", "Leila Sohrabi",
      "João Pedro Antunes", "Marina Queiroz",  "Caio Figueiredo", "Anil Deshmukh",   "Priya Raman",   "Vikram Sethi"};
  static const char* const offices[] = {"Foreign Minister", "President", "Ambassador to the United Nations"};
  static const char* const states[] = {"United States", "Russia", "China",  "France",
                                       "Turkey",        "Iran",   "Brazil", "India"};
  Graph g;
  for (unsigned i = 0; i < 24; ++i) {
    g.actors.push_back(actor("p." + std::to_string(10 + i), names[i], Kind::person, codes[i / 3], offices[i % 3]));
  }
  for (unsigned i = 0; i < 8; ++i) g.actors.push_back(actor(codes[i], states[i], Kind::state, codes[i]));
  g.actors.push_back(actor("o.un", "United Nations", Kind::organisation, "IGO"));
  g.actors.push_back(actor("o.nato", "North Atlantic Treaty Organization", Kind::organisation, "IGO"));
  g.actors.push_back(actor("o.eu", "European Union", Kind::organisation, "IGO"));
  g.actors.push_back(actor("o.iaea", "International Atomic Energy Agency", Kind::organisation, "IGO"));
  g.actors.push_back(actor("g.kremlin", "Kremlin", Kind::government, "RUS"));
  g.actors.push_back(actor("g.elysee", "Élysée Palace", Kind::government, "FRA"));
  g.actors.push_back(actor("x.iranian-negotiators", "Iranian negotiators", Kind::group, "IRN"));
  g.actors.push_back(actor("x.us-officials", "U.S. State Department officials", Kind::group, "USA"));
  static const char* const verbs[] = {"call",  "meet", "visit",    "urge",   "condemn",
                                      "write", "meet", "sanction", "praise", "call"};
  static const int quads[] = {1, 1, 1, 3, 3, 1, 1, 4, 1, 1};
  sample::Dice dice(7);
  for (unsigned i = 0; i < 70; ++i) {
    // A few are busy, as in life.
    const unsigned a = dice.roll(3) == 0 ? dice.roll(40) : dice.roll(4) * 6;
    unsigned b = dice.roll(40);
    while (b == a) b = dice.roll(40);
    const unsigned v = dice.roll(10);
    const unsigned s = dice.roll(12);
    const Status status = s == 0   ? Status::denied
                          : s == 1 ? Status::planned
                          : s == 2 ? Status::possible
                                   : Status::actual;
    const unsigned month = 1 + dice.roll(12);
    std::string date = "2024-";
    date += (month < 10 ? "0" : "") + std::to_string(month) + "-" + std::to_string(10 + dice.roll(18));
    g.interactions.push_back(deed("i" + std::to_string(100 + i), verbs[v], date, {g.actors[a].id}, {g.actors[b].id},
                                  quads[v], status, 1 + dice.roll(6)));
  }
  sort(&g);
  return g;
}

}  // namespace cast

#endif
