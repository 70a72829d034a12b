// Lists of actors of other makers: dictionaries of TABARI and PETRARCH, agents, sheets, answers of Wikidata.
#include "actors/agents.h"
#include "actors/dictionary.h"
#include "actors/sheet.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche::actors;
  if (size == 0) return 0;
  // The first byte chooses the kind of list.
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      static_cast<void>(read_dictionary(bytes));
      break;
    case 1:
      static_cast<void>(read_agents(bytes));
      break;
    case 2:
      static_cast<void>(read_csv(bytes, "fuzz.csv"));
      break;
    default:
      static_cast<void>(read_query_json(bytes, "fuzz.json"));
      break;
  }
  return 0;
}
