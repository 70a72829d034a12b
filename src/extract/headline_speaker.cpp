#include "extract/headline_speaker.h"

#include <algorithm>

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t longest_speaker = 6;  // tokens

bool capital(const Sentence& s, std::uint32_t i) { return (s.tokens[i].flags & text::capitalised) != 0; }

// A person, a body, a seat of government; not a state, a people or a place.
bool speaks(const Gazetteer& g, const NameRefs& refs) {
  return std::any_of(refs.begin(), refs.end(), [&](const NameRef& r) {
    if (r.kind == NameKind::seat) return true;
    return (r.kind == NameKind::full || r.kind == NameKind::ambiguous) && r.actor != no_actor &&
           g[r.actor].kind != Kind::state;
  });
}

// The tokens name one speaker: a name that is known, a surname, an office with its country before it.
bool speaker(const Gazetteer& g, const Sentence& s, std::uint32_t first, std::uint32_t last) {
  if (first == last || last - first > longest_speaker) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Word* const w = s.tagged[i].word;
    if (!w || (!capital(s, i) && !w->is_title(office_head | rank | portfolio) && !w->person_noun)) return false;
  }
  const std::uint32_t end = last - 1;
  const Word& w = *s.tagged[end].word;
  if (s.tagged[end].match != none) {
    const NameMatch& m = s.matches[s.tagged[end].match];
    return m.last == last && speaks(g, *m.refs);
  }
  const bool country = s.tagged[first].match != none;
  if (w.is_title(office_head) || w.person_noun) return country && last - first > 1;
  return capital(s, end) && !w.function && g.by_surname(w.folded) != nullptr;
}

}  // namespace

std::uint32_t headline_speaker(const Gazetteer& gazetteer, const Sentence& s) {
  const auto count = static_cast<std::uint32_t>(s.tokens.size());
  if (count < 5) return none;
  for (std::uint32_t i = 1; i + 1 < count; ++i) {
    if (s.tokens[i].punct != ':') continue;
    if (i + 3 < count && speaker(gazetteer, s, 0, i)) return i;
    const std::uint32_t end = s.tokens[count - 1].punct == '.' ? count - 1 : count;
    return i > 3 && speaker(gazetteer, s, i + 1, end) ? i : none;
  }
  return none;
}

}  // namespace demarche::extract
