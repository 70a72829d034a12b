// The alphabet of the tape: how a clause is written as bytes so that a rule's regular expression can run on it.
//
// Every item takes four bytes: its kind, the number of its word (two bytes, high first; 0 = no rule mentions it), and a
// detail. Rules and extraction share this file.
#ifndef DEMARCHE_RULES_TAPE_CODE_H
#define DEMARCHE_RULES_TAPE_CODE_H

#include <cstdint>
#include <string>

namespace demarche::rules {

inline constexpr std::size_t item_bytes = 4;

enum ItemKind : char {
  item_actor = 'A',  // a noun phrase that is an actor; detail: kind letter below
  item_possessor =
      'a',           // an actor that owns or modifies the noun phrase after it ("Turkey's decision", "U.S. sanctions")
  item_place = 'L',  // a place; detail as item_actor where it has a state
  item_noun = 'N',   // the head of another noun phrase; detail: class letter below
  item_modifier = 'M',  // a word before a head, where a rule mentions it
  item_verb =
      'V',  // a verb, active voice after normalisation; detail: 'f' finite, 'i' infinitive, 'g' -ing, 'n' participle
  item_to = 'O',  // the "to" of an infinitive
  item_preposition = 'P',
  item_adverb = 'R',  // where a rule mentions it
  item_conjunction = 'C',
  item_comma = ',',
  item_nobody = 'E',    // the subject that a passive leaves out
  item_negation = '!',  // before a negated verb
  item_modal = 'W',     // before a verb: can, must, should …
  item_boundary = 'B',  // a clause that the verb governs begins ("said that …")
  item_quote = 'Q',     // quoted words begin or end
};

// Details of actors: 'n' person by name, office or pronoun, 'p' described person, 's' state, 'v' government,
// 'o' organisation, 'g' group, 'x' other.
// Details of nouns: 'h' person, 'g' group, 'l' location, 't' time, 'e' event or act, 'm' communication, 'x' other.

inline void append_item(char kind, std::uint16_t word, char detail, std::string* tape) {
  tape->push_back(kind);
  tape->push_back(static_cast<char>(word >> 8));
  tape->push_back(static_cast<char>(word & 0xFF));
  tape->push_back(detail);
}

}  // namespace demarche::rules

#endif
