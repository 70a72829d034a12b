// Sets of lexicon/sets.toml whose members the cascade itself asks for. Each word carries its traits as bits, so that
// asking costs nothing; the words stay data.
#ifndef DEMARCHE_RULES_TRAIT_H
#define DEMARCHE_RULES_TRAIT_H

#include <array>
#include <cstdint>
#include <string_view>

namespace demarche::rules {

enum class Trait : std::uint8_t {
  actors_verb,
  addressing_verb,
  adverb_behind_at,
  adverb_behind_for,
  adverb_behind_in,
  adverb_behind_of,
  adverb_behind_so,
  adverb_behind_to,
  bare_infinitive_verb,
  clause_adjective,
  content_noun,
  currency,
  deed_noun,
  deed_verb,
  demand_verb,
  ditransitive_verb,
  doing_participle,
  done_adjective,
  event_ending_verb,
  female_title,
  governs_with_particle,
  harming_verb,
  hearsay_noun,
  intent_noun,
  intransitive_verb,
  link_verb,
  male_title,
  motion_verb,
  noun_after_to,
  number_weight,
  object_infinitive_verb,
  object_verb,
  occasion_noun,
  own_event_preposition,
  own_event_verb,
  pleasure_noun,
  predicative_verb,
  quantity_noun,
  refusal_noun,
  request_noun,
  taking_verb,
  time_clause_word,
  way_verb,
  wish_noun,
  boilerplate_start,  // of boilerplate.toml
  boilerplate_word,
};

// Names of the sets, by Trait; the last two are lists of boilerplate.toml.
inline constexpr std::array<std::string_view, 46> trait_names = {"actors_verb",
                                                                 "addressing_verb",
                                                                 "adverb_behind_at",
                                                                 "adverb_behind_for",
                                                                 "adverb_behind_in",
                                                                 "adverb_behind_of",
                                                                 "adverb_behind_so",
                                                                 "adverb_behind_to",
                                                                 "bare_infinitive_verb",
                                                                 "clause_adjective",
                                                                 "content_noun",
                                                                 "currency",
                                                                 "deed_noun",
                                                                 "deed_verb",
                                                                 "demand_verb",
                                                                 "ditransitive_verb",
                                                                 "doing_participle",
                                                                 "done_adjective",
                                                                 "event_ending_verb",
                                                                 "female_title",
                                                                 "governs_with_particle",
                                                                 "harming_verb",
                                                                 "hearsay_noun",
                                                                 "intent_noun",
                                                                 "intransitive_verb",
                                                                 "link_verb",
                                                                 "male_title",
                                                                 "motion_verb",
                                                                 "noun_after_to",
                                                                 "number_weight",
                                                                 "object_infinitive_verb",
                                                                 "object_verb",
                                                                 "occasion_noun",
                                                                 "own_event_preposition",
                                                                 "own_event_verb",
                                                                 "pleasure_noun",
                                                                 "predicative_verb",
                                                                 "quantity_noun",
                                                                 "refusal_noun",
                                                                 "request_noun",
                                                                 "taking_verb",
                                                                 "time_clause_word",
                                                                 "way_verb",
                                                                 "wish_noun",
                                                                 "boilerplate_start",
                                                                 "boilerplate_word"};

constexpr std::uint64_t trait_bit(Trait r) { return std::uint64_t{1} << static_cast<unsigned>(r); }

}  // namespace demarche::rules

#endif
