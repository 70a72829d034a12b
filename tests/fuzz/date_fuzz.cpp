#include "ingest/written_date.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche::ingesting;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const YearHint hint{2010, 5, demarche::text::Date{2010, 5, 20}};
  const DateReading got = read_written_date(bytes, hint);
  require(got.day.has_value() == got.fault.empty());
  if (got.day) require(demarche::text::parse_iso(demarche::text::iso(*got.day)) == got.day);
  date_in_address(bytes);
  hint_in_address(bytes);
  date_in_text(bytes, hint);
  return 0;
}
