// Loading lexicon/*.toml, numbering the words that rules mention, and writing both as a Vocabulary.
#ifndef DEMARCHE_RULES_VOCABULARY_BUILDER_H
#define DEMARCHE_RULES_VOCABULARY_BUILDER_H

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/table_writer.h"
#include "rules/toml_file.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

class VocabularyBuilder {
 public:
  // A file of lexicon/. Its top-level keys say what it holds.
  Result<Done> load(const toml::table& file, std::string_view path);

  // The number of a word, new or old. Words beyond most_words share the last number; check size().
  WordId intern(std::string_view word);
  // The number of a word that is interned; else 0.
  WordId number_of(std::string_view word) const;
  // Whether an interned word is of one of these word classes (bits of function_words.toml).
  bool has(WordId word, std::uint32_t classes) const;
  // Gives the words a trait that no set of sets.toml gives.
  void give_trait(const std::vector<std::string>& words, Trait trait);
  // The words of a set, or nullptr.
  const std::vector<std::string>* set(std::string_view name) const;
  std::size_t size() const { return texts_.size(); }
  static constexpr std::size_t most_words = 0xFFFF;

  // Fills `to` with what was loaded.
  void write(TableWriter* writer, Rows<Vocabulary> to) const;

 private:
  struct GovernorSource {
    std::string id;
    Subject subject = Subject::subject;
    bool keeps = true, content = false;
    Status status = Status::actual;
  };
  struct SpeechSource {
    std::string id;
    bool keeps = true;
    Status status = Status::actual;
  };
  struct ActorNounSource {
    Kind kind = Kind::other;
    std::string sector;
    bool weak = false;
  };

  WordProps& props(std::string_view folded) { return props_[std::string(folded)]; }

  Result<Done> load_sets(const toml::table& file, std::string_view path);
  Result<Done> load_functions(const toml::table& file, std::string_view path);
  Result<Done> load_nouns(const toml::table& file, std::string_view path);
  Result<Done> load_titles(const toml::table& file, std::string_view path);
  void add_actor_phrase(const std::string& phrase, const ActorNounSource& noun);
  void load_offices(const toml::table& offices);
  Result<Done> load_time(const toml::table& file, std::string_view path);
  Result<Done> load_governors(const toml::table& file, std::string_view path);
  Result<Done> load_speech(const toml::table& file, std::string_view path);
  void load_hints(const toml::table& file);

  void write_words(TableWriter* writer, Rows<Vocabulary> to) const;
  void write_lists(TableWriter* writer, Rows<Vocabulary> to) const;

  std::map<std::string, WordProps> props_;
  std::vector<std::string> texts_ = {""};
  std::map<std::string, std::vector<std::string>> sets_;
  std::map<std::string, std::string> spelled_out_;
  std::map<std::string, text::Abbreviations::Class> abbreviations_;
  std::vector<ActorNounSource> actor_nouns_;
  std::vector<GovernorSource> governors_;
  std::vector<SpeechSource> speech_;
  std::vector<std::string> office_categories_;
};

}  // namespace demarche::rules

#endif
