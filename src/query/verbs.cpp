#include "query/verbs.h"

#include <re2/re2.h>

#include <algorithm>

#include "query/words.h"
#include "text/fold.h"

namespace demarche::query {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(const std::string& s) { return s.size() > 1 && s.back() == 'y' && !is_vowel(s[s.size() - 2]); }

std::string regular_past(const std::string& lemma) {
  if (lemma.back() == 'e') return lemma + "d";
  if (ends_in_consonant_y(lemma)) return lemma.substr(0, lemma.size() - 1) + "ied";
  return lemma + "ed";
}

std::string regular_ing(const std::string& lemma) {
  const bool silent_e = lemma.size() > 2 && lemma.back() == 'e' && !is_vowel(lemma[lemma.size() - 2]);
  return (silent_e ? lemma.substr(0, lemma.size() - 1) : lemma) + "ing";
}

// "talks", "reaches", "denies".
std::string third_person(const std::string& lemma) {
  if (ends_in_consonant_y(lemma)) return lemma.substr(0, lemma.size() - 1) + "ies";
  const std::string_view end = std::string_view(lemma).substr(lemma.size() - std::min<std::size_t>(lemma.size(), 2));
  const bool hisses = lemma.back() == 's' || lemma.back() == 'x' || lemma.back() == 'o' || end == "ch" || end == "sh";
  return lemma + (hisses ? "es" : "s");
}

bool is_past(VerbForm form) { return form == VerbForm::past || form == VerbForm::past_alone; }

std::string form_of(const Verb& verb, VerbForm form) {
  const std::string past = verb.past.empty() ? regular_past(verb.lemma) : verb.past;
  switch (form) {
    case VerbForm::past:
    case VerbForm::past_alone:
      return past;
    case VerbForm::participle:
    case VerbForm::participle_alone:
      return verb.participle.empty() ? past : verb.participle;
    case VerbForm::ing:
      return verb.ing.empty() ? regular_ing(verb.lemma) : verb.ing;
    default:
      return verb.lemma;
  }
}

std::string glued(const std::string& a, const std::string& b) { return b.empty() ? a : a + " " + b; }

std::vector<std::string> or_nothing(const std::vector<std::string>& list) {
  return list.empty() ? std::vector<std::string>{""} : list;
}

bool is_alone(VerbForm form) {
  return form == VerbForm::base_alone || form == VerbForm::past_alone || form == VerbForm::participle_alone;
}

std::vector<std::string> phrases_of(const Verb& verb, VerbForm form) {
  if (form == VerbForm::noun) return verb.nouns;
  std::vector<std::string> words = {form_of(verb, form)};
  if (is_past(form)) words.push_back(verb.lemma == "have" ? "has" : third_person(verb.lemma));
  std::vector<std::string> out;
  for (const std::string& word : words) {
    for (const std::string& object : or_nothing(verb.objects)) {
      const std::string stem = glued(word, object);
      if (is_alone(form)) {
        out.push_back(stem);
        continue;
      }
      for (const std::string& particle : or_nothing(verb.particles)) out.push_back(glued(stem, particle));
    }
  }
  return out;
}

auto place_of(const std::vector<Verbs::Phrase>& phrases, std::string_view words) {
  return std::lower_bound(phrases.begin(), phrases.end(), words,
                          [](const Verbs::Phrase& phrase, std::string_view key) { return phrase.words < key; });
}

}  // namespace

std::optional<VerbForm> parse_verb_form(std::string_view word) {
  static constexpr std::array<std::string_view, verb_forms> names = {
      "base", "past", "participle", "ing", "base-alone", "past-alone", "participle-alone", "noun"};
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<VerbForm>(found - names.begin());
}

std::string Verbs::add(const Verb& verb) {
  const VerbMeaning meaning{verb.action, verb.event};
  std::vector<std::pair<std::size_t, std::string>> fresh;
  for (std::size_t form = 0; form < verb_forms; ++form) {
    for (std::string& phrase : phrases_of(verb, static_cast<VerbForm>(form))) {
      const auto at = place_of(phrases_[form], phrase);
      if (at == phrases_[form].end() || at->words != phrase) {
        fresh.emplace_back(form, std::move(phrase));
      } else if (!is_alone(static_cast<VerbForm>(form)) && meanings_[at->meaning] != meaning) {
        return phrase;
      }
    }
  }
  for (auto& [form, phrase] : fresh) {
    const auto at = place_of(phrases_[form], phrase);
    if (at != phrases_[form].end() && at->words == phrase) continue;  // "cut" twice in one verb
    phrases_[form].insert(at, {words_.emplace_back(std::move(phrase)), static_cast<std::uint32_t>(meanings_.size())});
  }
  meanings_.push_back(meaning);
  return "";
}

std::string Verbs::alternatives(VerbForm form) const {
  // Backwards, a phrase stands before its own beginnings ("talk to" before "talk") and beside those that share one, so
  // that RE2 factors them.
  const auto& phrases = phrases_[static_cast<std::size_t>(form)];
  std::string out;
  for (auto phrase = phrases.rbegin(); phrase != phrases.rend(); ++phrase) {
    if (!out.empty()) out.push_back('|');
    out += RE2::QuoteMeta(std::string(phrase->words) + " ");
  }
  return out.empty() ? "[^\\x{0}-\\x{10FFFF}]" : "(?:" + out + ")";
}

const VerbMeaning* Verbs::find(VerbForm form, std::string_view phrase) const {
  const auto& phrases = phrases_[static_cast<std::size_t>(form)];
  const std::string folded = text::fold(phrase);
  const auto found = place_of(phrases, folded);
  return found == phrases.end() || found->words != folded ? nullptr : &meanings_[found->meaning];
}

bool Verbs::opens(VerbForm form, std::string_view word) const {
  const auto& phrases = phrases_[static_cast<std::size_t>(form)];
  const auto found = place_of(phrases, word);
  if (found == phrases.end() || found->words.substr(0, word.size()) != word) return false;
  return found->words.size() == word.size() || found->words[word.size()] == ' ';
}

}  // namespace demarche::query
