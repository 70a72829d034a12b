// A document as the cascade sees it: its text, its sentences, its actors.
#ifndef DEMARCHE_EXTRACT_ANALYSIS_H
#define DEMARCHE_EXTRACT_ANALYSIS_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "extract/coreference.h"
#include "extract/sentence.h"
#include "extract/words.h"
#include "text/date.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace demarche::extract {

// One document under analysis. Borrows the document, the pack and the pool: one analysis at a time.
class Analysis {
 public:
  // `offices` may be nullptr, as in Coreference.
  Analysis(const Pack::Rep& pack, Words* words, SentencePool* pool, OfficePhrases* offices, const Document& document);

  // Stages 1 to 3. Afterwards `sentences` hold tokens, tags, chunks and resolved mentions.
  void run();

  const Document& document() const { return document_; }
  std::string_view text() const { return document_.text; }
  const Pack::Rep& pack() const { return pack_; }
  const text::OffsetMap& offsets() const { return offsets_; }
  // Of publication: the document's own, else the one that its title ends in.
  const std::optional<text::Date>& date() const { return date_; }
  // The same as written (ISO); empty where unknown.
  const std::string& day() const { return day_; }
  std::span<const Sentence> sentences() const { return pool_->all(); }
  const Coreference& coreference() const { return *coreference_; }

 private:
  struct Given {
    std::uint32_t start, end;  // bytes
    const GivenMention* mention;
  };

  bool boilerplate(const text::Sentence& range) const;
  void find_words(Sentence* sentence);
  void prepare(const text::Sentence& range, std::uint32_t number);
  void find_phrases(std::span<Sentence> sentences);
  void resolve();
  void split_pairs(std::vector<text::Token>* tokens) const;
  void mark_tokens(Sentence* sentence);
  void mark_given(Sentence* sentence);
  void give_phrase(Sentence* sentence, const Chunk& chunk, const GivenMention& given);
  void give_owner(Sentence* sentence, NounPhrase* phrase, const Given& given);
  static std::uint32_t add_given(Sentence* sentence, std::uint32_t first, std::uint32_t last, std::uint32_t head);
  bool byline(const Sentence& sentence) const;
  void find_joint_statement();
  void take_label(Sentence* sentence) const;
  void take_acronyms(Sentence* sentence) const;
  void take_opposite_number(Sentence* sentence, std::size_t token) const;
  std::uint32_t speaker_of(const std::string& label);
  rules::ActorIndex find_home() const;
  std::vector<std::string> days() const;

  const Pack::Rep& pack_;
  Words* words_;
  OfficePhrases* offices_;
  const Document& document_;
  text::OffsetMap offsets_;
  std::optional<text::Date> date_;
  std::string day_;
  std::vector<text::Token> tokens_;
  std::vector<text::Sentence> ranges_;
  std::vector<Words::Place> places_;          // of the sentence's tokens
  rules::ActorIndex home_ = rules::no_actor;  // the publication's state
  SentencePool* pool_;
  std::vector<Given> given_;  // by start
  std::unique_ptr<Coreference> coreference_;
};

}  // namespace demarche::extract

#endif
