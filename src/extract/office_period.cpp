#include "extract/office_period.h"

#include <algorithm>
#include <limits>

#include "extract/office_words.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr long open_term = 4 * 365;  // days that a term without an end is taken for
constexpr long settling = 14;        // days at a period's ends in which offices change hands

// A term's first or last day, as precise as known.
long first_of(std::string_view day) {
  const auto date = text::parse_iso(day);
  return date ? text::to_days(text::first_day(*date)) : std::numeric_limits<long>::min();
}
long last_of(const Term& t, long first) {
  const auto date = text::parse_iso(t.until);
  return date ? text::to_days(text::last_day(*date)) : first + open_term;
}

}  // namespace

std::vector<std::string> Period::days() const {
  const auto a = text::parse_iso(from), b = text::parse_iso(until);
  if (!a || !b) return {};
  const long first = text::to_days(*a), last = text::to_days(*b);
  const long margin = std::min(settling, (last - first) / 3);
  std::vector<std::string> out;
  for (const long day : {first + margin, (first + last) / 2, last - margin})
    out.push_back(text::iso(text::from_days(day)));
  return out;
}

void OfficePeriod::add(std::string_view words, std::vector<Span> spans) {
  if (!spans.empty()) votes_.push_back({std::string(words), std::move(spans)});
}

void OfficePeriod::named(std::string_view words, const std::vector<ActorIndex>& readings, std::string_view title_head) {
  if (title_head.empty() || std::any_of(votes_.begin(), votes_.end(), [&](const Vote& v) { return v.words == words; }))
    return;
  std::vector<Span> spans;
  for (const ActorIndex a : readings) {
    for (const Term& t : g_[a].terms) {
      if (t.from.empty() || !contains_word(t.folded_title, title_head)) continue;
      // A deputy is not the holder: "Vice President Biden" and "President Biden" are years apart.
      if (contains_word(t.folded_title, "vice") || contains_word(t.folded_title, "deputy")) continue;
      const long first = first_of(t.from);
      spans.push_back({first, last_of(t, first)});
    }
  }
  add(words, std::move(spans));
}

void OfficePeriod::headed(std::string_view title) {
  const std::vector<std::string> words = name_words(title);
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::uint32_t node = 0;
    const NameRefs* refs = nullptr;
    for (std::size_t j = i; j < words.size() && (node = g_.step(node, g_.name_word(words[j]))) != 0; ++j) {
      if (const NameRefs* const here = g_.names_at(node); here && j > i) refs = here;
    }
    if (!refs) continue;
    std::vector<ActorIndex> persons;
    for (const NameRef& r : *refs) {
      if (r.kind == NameKind::full && r.actor != no_actor && g_[r.actor].kind == Kind::person)
        persons.push_back(r.actor);
    }
    named(words[i - 1] + " " + words[i] + " " + words[std::min(i + 1, words.size() - 1)], persons, words[i - 1]);
  }
}

void OfficePeriod::speaks(std::string_view surname, ActorIndex home) {
  const auto* const list = g_.by_surname(surname);
  const std::string words = "label " + std::string(surname);
  if (!list || home == no_actor ||
      std::any_of(votes_.begin(), votes_.end(), [&](const Vote& v) { return v.words == words; }))
    return;
  std::vector<Span> spans;
  for (const ActorIndex a : *list) {
    if (g_[a].home != home) continue;
    for (const Term& t : g_[a].terms) {
      if (t.from.empty() || t.office != "spokesperson") continue;
      const long first = first_of(t.from);
      spans.push_back({first, last_of(t, first)});
    }
  }
  add(words, std::move(spans));
}

Period OfficePeriod::most_told() const {
  const auto covering = [](const Vote& v, long day) {
    return std::find_if(v.spans.begin(), v.spans.end(), [&](const Span& s) { return s.from <= day && day <= s.until; });
  };
  long best = 0, most = 0;
  for (const Vote& at : votes_) {
    for (const Span& s : at.spans) {
      const long count = std::count_if(votes_.begin(), votes_.end(),
                                       [&](const Vote& v) { return covering(v, s.from) != v.spans.end(); });
      if (count < most || (count == most && s.from < best)) continue;
      most = count;
      best = s.from;
    }
  }
  if (most == 0) return {};
  long until = std::numeric_limits<long>::max();
  for (const Vote& v : votes_) {
    if (const auto s = covering(v, best); s != v.spans.end()) until = std::min(until, s->until);
  }
  return {text::iso(text::from_days(best)), text::iso(text::from_days(until))};
}

}  // namespace demarche::extract
