// A mention's record as bytes: numbers as varints, words as numbers of the dictionary.
//
// Layout, in this order; "word" is a dictionary number, "list" a count and its items, all as LEB128 varints:
//
//   version (1) · flags (bit 0 reciprocal, bit 1 attribution, bit 2 place) · precision
//   words: enddate, date_text, plover, mode, rule, event_text
//   event start (zigzag, from the sentence's) and length · quad code (zigzag) · scale · confidence
//   list of actors, list of recipients · list of topics, list of contexts
//   attribution: entity, verb · place: four words
//
// An entity is the word of its identity (name, QID, id, code, sector, office, kind joined by U+001F), the word of the
// text, its start (zigzag, from the sentence's) and length. A decimal number is its ten-thousandfold + 1 where that is
// exact and not negative, else 0 and eight bytes.
//
// Not in the record, because they are columns: id, date, event, action, status, and what belongs to the document and
// the sentence.
#ifndef DEMARCHE_STORE_PACKED_RECORD_H
#define DEMARCHE_STORE_PACKED_RECORD_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/mention.h"
#include "store/dictionary.h"

namespace demarche::store {

std::string pack_record(const Mention& mention, Dictionary* words);

// Sets the fields that the record holds. REQUIRES mention->start, which offsets count from. False if the bytes are no
// record; the mention may then be half filled.
bool unpack_record(std::string_view bytes, Dictionary* words, Mention* mention);

// The numbers of the words that a record uses. False if the bytes are no record.
bool words_of_record(std::string_view bytes, std::vector<std::int64_t>* keys);

}  // namespace demarche::store

#endif
