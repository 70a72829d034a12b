// Deeds spoken of again: "France condemned the seizure", "Hamas has rejected it", "such a move was criticised".
//
// A deed's noun without an owner goes back to whose deed the text told last: an owner ("Iran's plan"), an agent ("the
// shelling of Homs by Syrian forces"), the subject of a relative clause ("an offer that Park made") or of the verb
// ("Iran seized the ship"). "The move", "the decision" may be whatever the sentence before told of. That actor then
// owns the phrase, as if the text had said so.
//
// "Belarus arrested an activist. Lithuania demanded her release, France condemned her detention": what is suffered
// belongs to whoever did it, to nobody where that is not told.
//
// Cautious: only the nouns of the set deed_noun, only a few sentences back.
//
// Thread safety: one a document.
#ifndef DEMARCHE_EXTRACT_DEEDS_H
#define DEMARCHE_EXTRACT_DEEDS_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/coreference.h"
#include "extract/sentence.h"

namespace demarche::extract {

class Deeds {
 public:
  // Borrows the tables and the document's actors.
  Deeds(const rules::PackTables& tables, const std::vector<DocEntity>& entities);

  // All sentences in order, after coreference: gives deeds their owners and remembers those that are told.
  void read(Sentence* sentence);

 private:
  using WordList = rules::TableList<rules::TableString>;
  struct Deed {
    std::uint16_t noun = 0;  // place in deed_noun; of any act none
    FewNumbers doers;        // entities
    std::uint32_t sentence = 0;
  };

  const Word* word(const Sentence& s, std::uint32_t token) const { return s.tagged[token].word; }
  void phrase(Sentence* s, std::uint32_t chunk);
  bool fired(const Sentence& s, std::uint32_t chunk) const;
  bool suffered(const Sentence& s, std::uint32_t chunk) const;
  void suffer(Sentence* s, std::uint32_t chunk, std::uint16_t noun);
  void it(Sentence* s, std::uint32_t chunk);
  void verb(const Sentence& s, std::uint32_t chunk);
  std::uint32_t doer_behind(const Sentence& s, std::uint32_t chunk) const;
  bool goes_back(const Sentence& s, const NounPhrase& p) const;
  bool of_subject(const Sentence& s, const FewNumbers& doers) const;
  void own(Sentence* s, NounPhrase* p, const FewNumbers& doers) const;
  void remember(std::uint16_t noun, const FewNumbers& doers, std::uint32_t sentence);
  const Deed* last(std::uint16_t noun, std::uint32_t sentence) const;
  const Deed* last_like(std::uint16_t noun, std::uint32_t sentence, std::uint32_t reach);
  void find_kinds();
  void note_act(const Sentence& s, const VerbGroup& v, std::uint32_t doer);
  const Deed* sole_act(const Sentence& s) const;
  const Deed* act_before(const Sentence& s, std::uint32_t chunk) const;

  const std::vector<DocEntity>& entities_;
  const WordList* nouns_;
  const WordList* verbs_;
  const WordList* judging_;  // verbs of whoever judges what another did
  const WordList* naming_;   // verbs of whoever calls it something
  const WordList* fired_;    // participles between a weapon and whoever uses it
  const WordList* weapons_;
  const WordList* done_by_;   // participles between a deed and who did it
  const WordList* suffered_;  // nouns of what is done to their owner
  const WordList* any_;       // nouns that may be any act
  const rules::Vocabulary& vocabulary_;
  std::vector<std::uint8_t> kinds_;  // of each noun, a bit for each list of nouns that may stand for one another
  std::vector<Deed> told_;
  std::vector<Deed> acts_;        // of the last few clauses
  std::uint32_t subject_ = none;  // mention that the verbs of this sentence have as their last subject
};

}  // namespace demarche::extract

#endif
