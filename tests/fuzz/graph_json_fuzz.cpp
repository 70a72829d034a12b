#include "demarche/export.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto graph = demarche::read_json(bytes, "fuzz.json");
  if (graph) demarche::write_json(*graph);
  demarche::read_record(bytes, "fuzz.jsonl:1");
  return 0;
}
