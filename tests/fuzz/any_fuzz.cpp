// The choice of the reader, and whatever it chooses; mail and PDF have targets of their own, without the other process.
#include "ingest/any.h"
#include "ingest/format.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche::ingesting;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Format format = recognise(bytes, "", FieldMap({}));
  if (format == Format::mail || format == Format::mbox || format == Format::pdf) return 0;
  if (bytes.find("%PDF-") != std::string_view::npos || bytes.find("From") != std::string_view::npos) return 0;
  run_reader(data, size,
             [](Input* input, const Origin& origin, Reading* reading) { read_any(input, origin, reading); });
  return 0;
}
