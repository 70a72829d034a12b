// An input as a whole, and what is said of one that breaks off.
#ifndef DEMARCHE_INGEST_READ_WHOLE_H
#define DEMARCHE_INGEST_READ_WHOLE_H

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Everything that is left, in memory. False, with the problem reported at `where`, when it is larger than `limit` or
// breaks off. `what` is what the message calls it: "file", "page".
bool read_whole(Input* input, std::size_t limit, std::string_view what, const std::string& where, Reading* reading,
                std::string* bytes);

// Reports an input of many documents that broke off; nothing where it came to its end.
void say_broken_off(const Input& input, const std::string& where, Reading* reading);

}  // namespace demarche::ingesting

#endif
