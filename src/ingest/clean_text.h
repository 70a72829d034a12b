// Repairs bytes so that every text inside the library is valid UTF-8 without NUL.
#ifndef DEMARCHE_INGEST_CLEAN_TEXT_H
#define DEMARCHE_INGEST_CLEAN_TEXT_H

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/reading.h"

namespace demarche::ingesting {

// As fast as memory; for whole files and lines.
bool is_clean(std::string_view bytes);

// Each invalid byte becomes U+FFFD, each NUL a space. Says what it did as a notice at `where`.
void clean(std::string* bytes, const std::string& where, Reading* reading);

// "\r\n" and a lone "\r" become "\n".
void unify_line_ends(std::string* text);

// Without white space (ASCII) at both ends.
std::string_view trim(std::string_view s);

// With the letters of ASCII in lower case.
std::string in_lower_case(std::string_view s);

// What a message quotes of the input: its first 80 bytes, and "…" where there are more.
std::string in_short(std::string_view s);

// "1 byte", "2 bytes".
std::string counted(std::size_t n, std::string_view one, std::string_view many);

// "64 MiB", "10 bytes".
std::string size_in_words(std::size_t bytes);

}  // namespace demarche::ingesting

#endif
