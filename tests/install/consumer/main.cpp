// Uses every part of the installed library, so that a dependency that the package forgets fails to link.
#include <demarche/export.h>
#include <demarche/extractor.h>
#include <demarche/graph.h>
#include <demarche/ingest.h>
#include <demarche/query.h>
#include <demarche/render.h>
#include <demarche/rule_check.h>
#include <demarche/store.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace demarche;

namespace {

template <typename T>
T need(Result<T> result, const char* step) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "%s: %s\n", step, result.error().message.c_str());
  std::exit(1);
}

}  // namespace

int main() {
  std::ofstream("note.jsonl")
      << R"({"id": "a", "date": "2010-05-14", "text": "Secretary of State Hillary Clinton called )"
         R"(Turkish Foreign Minister Ahmet Davutoglu on Thursday to discuss Iran."})"
      << "\n";
  const Pack pack = need(Pack::load(), "pack");
  Extractor extractor(pack);
  Store store = need(Store::open(":memory:", Store::Mode::write), "store");
  need(ingest(
           {"note.jsonl"}, {},
           [&](Document&& document) { return store.put(document, extractor.extract(document), pack.hash()).ok(); },
           [](const Problem& problem) { std::fprintf(stderr, "%s\n", problem.message.c_str()); }),
       "ingest");
  const Graph graph = need(store.load(), "load");
  const Graph again = need(read_json(write_json(graph), "graph"), "JSON");
  const std::string picture = need(render(again, {}), "render");
  const QuestionRules questions = need(QuestionRules::builtin(), "question rules");
  const Query query = need(questions.understand("Who did Clinton call?", "2010-05-20"), "question");
  for (const std::string& answer : need(run(again, query), "answer").answers) std::printf("%s\n", answer.c_str());
  const RuleCheck check = check_rules(pack, "CONSULT.call");
  std::printf("%s, %s\n", picture.find("</svg>") != std::string::npos ? "picture" : "no picture",
              check.rules > 0 ? "rules" : "no rules");
}
