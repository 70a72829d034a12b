// The alphabet of the tape: how a clause is written as bytes so that a rule's regular expression can run on it.
//
// Every item takes four bytes: its kind, the number of its word (two bytes, high first; 0 = no rule mentions it), and a
// detail. Rules and extraction share this file.
#ifndef DEMARCHE_RULES_TAPE_CODE_H
#define DEMARCHE_RULES_TAPE_CODE_H

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

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
// 'o' organisation, 'g' group, 'x' other. All else has '-'.

inline constexpr std::string_view item_kinds = "AaLNMVOPRC,E!WBQ";
inline constexpr std::string_view item_details = "npsvogx";

// Which of item_kinds, item_details a letter is, as a bit; 0 = none of them.
template <typename Bits>
constexpr std::array<Bits, 128> letter_bits(std::string_view letters) {
  std::array<Bits, 128> bits{};
  for (std::size_t i = 0; i < letters.size(); ++i)
    bits[static_cast<unsigned char>(letters[i])] = static_cast<Bits>(1u << i);
  return bits;
}
inline constexpr auto kind_bits = letter_bits<std::uint16_t>(item_kinds);
inline constexpr auto detail_bits = letter_bits<std::uint8_t>(item_details);
constexpr std::uint16_t kind_bit(char letter) { return kind_bits[static_cast<unsigned char>(letter) & 127u]; }
constexpr std::uint8_t detail_bit(char letter) { return detail_bits[static_cast<unsigned char>(letter) & 127u]; }

// An item as the slot programs test it.
struct TapeCode {
  std::uint16_t kind = 0;  // kind_bit()
  std::uint16_t word = 0;
  std::uint8_t detail = 0;  // detail_bit()

  bool is(ItemKind k) const { return kind == kind_bit(k); }
  char kind_letter() const { return item_kinds[static_cast<std::size_t>(std::countr_zero(kind))]; }
};

// The item as the regular expressions read it.
inline void append_item(const TapeCode& item, std::string* tape) {
  tape->push_back(item.kind_letter());
  tape->push_back(static_cast<char>(item.word >> 8));
  tape->push_back(static_cast<char>(item.word & 0xFF));
  tape->push_back(item.detail ? item_details[static_cast<std::size_t>(std::countr_zero(item.detail))] : '-');
}

// What a pattern binds.
enum class Slot : std::uint8_t { x, y, z, both, topic, negated };
inline constexpr std::size_t slot_count = 6;

}  // namespace demarche::rules

#endif
