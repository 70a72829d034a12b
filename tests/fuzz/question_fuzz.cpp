#include "demarche/query.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  static const QuestionRules* const rules = new QuestionRules(QuestionRules::builtin().value());
  const std::string question = text::repair_utf8({reinterpret_cast<const char*>(data), size});
  const auto query = rules->understand(question, "2010-05-13");
  if (query) {
    static_cast<void>(run(Graph(), *query));
  } else {
    ingesting::require(!query.error().message.empty());
  }
  return 0;
}
