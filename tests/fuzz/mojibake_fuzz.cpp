#include "ingest/mojibake.h"
#include "ingest/plain_characters.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  using ingesting::require;
  const std::string text = text::repair_utf8({reinterpret_cast<const char*>(data), size});
  std::size_t places = 0;
  std::vector<OffsetShift> shifts;
  const std::string good = ingesting::undo_mojibake(text, &places, &shifts);
  require(text::is_valid_utf8(good));
  const auto length = static_cast<std::uint32_t>(text::count_code_points(good));
  const auto own_length = static_cast<std::uint32_t>(text::count_code_points(text));
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i <= length; ++i) {
    const std::uint32_t own = to_own_offset(shifts, i);
    require(own >= before && own <= own_length && from_own_offset(shifts, own) == i);
    before = own;
  }
  require(before == own_length);
  require(text::is_valid_utf8(ingesting::plain_characters(text)));
  return 0;
}
