// A sentence on its way through the cascade: tagged tokens, chunks, actor mentions, verb groups.
#ifndef DEMARCHE_EXTRACT_SENTENCE_H
#define DEMARCHE_EXTRACT_SENTENCE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "extract/few_numbers.h"
#include "extract/words.h"
#include "text/tokens.h"

namespace demarche::extract {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

// Part of speech in context.
enum class Tag : std::uint8_t {
  other,
  determiner,
  quantifier,
  number,
  adjective,
  noun,
  name,
  pronoun,
  possessive,
  genitive,
  preposition,
  to,
  conjunction,
  comma,
  subordinator,
  relative,
  verb,
  be,
  have,
  do_verb,
  modal,
  negation,
  adverb,
  quote,
  stop,
  time,
};

// A gazetteer name found in the text.
struct NameMatch {
  std::uint32_t first = 0, last = 0;  // tokens, end exclusive
  const rules::NameRefs* refs = nullptr;
};

struct Tagged {
  const Word* word = nullptr;  // nullptr for punctuation and numbers
  Tag tag = Tag::other;
  std::uint16_t form = 0;      // of verbs: one of rules::Form
  std::uint32_t match = none;  // index into Sentence::matches of the name that covers the token
};

// What a noun phrase (or a part of one) refers to.
enum class Refers : std::uint8_t {
  person,     // a named person
  actor,      // a state, organisation, group by name
  capital,    // a capital or seat: government or place
  place,      // a city or region
  role,       // an office without a name: "the Turkish foreign minister"
  described,  // a group or person by a common noun: "Turkish officials"
  pronoun,
};

struct ActorMention {
  std::uint32_t first = 0, last = 0;  // tokens of the whole phrase, with title and country
  std::uint32_t head = 0;             // token of the head: surname, noun, pronoun
  Refers refers = Refers::described;
  Kind kind = Kind::other;
  rules::ActorIndex known = rules::no_actor;      // the gazetteer's actor, where certain
  rules::ActorIndex country = rules::no_actor;    // state or organisation that it belongs to
  const rules::NameRefs* candidates = nullptr;    // names with several readings
  std::uint32_t name_first = 0, name_last = 0;    // tokens of the bare name
  std::uint32_t title_first = 0, title_last = 0;  // tokens of the title
  std::string_view sector;                        // constant data
  std::uint32_t core = none;                      // token where its own words begin ("a number of | our diplomats")
  bool merged = false;                            // taken up by another mention: an apposition, a complement
  bool political = false;  // after coreference: known to the gazetteer, or with an office in the text
  bool tentative = false;  // an actor only if a complement says whose ("the director of …")
  bool counted = false;    // "3,400 people": so many of whom nobody tells more
  bool plural = false;
  bool definite = false;  // "the", "this", "both"
  bool his = false;       // "his Turkish counterpart": begins with a possessive pronoun
  bool former = false;
  bool given = false;                    // marked by the user
  const GivenMention* marked = nullptr;  // what the user says of it, where that is anything
  std::uint32_t owner = none;            // mention that owns it: "Clinton's deputy"
  FewNumbers entities;                   // after coreference: numbers of document entities
};

// A noun phrase without its complements.
struct NounPhrase {
  std::uint32_t first = 0, last = 0;
  std::uint32_t head = 0;
  std::uint32_t mention = none;  // when the phrase is an actor or place
  FewNumbers possessors;         // mentions inside it that own or modify the head
  bool time = false;             // "Thursday morning"
};

enum class ChunkKind : std::uint8_t {
  noun,
  verb,
  preposition,
  conjunction,
  comma,
  subordinator,
  relative,
  adverb,
  quote,
  stop,
  open,
  close
};

struct Chunk {
  ChunkKind kind = ChunkKind::stop;
  std::uint32_t first = 0, last = 0;
  std::uint32_t index = none;  // into phrases or verbs
};

enum class VerbForm : std::uint8_t { finite, infinitive, ing, participle, base };

struct VerbGroup {
  std::uint32_t first = 0, last = 0;
  std::uint32_t head = 0;  // token of the lexical verb
  VerbForm form = VerbForm::finite;
  bool passive = false, negated = false, past = false, future = false, perfect = false, progressive = false;
  bool possible = false;  // modal or hedge
  bool copula = false;    // "is", with nothing else
  bool auxiliary_only = false;
};

struct Sentence {
  std::uint32_t number = 0;  // in the document
  std::uint32_t token = 0;   // number of its first token in the document
  std::vector<text::Token> tokens;
  std::vector<Tagged> tagged;
  std::vector<NameMatch> matches;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marked;  // tokens under the user's spans; ascending, apart
  std::vector<Chunk> chunks;
  std::vector<NounPhrase> phrases;
  std::vector<VerbGroup> verbs;
  std::vector<ActorMention> mentions;
  std::vector<std::pair<std::uint32_t, std::string>> acronyms;  // "(DRC)" taken out behind this token
  std::string speaker;    // the label of a transcript line ("MR. GIBBS"), taken out; "Q" for questions
  bool headline = false;  // most words are capitalised
  bool can_act = false;   // holds a word that some rule is found by

  // Where the marked span that covers the token ends; the token itself where none does.
  std::uint32_t marked_end(std::uint32_t at) const {
    for (const auto& [first, last] : marked) {
      if (first <= at && at < last) return last;
    }
    return at;
  }

  // Gives back what the lists that grew word by word have too much.
  void fit() {
    matches.shrink_to_fit();
    chunks.shrink_to_fit();
    phrases.shrink_to_fit();
    verbs.shrink_to_fit();
    mentions.shrink_to_fit();
  }

  void clear() {
    tokens.clear();
    tagged.clear();
    matches.clear();
    marked.clear();
    chunks.clear();
    phrases.clear();
    verbs.clear();
    mentions.clear();
    acronyms.clear();
    speaker.clear();
    headline = can_act = false;
  }
};

// The sentences of the document under analysis; the next document takes over their memory.
//
// Thread safety: one pool a thread.
class SentencePool {
 public:
  // `sentences`: about as many will come.
  void start_document(std::size_t sentences) {
    used_ = 0;
    if (sentences >= many) sentences_.reserve(sentences);
  }
  Sentence& next() {
    if (used_ == sentences_.size()) sentences_.emplace_back();
    Sentence& s = sentences_[used_++];
    s.clear();
    return s;
  }
  void drop_last() { --used_; }
  std::span<Sentence> all() { return {sentences_.data(), used_}; }

 private:
  static constexpr std::size_t many = 4096;  // from where on doubling would waste memory

  std::vector<Sentence> sentences_;
  std::size_t used_ = 0;
};

}  // namespace demarche::extract

#endif
