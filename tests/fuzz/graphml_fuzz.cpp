// A graph as GraphML: read, or refused in one line.
#include "demarche/export.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto graph = demarche::read_graphml({reinterpret_cast<const char*>(data), size}, "fuzz.graphml");
  if (!graph) demarche::ingesting::require(graph.error().message.find('\n') == std::string::npos);
  return 0;
}
