// From the encodings of files and mails to UTF-8, by ICU.
#ifndef DEMARCHE_INGEST_ENCODING_H
#define DEMARCHE_INGEST_ENCODING_H

#include <memory>
#include <string>
#include <string_view>

#include "ingest/bytes.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// "UTF-16LE", "UTF-32BE" … when the first bytes are in one of these, by their byte-order mark or by where their zero
// bytes stand; empty otherwise.
std::string wide_encoding(std::string_view head);

// The bytes as UTF-8 while they stream. What is invalid becomes U+FFFD. REQUIRES a name that wide_encoding() gave.
std::unique_ptr<Bytes> decoding(std::unique_ptr<Bytes> bytes, const std::string& encoding);

// Makes a whole text UTF-8 without NUL. Valid UTF-8 is taken as it is, whatever was declared; then the declared
// encoding counts ("" = none), Latin-1 meaning Windows-1252 as browsers have it; then what ICU and the bytes themselves
// suggest; else invalid bytes become U+FFFD. Says as a notice at `where` what it had to guess or to repair.
void decode(std::string* bytes, const std::string& declared, const std::string& where, Reading* reading);

// The same for one line of many: too short for ICU's statistics.
void decode_line(std::string* bytes, const std::string& where, Reading* reading);

}  // namespace demarche::ingesting

#endif
