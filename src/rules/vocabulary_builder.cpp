#include "rules/vocabulary_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "rules/actor_phrase.h"
#include "text/ordinals.h"

namespace demarche::rules {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 18> function_classes = {{
    {"determiner", determiner},
    {"quantifier", quantifier},
    {"number_word", number_word},
    {"subject_pronoun", subject_pronoun},
    {"object_pronoun", object_pronoun},
    {"possessive_pronoun", possessive_pronoun},
    {"preposition", preposition},
    {"conjunction", conjunction},
    {"subordinator", subordinator},
    {"relative", relative},
    {"question_word", question_word},
    {"be", be},
    {"have", have},
    {"do", do_verb},
    {"modal", modal},
    {"negation", negation},
    {"adverb", plain_adverb},
    {"interjection", interjection},
}};

std::uint32_t function_class(std::string_view name) {
  for (const auto& [known, bit] : function_classes) {
    if (known == name) return bit;
  }
  return 0;
}

constexpr int days_of_longest_month = 31;
constexpr std::array<std::string_view, 11> units = {"",       "day",  "week",   "weekend", "month", "year",
                                                    "decade", "hour", "minute", "part",    "season"};

Result<Done> read_status(const toml::table& row, std::string_view path, bool* keeps, Status* status) {
  const std::string word = string_at(row, "status");
  *keeps = word.empty() || word == "keep";
  if (!*keeps && !parse_status(word, status)) {
    return bad_rules(path, row,
                     fmt::format("\"{}\" is no status; known are keep, actual, planned, possible, denied", word));
  }
  return Done{};
}

// A top-level key that must be a table, or a list of tables.
Result<const toml::table*> table_in(const toml::table& file, std::string_view path, std::string_view key) {
  const toml::node& node = *file.get(key);
  if (const auto* table = node.as_table()) return table;
  return bad_rules(path, node, fmt::format("\"{0}\" must be a table: write [{0}]", key));
}

Result<Done> check_list(const toml::table& file, std::string_view path, std::string_view key) {
  const toml::node& node = *file.get(key);
  const auto* rows = node.as_array();
  if (rows && std::all_of(rows->begin(), rows->end(), [](const toml::node& n) { return n.is_table(); })) return Done{};
  return bad_rules(path, node, fmt::format("\"{0}\" must be a list of tables: write [[{0}]]", key));
}

int number(const toml::node& node) { return static_cast<int>(node.value_or(0)); }

std::vector<std::string> strings_in(const toml::table& file, std::string_view table, std::string_view key) {
  const auto* t = file.get_as<toml::table>(table);
  return t ? strings_at(*t, key) : std::vector<std::string>();
}

}  // namespace

WordId VocabularyBuilder::intern(std::string_view word) {
  WordProps& p = props(word);
  if (p.id == 0) {
    p.id = static_cast<WordId>(std::min(texts_.size(), most_words));
    texts_.emplace_back(word);
  }
  return p.id;
}

const std::vector<std::string>* VocabularyBuilder::set(std::string_view name) const {
  const auto it = sets_.find(std::string(name));
  return it == sets_.end() ? nullptr : &it->second;
}

Result<Done> VocabularyBuilder::load(const toml::table& file, std::string_view path) {
  using Class = text::Abbreviations::Class;
  for (const std::string& word : strings_at(file, "never_ends")) abbreviations_[word] = Class::never_ends;
  for (const std::string& word : strings_at(file, "may_end")) abbreviations_[word] = Class::may_end;
  if (file.contains("sets")) return load_sets(file, path);
  if (file.contains("determiner")) return load_functions(file, path);
  if (file.contains("nouns")) return load_nouns(file, path);
  if (file.contains("title")) return load_titles(file, path);
  if (file.contains("months")) return load_time(file, path);
  if (file.contains("governor")) return load_governors(file, path);
  return Done{};
}

Result<Done> VocabularyBuilder::load_sets(const toml::table& file, std::string_view path) {
  auto sets = table_in(file, path, "sets");
  if (!sets) return sets.error();
  for (const auto& [name, words] : **sets) {
    if (!words.is_array()) return bad_rules(path, words, fmt::format("the set \"{}\" must be a list", name.str()));
    sets_[std::string(name.str())] = strings_at(**sets, name.str());
    for (std::size_t r = 0; r < trait_names.size(); ++r) {
      if (trait_names[r] == name.str()) give_trait(sets_[std::string(name.str())], static_cast<Trait>(r));
    }
  }
  return Done{};
}

WordId VocabularyBuilder::number_of(std::string_view word) const {
  const auto it = props_.find(std::string(word));
  return it == props_.end() ? WordId{0} : it->second.id;
}

bool VocabularyBuilder::has(WordId word, std::uint32_t classes) const {
  const auto it = props_.find(texts_[word]);
  return it != props_.end() && (it->second.function & classes) != 0;
}

void VocabularyBuilder::give_trait(const std::vector<std::string>& words, Trait trait) {
  for (const std::string& word : words) props(word).traits |= trait_bit(trait);
}

Result<Done> VocabularyBuilder::load_functions(const toml::table& file, std::string_view path) {
  for (const auto& [key, node] : file) {
    const std::uint32_t bit = function_class(key.str());
    if (bit == 0) return bad_rules(path, node, fmt::format("\"{}\" is no word class", key.str()));
    for (const std::string& word : strings_at(file, key.str())) {
      intern(word);
      props(word).function |= bit;
    }
  }
  return Done{};
}

Result<Done> VocabularyBuilder::load_nouns(const toml::table& file, std::string_view path) {
  if (auto checked = check_list(file, path, "nouns"); !checked) return checked.error();
  for (const toml::table* row : tables_at(file, "nouns")) {
    ActorNounSource noun;
    if (!parse_kind(string_at(*row, "kind"), &noun.kind)) return bad_rules(path, *row, "[[nouns]] needs a \"kind\"");
    noun.sector = string_at(*row, "sector");
    for (const std::string& word : strings_at(*row, "words")) {
      if (word.find(' ') != std::string::npos) {
        add_actor_phrase(word, noun);
        continue;
      }
      WordProps& p = props(word);
      if (p.actor_noun) continue;
      actor_nouns_.push_back(noun);
      p.actor_noun = static_cast<std::uint16_t>(actor_nouns_.size());
    }
  }
  for (const std::string& word : strings_in(file, "weak", "words")) {
    if (const std::uint16_t n = props(word).actor_noun) actor_nouns_[n - 1].weak = true;
  }
  return Done{};
}

// "human rights activist", "minister of information": found by its head, the last word before a preposition.
void VocabularyBuilder::add_actor_phrase(const std::string& phrase, const ActorNounSource& noun) {
  std::size_t end = phrase.size();
  for (const char* preposition : {" of ", " for ", " in ", " at ", " to ", " on ", " from ", " with ", " against "}) {
    end = std::min(end, phrase.find(preposition));
  }
  const std::size_t space = phrase.rfind(' ', end - 1);
  const std::size_t head = space == std::string::npos ? 0 : space + 1;
  const std::string word = phrase.substr(head, end - head);
  props(word).heads_actor_phrase = true;
  std::vector<std::string>& phrases = sets_[std::string(actor_phrases_of) + word];
  phrases.push_back(fmt::format("{}\t{}\t{}", phrase, noun.sector, static_cast<int>(noun.kind)));
}

void VocabularyBuilder::load_offices(const toml::table& offices) {
  for (const auto& [category, words] : offices) {
    office_categories_.emplace_back(category.str());
    for (const std::string& word : strings_at(offices, category.str())) {
      WordProps& p = props(word);
      p.title |= office_head;
      if (p.office == 0) p.office = static_cast<std::uint8_t>(office_categories_.size());
    }
  }
}

Result<Done> VocabularyBuilder::load_titles(const toml::table& file, std::string_view path) {
  if (const auto* offices = file.get_as<toml::table>("office")) load_offices(*offices);
  const auto title = table_in(file, path, "title");
  if (!title) return title.error();
  static constexpr std::pair<std::string_view, std::uint8_t> parts[] = {{"portfolio", portfolio},
                                                                        {"rank", rank},
                                                                        {"honorific", honorific},
                                                                        {"particle", name_particle},
                                                                        {"suffix", name_suffix}};
  for (const auto& [key, bit] : parts) {
    for (const std::string& word : strings_at(**title, key)) props(word).title |= bit;
  }
  const auto* list = (*title)->get_as<toml::array>("abbreviated");
  if (!list) return Done{};
  for (const toml::node& pair : *list) {
    const auto* two = pair.as_array();
    if (!two || two->size() != 2) return bad_rules(path, pair, "\"abbreviated\" needs pairs: [\"sen\", \"senator\"]");
    const std::string from = two->get(0)->value_or(std::string()), to = two->get(1)->value_or(std::string());
    spelled_out_[from] = to;
    props(from).title |= office_head;
    props(from).office = props(to).office;
  }
  return Done{};
}

Result<Done> VocabularyBuilder::load_time(const toml::table& file, std::string_view path) {
  const auto months = table_in(file, path, "months");
  if (!months) return months.error();
  for (const auto& [word, node] : **months) props(word.str()).month = static_cast<std::uint8_t>(number(node));
  std::uint8_t nth = 0;
  for (const std::string& word : text::ordinals(days_of_longest_month)) props(word).nth = ++nth;
  if (const auto* t = file.get_as<toml::table>("weekdays")) {
    for (const auto& [word, node] : *t) props(word.str()).weekday = static_cast<std::uint8_t>(number(node));
  }
  if (const auto* t = file.get_as<toml::table>("days")) {
    for (const auto& [word, node] : *t) {
      props(word.str()).is_day = true;
      props(word.str()).day = static_cast<std::int8_t>(number(node));
    }
  }
  if (const auto* t = file.get_as<toml::table>("units")) {
    for (const auto& [word, node] : *t) {
      const std::string unit = node.value_or(std::string());
      const auto it = std::find(units.begin(), units.end(), unit);
      if (it == units.end()) return bad_rules(path, node, fmt::format("\"{}\" is no unit of time", unit));
      const auto value = static_cast<TimeUnit>(it - units.begin());
      props(word.str()).unit = value;
      props(std::string(word.str()) + "s").unit = value;
    }
  }
  return Done{};
}

Result<Done> VocabularyBuilder::load_governors(const toml::table& file, std::string_view path) {
  if (auto checked = check_list(file, path, "governor"); !checked) return checked.error();
  for (const toml::table* row : tables_at(file, "governor")) {
    GovernorSource g;
    g.id = string_at(*row, "id");
    g.subject = string_at(*row, "subject") == "object" ? Subject::object : Subject::subject;
    g.content = flag_at(*row, "content");
    if (auto read = read_status(*row, path, &g.keeps, &g.status); !read) return read.error();
    governors_.push_back(g);
    for (const std::string& verb : strings_at(*row, "verbs")) {
      intern(verb);
      auto& slot = g.subject == Subject::object ? props(verb).object_governor : props(verb).governor;
      if (slot == 0) slot = static_cast<std::uint16_t>(governors_.size());
    }
  }
  load_hints(file);
  return load_speech(file, path);
}

Result<Done> VocabularyBuilder::load_speech(const toml::table& file, std::string_view path) {
  for (const toml::table* row : tables_at(file, "speech")) {
    SpeechSource s;
    s.id = string_at(*row, "id");
    if (auto read = read_status(*row, path, &s.keeps, &s.status); !read) return read.error();
    speech_.push_back(s);
    for (const std::string& verb : strings_at(*row, "verbs")) {
      intern(verb);
      if (props(verb).speech == 0) props(verb).speech = static_cast<std::uint16_t>(speech_.size());
    }
  }
  return Done{};
}

void VocabularyBuilder::load_hints(const toml::table& file) {
  for (const std::string& w : strings_in(file, "hedges", "possible")) props(w).hedge = true;
  for (const std::string& w : strings_in(file, "modals", "planned")) props(w).modal_planned = true;
  for (const std::string& w : strings_in(file, "modals", "possible")) props(w).modal_possible = true;
  for (const std::string& w : strings_in(file, "plans", "nouns")) props(w).plan_noun = true;
}

void VocabularyBuilder::write(TableWriter* writer, Rows<Vocabulary> to) const {
  write_words(writer, to);
  write_lists(writer, to);
}

void VocabularyBuilder::write_words(TableWriter* writer, Rows<Vocabulary> to) const {
  std::size_t i = 0;
  const auto words = writer->allocate<WordRow>(props_.size());
  for (const auto& [word, props] : props_) {
    writer->put(&writer->row(words, i).key, word);
    writer->row(words, i++).props = props;
  }
  const auto word_slots = writer->slots(keys_of(props_));
  writer->put(&writer->row(to).words_, word_slots, words);

  const auto texts = writer->strings(texts_);
  writer->put(&writer->row(to).texts_, texts);

  i = 0;
  const auto sets = writer->allocate<WordSet>(sets_.size());
  for (const auto& [name, members] : sets_) {
    const auto list = writer->strings(members);
    writer->put(&writer->row(sets, i).key, name);
    writer->put(&writer->row(sets, i++).words, list);
  }
  const auto set_slots = writer->slots(keys_of(sets_));
  writer->put(&writer->row(to).sets_, set_slots, sets);

  i = 0;
  const auto spelled = writer->allocate<SpelledOut>(spelled_out_.size());
  for (const auto& [from, full] : spelled_out_) {
    writer->put(&writer->row(spelled, i).key, from);
    writer->put(&writer->row(spelled, i++).full, full);
  }
  const auto spelled_slots = writer->slots(keys_of(spelled_out_));
  writer->put(&writer->row(to).spelled_out_, spelled_slots, spelled);
}

void VocabularyBuilder::write_lists(TableWriter* writer, Rows<Vocabulary> to) const {
  const auto nouns = writer->allocate<ActorNoun>(actor_nouns_.size());
  for (std::size_t i = 0; i < actor_nouns_.size(); ++i) {
    ActorNoun& row = writer->row(nouns, i);
    writer->put(&row.sector, actor_nouns_[i].sector);
    row.kind = actor_nouns_[i].kind;
    row.weak = actor_nouns_[i].weak;
  }
  const auto governors = writer->allocate<Governor>(governors_.size());
  for (std::size_t i = 0; i < governors_.size(); ++i) {
    Governor& row = writer->row(governors, i);
    writer->put(&row.id, governors_[i].id);
    row.subject = governors_[i].subject;
    row.keeps = governors_[i].keeps;
    row.status = governors_[i].status;
    row.content = governors_[i].content;
  }
  const auto speech = writer->allocate<Speech>(speech_.size());
  for (std::size_t i = 0; i < speech_.size(); ++i) {
    Speech& row = writer->row(speech, i);
    writer->put(&row.id, speech_[i].id);
    row.keeps = speech_[i].keeps;
    row.status = speech_[i].status;
  }
  const auto abbreviations = writer->allocate<Abbreviation>(abbreviations_.size());
  std::size_t i = 0;
  for (const auto& [word, ends] : abbreviations_) {
    writer->put(&writer->row(abbreviations, i).word, word);
    writer->row(abbreviations, i++).ends = ends;
  }
  const auto categories = writer->strings(office_categories_);
  Vocabulary& out = writer->row(to);
  writer->put(&out.actor_nouns, nouns);
  writer->put(&out.governors, governors);
  writer->put(&out.speech, speech);
  writer->put(&out.abbreviations, abbreviations);
  writer->put(&out.office_categories, categories);
}

}  // namespace demarche::rules
