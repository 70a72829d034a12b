// The pack's own words: closed classes, titles, actor nouns, words of time, governors, and the numbering of every word
// that a rule mentions.
//
// Thread safety: immutable after loading.
#ifndef DEMARCHE_RULES_VOCABULARY_H
#define DEMARCHE_RULES_VOCABULARY_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/mention.h"
#include "rules/toml_file.h"
#include "text/tokens.h"

namespace demarche::rules {

// Number of a word (a lemma) that some rule or list mentions; 0 = none does. Verbs and nouns of one spelling share it.
using WordId = std::uint16_t;

enum Function : std::uint32_t {
  determiner = 1u << 0, quantifier = 1u << 1, number_word = 1u << 2, subject_pronoun = 1u << 3,
  object_pronoun = 1u << 4, possessive_pronoun = 1u << 5, preposition = 1u << 6, conjunction = 1u << 7,
  subordinator = 1u << 8, relative = 1u << 9, question_word = 1u << 10, be = 1u << 11, have = 1u << 12,
  do_verb = 1u << 13, modal = 1u << 14, negation = 1u << 15, plain_adverb = 1u << 16, interjection = 1u << 17,
};

enum TitlePart : std::uint8_t {
  office_head = 1, portfolio = 2, rank = 4, honorific = 8, name_particle = 16, name_suffix = 32,
};

enum class TimeUnit : std::uint8_t { none, day, week, weekend, month, year, decade, hour, minute, part, season };

enum class Subject : std::uint8_t { subject, object };

// What a governing verb does to the verb under it.
struct Governor {
  std::string id;
  Subject subject = Subject::subject;
  bool keeps = true;                  // leaves the status alone
  Status status = Status::actual;     // where it does not
  bool content = false;
};

struct Speech {
  std::string id;
  bool keeps = true;
  Status status = Status::actual;
};

struct ActorNoun {
  Kind kind = Kind::other;
  std::string sector;
  bool weak = false;
};

struct WordProps {
  WordId id = 0;
  std::uint32_t function = 0;
  std::uint8_t title = 0;
  std::uint8_t month = 0, weekday = 0;
  bool is_day = false;
  std::int8_t day = 0;
  TimeUnit unit = TimeUnit::none;
  std::uint16_t actor_noun = 0;     // index + 1 into actor_nouns
  std::uint16_t governor = 0;       // verbs: index + 1; the one whose subject is the subject
  std::uint16_t object_governor = 0;  // verbs: the one whose subject is the object
  std::uint16_t speech = 0;         // verbs: index + 1
  bool hedge = false;               // adverbs that make a clause possible
  bool modal_planned = false, modal_possible = false;
  bool plan_noun = false;
  std::uint8_t office = 0;          // office_head: index + 1 into office_categories
};

class Vocabulary {
 public:
  // lexicon/*.toml. A file's top-level keys say what it holds.
  Result<Done> load(const toml::table& file, std::string_view path);

  // Numbers a word.
  WordId intern(std::string_view word);
  WordProps& props(std::string_view folded) { return props_[std::string(folded)]; }
  const WordProps* find(std::string_view folded) const {
    const auto it = props_.find(std::string(folded));
    return it == props_.end() ? nullptr : &it->second;
  }
  std::string_view text(WordId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

  const std::vector<std::string>* set(std::string_view name) const;

  text::Abbreviations abbreviations;
  std::vector<ActorNoun> actor_nouns;
  std::vector<Governor> governors;
  std::vector<Speech> speech;
  std::vector<std::string> office_categories;
  std::unordered_map<std::string, std::string> spelled_out;  // "sen" → "senator"

 private:
  Result<Done> load_functions(const toml::table& file, std::string_view path);
  Result<Done> load_nouns(const toml::table& file, std::string_view path);
  Result<Done> load_titles(const toml::table& file);
  Result<Done> load_time(const toml::table& file, std::string_view path);
  Result<Done> load_governors(const toml::table& file, std::string_view path);

  std::unordered_map<std::string, WordProps> props_;
  std::vector<std::string> texts_ = {""};
  std::unordered_map<std::string, std::vector<std::string>> sets_;
};

}  // namespace demarche::rules

#endif
