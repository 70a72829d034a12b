// A graph or a record as JSON: it is read or refused in one line, and what was read is written as it will be read
// again.
#include "demarche/export.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  using ingesting::require;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto graph = read_json(bytes, "fuzz.json")) {
    const std::string written = write_json(*graph);
    const auto again = read_json(written, "again.json");
    require(again.ok() && write_json(*again) == written);
  } else {
    require(graph.error().message.find('\n') == std::string::npos);
  }
  if (const auto mention = read_record(bytes, "fuzz.jsonl:1")) {
    std::string written, twice;
    write_record(*mention, &written);
    const auto again = read_record(written, "again.jsonl:1");
    require(again.ok());
    write_record(*again, &twice);
    require(twice == written);
  }
  return 0;
}
