#include "extract/names.h"

#include <algorithm>

namespace demarche::extract {
namespace {

// Whether a token may stand for a name's word: the separators "&" and "'" stand for themselves.
std::uint32_t name_word_at(const Sentence& s, std::string_view text, const rules::Gazetteer& gazetteer,
                           std::uint32_t i) {
  if (s.tagged[i].word) return s.tagged[i].word->name_word;
  const text::Token& t = s.tokens[i];
  if (t.is_number() || t.punct == '&' || t.punct == '\'')
    return gazetteer.name_word(rules::name_form(text::view(text, t)));
  return 0;
}

bool is_quote(char p) { return p == '"' || p == '{' || p == '}'; }

bool fits_case(const Sentence& s, const NameMatch& m, bool* any) {
  const text::Token& first = s.tokens[m.first];
  const bool one = m.last - m.first == 1;
  const bool has_dot = first.flags & text::has_dot;
  const bool capitals = (first.flags & text::all_caps) || has_dot || first.is_number();
  *any = std::any_of(m.refs->begin(), m.refs->end(),
                     [&](const rules::NameRef& r) { return !one || !r.caps_only || capitals; });
  return *any;
}

// "d'Ivoire", "d’Orsay": the capital stands behind the apostrophe.
bool elided_capital(std::string_view word) {
  const std::size_t mark = word.find_first_of("'\xE2");
  if (mark == std::string_view::npos || mark > 2) return false;
  const std::size_t behind = mark + (word[mark] == '\'' ? 1 : 3);
  return behind < word.size() && ((word[behind] >= 'A' && word[behind] <= 'Z') || (word[behind] & 0x80));
}

// "met von der Leyen": a surname with its particles in small letters.
bool opens_surname(const Sentence& s, std::uint32_t i) {
  for (const std::uint32_t end = i + 3; i < end && i + 1 < s.tokens.size(); ++i) {
    const Word* const w = s.tagged[i].word;
    if (!w || !w->is_title(rules::name_particle)) return false;
    if (s.tokens[i + 1].flags & text::capitalised) return true;
  }
  return false;
}

bool capital_first(const Sentence& s, std::uint32_t i) {
  return s.tokens[i].flags & text::capitalised || opens_surname(s, i);
}

// "the European commission", "the Labour party": British papers write a body's common noun so.
bool body_in_small_letters(const Sentence& s, const rules::Gazetteer& gazetteer, const NameMatch& m) {
  const Word* const article = m.first > 0 ? s.tagged[m.first - 1].word : nullptr;
  const Word* const noun = s.tagged[m.last - 1].word;
  const Word* const first = s.tagged[m.first].word;
  const bool plain = first && first->folded.find('-') == std::string_view::npos;  // not "the US-led coalition"
  return plain && m.last - m.first == 2 && article && article->reads("the") && noun && noun->actor_noun &&
         std::any_of(m.refs->begin(), m.refs->end(), [&](const rules::NameRef& r) {
           return r.kind == rules::NameKind::full && r.actor != rules::no_actor &&
                  gazetteer[r.actor].kind == Kind::organisation;
         });
}

bool may_begin(const Sentence& s, const rules::Gazetteer& gazetteer, std::uint32_t i) {
  const text::Token& t = s.tokens[i];
  if (t.is_number()) return i + 1 < s.tokens.size();
  const Word* const w = s.tagged[i].word;
  return t.is_word() && (capital_first(s, i) || (w && gazetteer.begins_small(w->name_word)));
}

// "western officials", not "western Ukraine".
bool fits_small(const Sentence& s, const NameMatch& m) {
  const bool before_name = m.last < s.tokens.size() && s.tokens[m.last].flags & text::capitalised;
  return std::any_of(m.refs->begin(), m.refs->end(), [&](const rules::NameRef& r) {
    return r.small_first && !(before_name && r.kind == rules::NameKind::adjective);
  });
}

// "Sudan's military rulers", "the Egyptian military government", "Russia's military intervention": what rules the
// state, or what the state does, not a part of the army.
bool military_rule(const Sentence& s, const NameMatch& m) {
  const Word* const last = s.tagged[m.last - 1].word;
  const Word* const next = m.last < s.tagged.size() ? s.tagged[m.last].word : nullptr;
  if (m.last - m.first < 2 || !last || !last->reads("military") || !next) return false;
  const std::string_view noun = next->noun_lemma;
  return noun == "ruler" || noun == "leader" || noun == "leadership" || noun == "government" || noun == "junta" ||
         noun == "regime" || noun == "council" || noun == "dictator" || noun == "dictatorship" || noun == "rule" ||
         (!next->plural_noun() && (next->noun_class == rules::NounClass::act || noun == "presence" || noun == "aid"));
}

// The longest name that begins at the token; none has no refs.
NameMatch longest_at(const Sentence& s, std::string_view text, const rules::Gazetteer& gazetteer, std::uint32_t i) {
  const auto count = static_cast<std::uint32_t>(s.tokens.size());
  NameMatch best;
  if (!may_begin(s, gazetteer, i)) return best;
  const bool small = s.tokens[i].is_word() && !capital_first(s, i);
  std::uint32_t node = 0;
  for (std::uint32_t j = i; j < count && j < i + 12; ++j) {
    const text::Token& u = s.tokens[j];
    // A nickname's quotation marks inside a name: Luiz Inácio "Lula" da Silva.
    const bool quote = j > i && u.punct && s.tagged[j].word == nullptr && is_quote(u.punct);
    if (quote && j + 1 < count && s.tokens[j + 1].is_word()) continue;
    const std::uint32_t word = name_word_at(s, text, gazetteer, j);
    if (word == 0) break;
    node = gazetteer.step(node, word);
    if (node == 0) break;
    const auto* const refs = gazetteer.names_at(node);
    if (refs == nullptr) continue;
    const NameMatch m{i, j + 1, refs};
    if (military_rule(s, m)) continue;
    bool any = false;
    const bool last_capital =
        u.is_number() || !u.is_word() || u.flags & text::capitalised || j == i || elided_capital(text::view(text, u));
    // "The Gambia" may be "the Gambia"; a name's last word is never an ordinary small word unless the whole is long.
    const auto ends_small = [&] {
      return std::any_of(refs->begin(), refs->end(), [](const rules::NameRef& r) { return r.small_last; });
    };
    if (small ? fits_small(s, m)
              : fits_case(s, m, &any) &&
                    (last_capital || j - i >= 2 || ends_small() || body_in_small_letters(s, gazetteer, m)))
      best = m;
  }
  return best;
}

// "Prince Mohammed" is a name, but not in "Crown Prince Mohammed bin Zayed".
NameMatch behind_title(const Sentence& s, std::string_view text, const rules::Gazetteer& gazetteer,
                       const NameMatch& m) {
  const Word* const w = s.tagged[m.first].word;
  if (m.last - m.first != 2 || !w || !w->is_title(rules::office_head | rules::honorific)) return m;
  const NameMatch longer = longest_at(s, text, gazetteer, m.first + 1);
  return longer.refs && longer.last > m.last ? longer : m;
}

// "Latin America", "Central America": a part of the world, no state.
bool part_of_the_world(const Sentence& s, const NameMatch& m) {
  if (m.last - m.first != 1 || m.first == 0 || !s.tagged[m.first].word || !s.tagged[m.first].word->reads("america"))
    return false;
  const Word* const w = s.tagged[m.first - 1].word;
  return w && (s.tokens[m.first - 1].flags & text::capitalised) &&
         (w->reads("latin") || w->reads("central") || w->reads("south") || w->reads("north") || w->reads("middle"));
}

}  // namespace

void find_names(std::string_view text, const rules::Gazetteer& gazetteer, Sentence* s) {
  const auto count = static_cast<std::uint32_t>(s->tokens.size());
  for (std::uint32_t i = 0; i < count;) {
    NameMatch best = longest_at(*s, text, gazetteer, i);
    if (!best.refs) {
      ++i;
      continue;
    }
    best = behind_title(*s, text, gazetteer, best);
    if (part_of_the_world(*s, best)) {
      i = best.last;
      continue;
    }
    for (std::uint32_t j = best.first; j < best.last; ++j) {
      s->tagged[j].match = static_cast<std::uint32_t>(s->matches.size());
    }
    s->matches.push_back(best);
    i = best.last;
  }
}

}  // namespace demarche::extract
