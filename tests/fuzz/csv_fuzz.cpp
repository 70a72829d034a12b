#include "ingest/csv.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche::ingesting;
  run_reader(data, size,
             [](Input* input, const Origin& origin, Reading* reading) { read_csv(input, ',', origin, reading); });
  run_reader(data, size,
             [](Input* input, const Origin& origin, Reading* reading) { read_csv(input, '\t', origin, reading); });
  return 0;
}
