#include <algorithm>

#include "extract/mentions.h"

namespace demarche::extract {

using namespace rules;

namespace {

bool keeps(const Word& w, Tag tag) {
  if (tag == Tag::noun || tag == Tag::name) return true;
  if (tag != Tag::adjective) return false;
  if (w.reads("tribal") || w.reads("religious") || w.reads("ethnic") || w.folded.starts_with("pro-") ||
      w.folded.starts_with("anti-"))
    return true;
  const std::size_t hyphen = w.folded.find('-');
  const std::string_view last =
      hyphen == std::string::npos ? std::string_view() : std::string_view(w.folded).substr(hyphen + 1);
  return (w.is_title(portfolio) && !w.is_title(rank)) || last == "led" || last == "backed" || last == "based" ||
         last == "allied";
}

// "minister" of "ministers", with the text's first letter.
std::string one_of(std::string_view shown, std::string_view lemma) {
  std::string out(lemma);
  if (!shown.empty() && !out.empty() && shown.front() >= 'A' && shown.front() <= 'Z' && out.front() >= 'a') {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

// "rebels" of "rebel", who are several ("rebel positions").
std::string several(std::string out) {
  const std::string_view shown = out;
  if (shown.ends_with('y')) {
    out.pop_back();
    return out + "ies";
  }
  return out +
         (shown.ends_with('s') || shown.ends_with('x') || shown.ends_with("ch") || shown.ends_with("sh") ? "es" : "s");
}

// "of hostages" behind "relatives", "of aid agencies" behind "heads": who they are without it nobody knows. Articles
// and numbers left out.
std::string whose(std::string_view text, const PackTables& tables, const Sentence& s, const ActorMention& m) {
  const std::uint32_t of = m.head + 1;
  const bool people = m.kind == Kind::person && m.plural && (m.sector == "CVL" || m.country == no_actor);
  // "a representative of the opposition": of whom no more is known.
  const Word* const last = m.last > 0 ? s.tagged[m.last - 1].word : nullptr;
  const bool one = m.kind == Kind::person && !m.plural && m.country == no_actor && m.last == of + 3 && last &&
                   last->actor_noun && !tables.vocabulary.actor_nouns[last->actor_noun - 1].weak;
  if (!(people || one) || of + 1 >= m.last || !s.tagged[of].word || !s.tagged[of].word->reads("of") || m.last - of > 6)
    return "";
  const Word* const theirs = s.tagged[m.last - 1].word;  // "leaders of the three countries": of nobody known
  if (theirs && tables.vocabulary.holds("vague_actor_noun", theirs->noun_lemma)) return "";
  std::string out = " of";
  for (std::uint32_t i = of + 1; i < m.last; ++i) {
    const Tag t = s.tagged[i].tag;
    if (t == Tag::determiner || t == Tag::number || t == Tag::quantifier || t == Tag::possessive) continue;
    const Word* const w = s.tagged[i].word;
    if (w && out == " of" && (w->reads("of") || w->noun_has_trait(Trait::quantity_noun))) continue;
    if (s.tokens[i].flags & text::space_before) out += ' ';
    out += text::view(text, s.tokens[i]);
  }
  return out == " of" ? "" : out;
}

// "the Bank of Ghana" is named so, not "the Ghanaian bank".
bool bank_of_state(const Sentence& s, const ActorMention& m) {
  const std::uint32_t of = m.head + 1;
  return m.country != no_actor && !m.plural && of + 1 < m.last && s.tagged[m.head].word &&
         s.tagged[m.head].word->reads("bank") && (s.tokens[m.head].flags & text::capitalised) && s.tagged[of].word &&
         s.tagged[of].word->reads("of") && !s.headline;
}

// "of Foreign Affairs" behind "Ministry", to the state's name at most; capitals tell that it is the body's own name.
std::string own_name(std::string_view text, const Sentence& s, const ActorMention& m) {
  const std::uint32_t of = m.head + 1;
  const auto capital = [&](std::uint32_t i) { return (s.tokens[i].flags & text::capitalised) != 0; };
  if (m.kind != Kind::government || m.plural || s.headline || of + 1 >= m.last || !capital(m.head) ||
      !s.tagged[of].word || !s.tagged[of].word->reads("of") || s.tagged[of + 1].match != none || !capital(of + 1))
    return "";
  std::uint32_t end = of + 1;
  while (end < m.last && s.tokens[end].is_word() && s.tagged[end].match == none &&
         (capital(end) || (s.tagged[end].word && s.tagged[end].word->reads("and"))))
    ++end;
  return " " + words_of(text, s, of, end);
}

}  // namespace

std::string described_name(std::string_view text, const PackTables& tables, const Sentence& s, const ActorMention& m) {
  if (m.name_last) return words_of(text, s, m.name_first, m.name_last);
  if (bank_of_state(s, m)) return words_of(text, s, m.head, m.last);
  std::string complement = whose(text, tables, s, m);
  std::string out;
  ActorIndex country = complement.empty() ? m.country : no_actor;
  // "Houthi leaders", "Asian foreign ministers" as they stand, not "Houthis leaders".
  // "Our European partners" too, but "her YPJ commanders" are those of the group by its name.
  const bool his = m.owner != none && s.mentions[m.owner].refers == Refers::pronoun;
  const auto tells = [&](const Tagged& t) {
    if (t.match == none || !his) return t.match != none;
    const auto& refs = *s.matches[t.match].refs;
    return std::any_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::adjective; });
  };
  if (country != no_actor && tables.gazetteer[country].kind == Kind::group && (m.owner == none || his) &&
      std::any_of(s.tagged.begin() + (m.core == none ? m.first : m.core), s.tagged.begin() + m.head, tells))
    country = no_actor;
  if (country != no_actor) {
    const KnownActor& c = tables.gazetteer[country];
    const bool adjective = (c.kind == Kind::state || c.kind == Kind::group) && !c.adjective.empty();
    out = adjective ? c.adjective : c.name;
    if (c.id == "USA") out = "U.S.";
    // "Kurdish" of "Kurdish and Arab tribes", where the data has no adjective.
    for (std::uint32_t i = m.first; m.core != none && !adjective && i < m.core; ++i) {
      const std::uint32_t match = s.tagged[i].match;
      if (match == none) continue;
      const auto& refs = *s.matches[match].refs;
      if (std::any_of(refs.begin(), refs.end(), [&](const NameRef& r) { return r.actor == country; })) {
        out = words_of(text, s, s.matches[match].first, s.matches[match].last);
        break;
      }
    }
  }
  for (std::uint32_t i = m.core == none ? m.first : m.core; i <= m.head && i < s.tokens.size(); ++i) {
    const Tagged& t = s.tagged[i];
    // "Kurdish forces": an adjective that is written with a capital is a name.
    const bool named = t.tag == Tag::adjective && i > 0 && (s.tokens[i].flags & text::capitalised) && !s.headline;
    if (!t.word || !(named || keeps(*t.word, t.tag))) continue;
    if (t.match != none && country != no_actor) {
      const auto& refs = *s.matches[t.match].refs;
      if (std::any_of(refs.begin(), refs.end(), [&](const NameRef& r) { return r.actor == country; })) continue;
    }
    // "Officials in Beijing": not a name's capital, but the sentence's.
    const bool lowered = i == 0 && !out.empty() && t.tag == Tag::noun && t.match == none && !s.headline;
    if (!out.empty()) out += ' ';
    const std::string_view shown = lowered ? t.word->folded : text::view(text, s.tokens[i]);
    const bool one = i == m.head && !m.plural && t.word->plural_noun() && !t.word->noun_lemma.empty();
    const bool more = i == m.head && m.plural && !m.counted && m.kind == Kind::person && t.tag == Tag::noun &&
                      !t.word->plural_noun() && !t.word->can(noun_plural);
    out += one ? one_of(shown, t.word->noun_lemma) : more ? several(std::string(shown)) : std::string(shown);
  }
  if (complement.empty()) complement = own_name(text, s, m);
  return out + complement;
}

}  // namespace demarche::extract
