// Sentences of any bytes: no crash, offsets that hold, and no input that takes more than a millisecond a kilobyte
// (libFuzzer's -timeout ends a slow one).
#include "demarche/extractor.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  using ingesting::require;
  static const Pack* const pack = new Pack(Pack::load().value());
  static Extractor extractor(*pack, {.lone_actors = true});
  Document document;
  document.id = "fuzz";
  document.date = "2010-05-13";
  document.text = text::repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::size_t length = text::count_code_points(document.text);
  for (const Mention& mention : extractor.extract(document)) {
    require(mention.start < mention.end && mention.end <= length);
    require(!mention.id.empty() && mention.confidence >= 0 && mention.confidence <= 1);
    for (const auto* side : {&mention.actor, &mention.recipient}) {
      for (const Entity& entity : *side) require(entity.start <= entity.end && entity.end <= length);
    }
  }
  return 0;
}
