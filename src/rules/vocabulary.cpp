#include "rules/vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace demarche::rules {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 19> function_classes = {{
    {"determiner", determiner}, {"quantifier", quantifier}, {"number_word", number_word},
    {"subject_pronoun", subject_pronoun}, {"object_pronoun", object_pronoun},
    {"possessive_pronoun", possessive_pronoun}, {"preposition", preposition}, {"conjunction", conjunction},
    {"subordinator", subordinator}, {"relative", relative}, {"question_word", question_word}, {"be", be},
    {"have", have}, {"do", do_verb}, {"modal", modal}, {"negation", negation}, {"adverb", plain_adverb},
    {"interjection", interjection}, {"", 0},
}};

std::uint32_t function_class(std::string_view name) {
  for (const auto& [known, bit] : function_classes) {
    if (known == name) return bit;
  }
  return 0;
}

constexpr std::array<std::string_view, 11> units = {"", "day", "week", "weekend", "month", "year",
                                                    "decade", "hour", "minute", "part", "season"};

const toml::array* rows_of(const toml::table& file, std::string_view key) { return file.get_as<toml::array>(key); }

Result<Done> read_status(const toml::table& row, std::string_view path, bool* keeps, Status* status) {
  const std::string word = string_at(row, "status");
  *keeps = word.empty() || word == "keep";
  if (!*keeps && !parse_status(word, status)) {
    return bad_rules(path, row, fmt::format("\"{}\" is no status; known are keep, actual, planned, possible, denied", word));
  }
  return Done{};
}

}  // namespace

WordId Vocabulary::intern(std::string_view word) {
  WordProps& p = props(word);
  if (p.id == 0) {
    p.id = static_cast<WordId>(texts_.size());
    texts_.emplace_back(word);
  }
  return p.id;
}

const std::vector<std::string>* Vocabulary::set(std::string_view name) const {
  const auto it = sets_.find(std::string(name));
  return it == sets_.end() ? nullptr : &it->second;
}

Result<Done> Vocabulary::load(const toml::table& file, std::string_view path) {
  if (const auto* sets = file.get_as<toml::table>("sets")) {
    for (const auto& [name, words] : *sets) sets_[std::string(name.str())] = strings_at(*sets, name.str());
  }
  for (const std::string& word : strings_at(file, "never_ends")) {
    abbreviations.add(word, text::Abbreviations::Class::never_ends);
  }
  for (const std::string& word : strings_at(file, "may_end")) {
    abbreviations.add(word, text::Abbreviations::Class::may_end);
  }
  if (file.contains("determiner")) return load_functions(file, path);
  if (file.contains("nouns")) return load_nouns(file, path);
  if (file.contains("title")) return load_titles(file);
  if (file.contains("months")) return load_time(file, path);
  if (file.contains("governor")) return load_governors(file, path);
  return Done{};
}

Result<Done> Vocabulary::load_functions(const toml::table& file, std::string_view path) {
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

Result<Done> Vocabulary::load_nouns(const toml::table& file, std::string_view path) {
  for (const toml::node& node : *rows_of(file, "nouns")) {
    const toml::table& row = *node.as_table();
    ActorNoun noun;
    if (!parse_kind(string_at(row, "kind"), &noun.kind)) return bad_rules(path, row, "[[nouns]] needs a \"kind\"");
    noun.sector = string_at(row, "sector");
    for (const std::string& word : strings_at(row, "words")) {
      WordProps& p = props(word);
      if (p.actor_noun) continue;
      actor_nouns.push_back(noun);
      p.actor_noun = static_cast<std::uint16_t>(actor_nouns.size());
    }
  }
  if (const auto* weak = file.get_as<toml::table>("weak")) {
    for (const std::string& word : strings_at(*weak, "words")) {
      if (const std::uint16_t n = props(word).actor_noun) actor_nouns[n - 1].weak = true;
    }
  }
  return Done{};
}

Result<Done> Vocabulary::load_titles(const toml::table& file) {
  if (const auto* offices = file.get_as<toml::table>("office")) {
    for (const auto& [category, words] : *offices) {
      office_categories.emplace_back(category.str());
      for (const std::string& word : strings_at(*offices, category.str())) {
        WordProps& p = props(word);
        p.title |= office_head;
        if (p.office == 0) p.office = static_cast<std::uint8_t>(office_categories.size());
      }
    }
  }
  const toml::table& title = *file.get_as<toml::table>("title");
  const std::pair<std::string_view, std::uint8_t> parts[] = {{"portfolio", portfolio}, {"rank", rank},
      {"honorific", honorific}, {"particle", name_particle}, {"suffix", name_suffix}};
  for (const auto& [key, bit] : parts) {
    for (const std::string& word : strings_at(title, key)) props(word).title |= bit;
  }
  if (const auto* list = title.get_as<toml::array>("abbreviated")) {
    for (const toml::node& pair : *list) {
      if (const auto* two = pair.as_array(); two && two->size() == 2) {
        const std::string from = two->get(0)->value_or(std::string()), to = two->get(1)->value_or(std::string());
        spelled_out[from] = to;
        props(from).title |= office_head;
        props(from).office = props(to).office;
      }
    }
  }
  return Done{};
}

Result<Done> Vocabulary::load_time(const toml::table& file, std::string_view path) {
  const auto number = [](const toml::node& n) { return static_cast<int>(n.value_or(0)); };
  for (const auto& [word, node] : *file.get_as<toml::table>("months")) props(word.str()).month = static_cast<std::uint8_t>(number(node));
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

Result<Done> Vocabulary::load_governors(const toml::table& file, std::string_view path) {
  for (const toml::node& node : *rows_of(file, "governor")) {
    const toml::table& row = *node.as_table();
    Governor g;
    g.id = string_at(row, "id");
    g.subject = string_at(row, "subject") == "object" ? Subject::object : Subject::subject;
    g.content = flag_at(row, "content");
    if (auto read = read_status(row, path, &g.keeps, &g.status); !read) return read.error();
    governors.push_back(g);
    for (const std::string& verb : strings_at(row, "verbs")) {
      intern(verb);
      auto& slot = g.subject == Subject::object ? props(verb).object_governor : props(verb).governor;
      if (slot == 0) slot = static_cast<std::uint16_t>(governors.size());
    }
  }
  if (const auto* list = rows_of(file, "speech")) {
    for (const toml::node& node : *list) {
      const toml::table& row = *node.as_table();
      Speech s;
      s.id = string_at(row, "id");
      if (auto read = read_status(row, path, &s.keeps, &s.status); !read) return read.error();
      speech.push_back(s);
      for (const std::string& verb : strings_at(row, "verbs")) {
        intern(verb);
        if (props(verb).speech == 0) props(verb).speech = static_cast<std::uint16_t>(speech.size());
      }
    }
  }
  const auto words = [&](std::string_view table, std::string_view key) {
    const auto* t = file.get_as<toml::table>(table);
    return t ? strings_at(*t, key) : std::vector<std::string>();
  };
  for (const std::string& w : words("hedges", "possible")) props(w).hedge = true;
  for (const std::string& w : words("modals", "planned")) props(w).modal_planned = true;
  for (const std::string& w : words("modals", "possible")) props(w).modal_possible = true;
  for (const std::string& w : words("plans", "nouns")) props(w).plan_noun = true;
  return Done{};
}

}  // namespace demarche::rules
