// The merged vocabulary: what lexicon, pack and gazetteer know about a word form, resolved once a form and kept.
//
// The table fills as texts are read, so that the program starts without building it; it is emptied when it outgrows
// `limit` forms. What a form means never depends on what was read before.
//
// Thread safety: one table a thread. Borrows the pack's tables.
#ifndef DEMARCHE_EXTRACT_WORDS_H
#define DEMARCHE_EXTRACT_WORDS_H

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pack_data.h"

namespace demarche::extract {

using rules::WordId;

// What a word form can be.
struct alignas(64) Word {
  // What every stage asks stands first, in one line of the cache.
  std::string_view folded;       // lower case, without accents; abbreviations without the last dot
  std::uint32_t function = 0;    // rules::Function bits
  std::uint64_t traits = 0;      // rules::Trait bits of the form
  std::uint32_t name_word = 0;   // of the gazetteer
  std::uint16_t forms = 0;       // rules::Form bits
  WordId self = 0;               // number of the form itself
  WordId verb = 0;               // number of its verb lemma
  WordId noun = 0;               // number of its noun lemma
  std::uint16_t actor_noun = 0;  // index + 1 into Vocabulary::actor_nouns
  std::uint16_t verb_count = 0, noun_count = 0, adjective_count = 0;
  std::uint8_t title = 0;  // rules::TitlePart bits
  rules::NounClass noun_class = rules::NounClass::none;
  bool in_lexicon = false;
  bool given_name = false;
  bool person_noun = false;                  // its commonest noun sense is a person
  bool can_act = false;                      // some rule is found by it, as a verb or as an event noun
  std::uint8_t fixed = 0;                    // its Tag + 1 where no neighbour changes it, else 0
  std::uint16_t fixed_form = 0;              // with it
  rules::ActorIndex doer = rules::no_actor;  // "Saudi-led", "UN-brokered": whose act the noun behind it is
  WordId modifier = 0;  // that rules may ask for before the head of a phrase: noun, form or verb; 0 = none
  const rules::WordProps* props = nullptr;       // of the form, or of its noun lemma for actor nouns and titles
  const rules::WordProps* verb_props = nullptr;  // of the verb lemma
  const rules::WordProps* noun_props = nullptr;  // of the noun lemma
  std::string_view verb_lemma, noun_lemma;       // empty when it is none; views of constant data or of `folded`

  // Whether this is the (folded) word.
  template <std::size_t size>
  bool reads(const char (&other)[size]) const {
    return folded.size() == size - 1 && std::memcmp(folded.data(), other, size - 1) == 0;
  }
  bool can(std::uint16_t bits) const { return (forms & bits) != 0; }
  bool is(std::uint32_t bits) const { return (function & bits) != 0; }
  bool is_title(std::uint8_t bits) const { return (title & bits) != 0; }
  bool has_trait(rules::Trait r) const { return (traits & rules::trait_bit(r)) != 0; }
  bool verb_has_trait(rules::Trait r) const { return verb_props && verb_props->has_trait(r); }
  bool noun_has_trait(rules::Trait r) const { return noun_props && noun_props->has_trait(r); }
  bool plural_noun() const { return can(rules::noun_plural) && !can(rules::noun_singular); }
};

class Words {
 public:
  explicit Words(const rules::PackTables& tables, std::size_t limit = 1u << 20);

  // `token` is the token's bytes, `readable` how many bytes may be read from its start (more is faster). REQUIRES a
  // token that is not empty. The reference stays valid until start_document().
  const Word& find(std::string_view token, std::size_t readable) { return find(token, place_of(token, readable)); }

  // The same in two steps: asked ahead for several tokens, the table's lines are there when they are looked at.
  struct Place {
    std::uint64_t begin;
    std::size_t hash;
  };
  Place place_of(std::string_view token, std::size_t readable) const;
  const Word& find(std::string_view token, const Place& place);

  // May empty the table; call between documents only.
  void start_document();

 private:
  void resolve(std::string_view token, std::string* folded, Word* word) const;
  void add_lexicon(std::string_view form, Word* word) const;
  void add_hyphenated(Word* word) const;
  rules::ActorIndex doer_of(std::string_view token) const;
  void add_men(Word* word) const;
  void add_rule_noun(Word* word) const;
  void guess(Word* word) const;
  void grow();

  const rules::PackTables& tables_;
  std::size_t limit_;
  std::deque<Word> words_;
  // The first bytes of the form, so that most are compared without being looked up.
  struct Slot {
    std::uint64_t begin = 0;
    const Word* word = nullptr;
    std::uint32_t size = 0;
    std::uint32_t number = 0;
  };
  std::vector<Slot> slots_;
  std::deque<std::string> keys_;    // by Slot::number
  std::deque<std::string> folded_;  // as words_
};

}  // namespace demarche::extract

#endif
