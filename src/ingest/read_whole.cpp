#include "ingest/read_whole.h"

#include <fmt/format.h>

#include "ingest/clean_text.h"

namespace demarche::ingesting {

bool read_whole(Input* input, std::size_t limit, std::string_view what, const std::string& where, Reading* reading,
                std::string* bytes) {
  if (input->read_all(limit, bytes) == Input::Got::too_long) {
    reading->lost(where, fmt::format("larger than {}; {} skipped", size_in_words(limit), what), Skip::too_large);
    return false;
  }
  if (!input->failure().empty()) {
    reading->lost(where, fmt::format("cannot be read ({}); {} skipped", input->failure(), what), Skip::broken);
    return false;
  }
  return !reading->stopped();
}

void say_broken_off(const Input& input, const std::string& where, Reading* reading) {
  if (input.failure().empty()) return;
  reading->lost(where, fmt::format("cannot be read on ({}); the rest is skipped", input.failure()), Skip::broken);
}

}  // namespace demarche::ingesting
