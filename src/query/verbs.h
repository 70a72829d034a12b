// The verbs and nouns that questions use, with their inflected forms, and the actions of the records that they mean.
//
// A verb phrase is a form of the verb, then one of its `objects`, then one of its `particles`: "held" + "talks" +
// "with". Without its particle the phrase stands alone: "when did they speak".
//
// Thread safety: belongs to the loading of a rule pack.
#ifndef DEMARCHE_QUERY_VERBS_H
#define DEMARCHE_QUERY_VERBS_H

#include <array>
#include <cstdint>
#include <deque>
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

// What a phrase asks for, in the words of the records.
struct VerbMeaning {
  std::vector<std::string> action, event;
  bool operator==(const VerbMeaning&) const = default;
};

// What a slot takes: {V:base}, {V:past-alone}, {N:noun} … The present tense ("who talks to") counts as past.
enum class VerbForm { base, past, participle, ing, base_alone, past_alone, participle_alone, noun };
inline constexpr std::size_t verb_forms = 8;
std::optional<VerbForm> parse_verb_form(std::string_view word);

class Verbs {
 public:
  struct Phrase {
    std::string_view words;
    std::uint32_t meaning = 0;  // place in meanings()
  };
  using Phrases = std::array<std::vector<Phrase>, verb_forms>;  // each sorted by words

  Verbs() = default;
  // What phrases() and meanings() gave; the text of the phrases must outlive the verbs.
  Verbs(Phrases phrases, std::vector<VerbMeaning> meanings)
      : phrases_(std::move(phrases)), meanings_(std::move(meanings)) {}
  Verbs(Verbs&&) = default;
  Verbs& operator=(Verbs&&) = default;

  // Returns the phrase that an earlier verb has already, with another meaning; then nothing is added. Empty on success.
  // Of phrases without particle the earlier verb keeps its meaning: "call" before "call on".
  std::string add(const Verb& verb);

  // RE2 text that matches every phrase of the form, each with a space after it; longer ones first. Matches nothing if
  // there is none.
  std::string alternatives(VerbForm form) const;

  // nullptr for an unknown phrase. Case does not matter.
  const VerbMeaning* find(VerbForm form, std::string_view phrase) const;

  // Whether some phrase of the form begins with this word, which is lower-case.
  bool opens(VerbForm form, std::string_view word) const;

  const Phrases& phrases() const { return phrases_; }
  const std::vector<VerbMeaning>& meanings() const { return meanings_; }

 private:
  std::deque<std::string> words_;  // of the phrases that were added
  Phrases phrases_;
  std::vector<VerbMeaning> meanings_;
};

}  // namespace demarche::query

#endif
