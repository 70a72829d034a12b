#include "extract/office_phrases.h"

#include <algorithm>

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::size_t many = 1u << 14;  // phrases from where on the oldest answers are forgotten

// One person of the state holds it at a time, as its title tells.
bool held_by_one(const OfficeHolder& h) {
  const std::string_view office = h.term->office, title = h.term->folded_title;
  if (office == "senator" || office == "legislator")
    return title.find("leader") != std::string_view::npos || title.find("chair") != std::string_view::npos;
  if (office != "deputy-minister") return true;
  return h.term->of == "USA" || title.find(" for ") != std::string_view::npos;
}

}  // namespace

const std::vector<OfficeHolder>& OfficePhrases::known(std::string_view phrase) {
  if (known_.size() > many) known_.clear();
  const auto [at, added] = known_.try_emplace(std::string(phrase));
  if (!added) return at->second;
  if (!lookup_) {
    std::string_view words;
    for (const SourceText& file : tables_.files) {
      if (file.path == office_words_path) words = file.text;
    }
    auto opened = OfficeLookup::open(tables_.gazetteer, words, office_words_path);
    if (!opened) opened = OfficeLookup::open(tables_.gazetteer, "", office_words_path);
    lookup_.emplace(std::move(*opened));
  }
  at->second = lookup_->ask(phrase, "").holders;
  const bool apart = lookup_->tells_apart(phrase);
  std::erase_if(at->second, [&](const OfficeHolder& h) {
    return (h.in_part && !(apart && OfficeLookup::same_head(phrase, h.term->title))) || h.loose || !held_by_one(h) ||
           (h.term->from.empty() && h.term->until.empty());
  });
  return at->second;
}

ActorIndex OfficePhrases::holder(std::string_view phrase, const std::vector<std::string>& days, Sex sex) {
  if (days.empty()) return no_actor;
  ActorIndex found = no_actor;
  for (const OfficeHolder& h : known(phrase)) {
    const KnownActor& person = tables_.gazetteer[h.person];
    const bool other = (sex == Sex::female && person.male) || (sex == Sex::male && person.female);
    const bool held = std::all_of(days.begin(), days.end(),
                                  [&](const std::string& day) { return within(h.term->from, h.term->until, day); });
    if (other || !held || h.person == found) continue;
    if (found != no_actor) return no_actor;
    found = h.person;
  }
  return found;
}

}  // namespace demarche::extract
