// Which language a text is in, by CLD2 (Compact Language Detector 2: four-letter runs, a table within the library).
#ifndef DEMARCHE_INGEST_LANGUAGE_H
#define DEMARCHE_INGEST_LANGUAGE_H

#include <string>
#include <string_view>

namespace demarche::ingesting {

// ISO 639 code of a text that is certainly in one language and long enough to tell; empty where that is not so. Looks
// at the first kilobytes only.
std::string detect_language(std::string_view valid_utf8);

// "French" for "fr"; the code itself where it has no name.
std::string language_in_words(const std::string& code);

}  // namespace demarche::ingesting

#endif
