// The state and the questions of the tagger, which goes through a sentence once, from left to right. Its parts are in
// tagger.cpp (the way through the sentence) and tag_*.cpp (one kind of word each).
#ifndef DEMARCHE_EXTRACT_TAGGING_H
#define DEMARCHE_EXTRACT_TAGGING_H

#include <cstdint>
#include <string_view>

#include "extract/sentence.h"

namespace demarche::extract {

inline bool nominal(Tag t) { return t == Tag::noun || t == Tag::name || t == Tag::number || t == Tag::time; }

inline bool before_noun(Tag t) {
  return t == Tag::determiner || t == Tag::quantifier || t == Tag::adjective || t == Tag::possessive ||
         t == Tag::genitive || t == Tag::number;
}

// What "be" and "have" are in each of their forms.
std::uint16_t be_form(const Word& word);
std::uint16_t have_form(const Word& word);

// Borrows text and sentence. Everything is about the word at `at_`; tags before it are decided, those after are not.
//
// Thread safety: none.
class Tagging {
 public:
  Tagging(std::string_view text, Sentence* s)
      : text_(text), s_(*s), count_(static_cast<std::uint32_t>(s->tokens.size())) {}

  void run();

 private:
  // tagger.cpp
  Tag inside_marked(Tag t, std::uint32_t end) const;
  void find_headline();
  static bool quiet(Tag t);
  void note(const Tagged& t);
  Tag decide(std::uint16_t* form);
  Tag mark(char p);
  Tag apostrophe() const;
  bool previous_takes_be() const;
  bool accepts_match(const Word& w) const;
  bool title_before_name(const Word& w, const rules::NameRefs& refs) const;

  // tag_look.cpp
  const Word* word(std::uint32_t i) const { return i < count_ ? s_.tagged[i].word : nullptr; }
  const Word* next() const { return word(at_ + 1); }
  char punct(std::uint32_t i) const { return i < count_ ? s_.tokens[i].punct : '.'; }
  bool capital(std::uint32_t i) const { return i < count_ && (s_.tokens[i].flags & text::capitalised); }
  Tag tag_at(std::uint32_t back) const { return at_ >= back ? s_.tagged[at_ - back].tag : Tag::stop; }
  bool tag_before_is_to() const { return at_ > 0 && previous() == Tag::to; }
  static bool clitic_s(const Word& w) { return w.reads("'s") || w.reads("s'"); }
  template <std::size_t size>
  bool next_is(const char (&folded)[size]) const {
    return next() && next()->reads(folded);
  }
  bool before_noun_or_noun() const { return at_ > 0 && (nominal(tag_at(1)) || before_noun(tag_at(1))); }
  // The word follows a span that the user marked.
  bool behind_mark() const { return !s_.marked.empty() && s_.marked_end(at_ - 1) == at_ && s_.marked_end(at_) == at_; }
  bool tag_before_noun_is_conjunction() const { return at_ >= 2 && s_.tagged[at_ - 2].tag == Tag::conjunction; }
  Tag previous() const;
  std::uint32_t before_time(std::uint32_t i) const;
  bool first_word() const;
  bool time_word(const Word& w) const;
  static bool takes_no_time(const Word& w);
  bool next_is_finite() const;
  bool next_is_time() const;
  bool nth(std::uint32_t i) const;
  bool time_ahead() const;
  bool next_can_be_noun() const;
  static bool peoples_adjective(const Word& w);
  bool next_is_past() const;
  bool next_acts() const;
  bool next_is_verb_only() const;
  bool before_verb_only(const Word& w) const;
  bool next_but_one_noun() const;
  bool finite_subject_follows() const;
  bool be_ahead() const;
  bool plural_mark() const;
  bool finite_ahead() const;
  bool only_verb() const;
  bool month(std::uint32_t i) const;
  bool named_subject(std::uint32_t i) const;
  bool person_subject(std::uint32_t i) const;
  bool adjective_match(std::uint32_t i) const;
  bool plural_ahead() const;

  // tag_function_words.cpp
  Tag function_tag(const Word& w, std::uint16_t* form);
  bool before_number() const;
  bool opens_adverb(const Word& w) const;
  bool softens(const Word& w) const;
  static bool majesty(const Word* w);
  Tag quantifier_tag(const Word& w) const;
  Tag to_tag() const;
  bool governs_infinitive() const;
  bool object_governs_infinitive() const;
  bool helped_to(const Word& w) const;
  Tag have_tag(const Word& w, std::uint16_t* form) const;
  Tag do_tag(const Word& w, std::uint16_t* form) const;
  Tag that_tag() const;
  Tag relative_tag(const Word& w) const;
  bool floats(const Word& w) const;
  bool her_is_possessive() const;
  Tag determiner_tag(const Word& w) const;
  Tag preposition_tag(const Word& w);

  // tag_open_words.cpp
  Tag open_class(const Word& w, std::uint16_t* form);
  bool prenominal_start(const Word& w) const;
  static Tag proper(const Word& w);
  bool starts_name(const Word& w) const;
  static std::uint16_t any_form(const Word& w);
  std::uint16_t verb_reading(const Word& w) const;
  std::uint16_t compound_reading(const Word& w, Tag p) const;
  bool governed_pronoun() const;
  bool behind_object() const;
  bool object_complement() const;
  bool second_participle(const Word& w) const;
  bool rather_than(const Word& w) const;
  static std::uint16_t finite_form(const Word& w);
  std::uint16_t ing_reading(const Word& w, Tag p) const;
  static bool visited_by(const Word* w);
  bool prenominal(const Word& w, std::uint16_t form) const;

  // tag_past_forms.cpp
  std::uint16_t past_reading(const Word& w, Tag p) const;
  bool contact_subject() const;
  bool reduced_subject(const Word& w, Tag p) const;
  bool opened_by_subordinator() const;
  bool objectless(const Word& w, Tag p) const;
  bool finite_behind() const;
  bool set_off_participle(const Word& w) const;
  static bool subject_before(Tag p);

  // tag_noun_or_verb.cpp
  bool closes_apposition() const;
  bool closes_quotation(const Word& w) const;
  bool says(const Word& w, Tag p) const;
  bool resumed(const Word& w) const;
  bool let_do(const Word& w) const;
  bool governed_name(std::uint32_t name) const;
  bool begins_clause(const Word& w, std::uint32_t name) const;
  bool headline_pair(const Word& w) const;
  std::uint16_t noun_or_verb(const Word& w, Tag p) const;
  bool calls_on(const Word& w) const;
  std::uint16_t after_conjunction(const Word& w) const;

  std::string_view text_;
  Sentence& s_;
  std::uint32_t count_;
  std::uint32_t at_ = 0;
  std::uint32_t adverb_end_ = none;  // the second word of an adverb of two
  bool finite_ = false;
  bool comma_ = false;                             // a comma has come since the last verb
  bool relative_ = false, relative_verb_ = false;  // inside a relative clause; its verb has come
  bool set_off_ = false, set_off_ended_ = false;   // the last relative clause came behind a comma; a comma ended it
  bool participle_ = false;                        // the last verb was a participle behind its noun: "joined by Oman"
  bool modal_left_ = false;                        // a modal stood right before a comma: its verb is still to come
  bool asks_ = false;  // the sentence began with "did", "will": its verb is still to come, in its base form
  bool after_preposition_ = false;  // since the last verb came a preposition that may begin a clause: "after", "as"
  bool demanded_ = false, subjunctive_ = false;  // the last verb demands; in its clause the verb has its base form
  bool speech_ = false;                          // the last verb was one of speech: a clause may follow without "that"
  bool addressed_ = false;                       // since the last verb, one of speech, only noun phrases have come
};

}  // namespace demarche::extract

#endif
