// The verbs and nouns that questions use, with their inflected forms, and the actions of the records that they mean.
//
// A verb phrase is a form of the verb, then one of its `objects`, then one of its `particles`: "held" + "talks" +
// "with". Without its particle the phrase stands alone: "when did they speak".
//
// Thread safety: belongs to the loading of a rule pack.
#ifndef DEMARCHE_QUERY_VERBS_H
#define DEMARCHE_QUERY_VERBS_H

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::query {

struct Verb {
  std::string lemma;
  std::string past, participle, ing;   // only irregular ones; the others follow from the lemma
  std::vector<std::string> objects;    // "" if the verb may stand without
  std::vector<std::string> particles;  // likewise
  std::vector<std::string> nouns;      // "meeting", "phone call"
  std::vector<std::string> action;
  std::vector<std::string> event;
};

// What a slot takes: {V:base}, {V:past-alone}, {N:noun} …
enum class VerbForm { base, past, participle, ing, base_alone, past_alone, participle_alone, noun };
inline constexpr std::size_t verb_forms = 8;
std::optional<VerbForm> parse_verb_form(std::string_view word);

class Verbs {
 public:
  // Returns the phrase that an earlier verb has already, with another meaning; then nothing is added. Empty on success.
  // Of phrases without particle the earlier verb keeps its meaning: "call" before "call on".
  std::string add(const Verb& verb);

  // RE2 text that matches every phrase of the form, each with a space after it; longer ones first. Matches nothing if
  // there is none.
  const std::string& alternatives(VerbForm form) const;

  // nullptr for an unknown phrase. Case does not matter.
  const Verb* find(VerbForm form, std::string_view phrase) const;

 private:
  std::vector<Verb> verbs_;
  std::array<std::map<std::string, std::size_t>, verb_forms> phrases_;
  mutable std::array<std::string, verb_forms> alternatives_;  // made once: every slot of every pattern asks
};

}  // namespace demarche::query

#endif
