#include "extract/figure_of_speech.h"

#include <initializer_list>

namespace demarche::extract {

namespace {

class View {
 public:
  View(const rules::Vocabulary& words, const Sentence& s) : words_(words), s_(s) {}

  bool kind(std::uint32_t i, ChunkKind k) const { return i < s_.chunks.size() && s_.chunks[i].kind == k; }

  bool reads(std::uint32_t token, std::initializer_list<std::string_view> words) const {
    const Word* const w = token < s_.tokens.size() ? s_.tagged[token].word : nullptr;
    if (!w) return false;
    for (const std::string_view x : words) {
      if (w->folded == x) return true;
    }
    return false;
  }

  bool starts(std::uint32_t chunk, std::initializer_list<std::string_view> words) const {
    return chunk < s_.chunks.size() && reads(s_.chunks[chunk].first, words);
  }

  // "as we call it", "what we call a success": a name is given.
  bool names(const Clause& c) const {
    const std::uint32_t i = c.subject.empty() ? c.chunk : c.subject.first;
    return i > 0 && starts(i - 1, {"as", "what"});
  }

  // "was met with a refusal": by it, not by him.
  bool met_with_thing(const Clause& c) const {
    const std::uint32_t i = c.tail.first;
    return c.passive && i + 1 < c.tail.last && starts(i, {"with"}) && kind(i + 1, ChunkKind::noun) &&
           s_.phrases[s_.chunks[i + 1].index].mention == none;
  }

  // "to meet humanitarian and reconstruction needs": they are seen to.
  bool meets_need(const Clause& c) const {
    const std::uint32_t i = c.passive ? c.subject.first : c.tail.first;
    for (std::uint32_t k = i; k < i + 4 && (c.passive ? k < c.subject.last : k < c.tail.last); ++k) {
      if (kind(k, ChunkKind::preposition) || kind(k, ChunkKind::verb)) return false;
      if (!kind(k, ChunkKind::noun)) continue;
      const NounPhrase& p = s_.phrases[s_.chunks[k].index];
      const Word* const w = p.mention == none ? s_.tagged[p.head].word : nullptr;
      if (w && holds("need_noun", w->noun_lemma)) return true;
    }
    return false;
  }

  // "raises the risk of a war with Iran", "raising the stakes": made greater, not spoken of.
  bool raises_amount(const Clause& c) const { return names_one_of("raised_amount", c.tail) && nobody(c.tail.first); }

  // "sell the deal to Iran": make it believe in it.
  bool sells_idea(const Clause& c) const {
    return !c.passive && names_one_of("sold_idea", c.tail) && nobody(c.tail.first);
  }

  // "releases the report"
  bool publishes(const Clause& c) const { return names_one_of("published_noun", c.passive ? c.subject : c.tail); }

  // "do not have any calls to read out", "will be speaking on the record": said to the press.
  bool for_the_press(const Clause& c) const {
    bool speaks_on = false;
    for (std::uint32_t i = c.tail.first; i < c.tail.last; ++i) {
      if (starts(i, {"on"}) && kind(i + 1, ChunkKind::noun)) {
        const Word* const w = s_.tagged[s_.phrases[s_.chunks[i + 1].index].head].word;
        speaks_on = speaks_on || (w && (w->reads("record") || w->reads("background")));
      }
      if (!kind(i, ChunkKind::verb) || !s_.verbs[c.verb].negated) continue;
      const VerbGroup& v = s_.verbs[s_.chunks[i].index];
      const Word* const w = s_.tagged[v.head].word;
      if (v.form == VerbForm::infinitive && w && holds("announcing_verb", w->verb_lemma)) return true;
    }
    return speaks_on;
  }

  // "held the tax cuts hostage"
  bool things_held(const Clause& c) const {
    for (std::uint32_t i = c.tail.first; i < c.tail.last; ++i) {
      if (!kind(i, ChunkKind::noun)) continue;
      const NounPhrase& p = s_.phrases[s_.chunks[i].index];
      const Word* const w = s_.tagged[p.head].word;
      if (!w || !(w->reads("hostage") || w->reads("captive")) || p.head == p.first) continue;
      const Word* const what = s_.tagged[p.head - 1].word;
      return what && s_.tagged[p.head - 1].tag == Tag::noun && what->noun_class != rules::NounClass::person &&
             what->noun_class != rules::NounClass::group && !what->actor_noun;
    }
    return false;
  }

  // "I'll turn it over to Ben": the word is his.
  bool gives_floor(const Clause& c) const {
    if (c.subject.empty() || c.tail.empty()) return false;
    return (starts(c.subject.first, {"i", "we"}) || starts(c.subject.first, {"let"})) &&
           (starts(c.tail.first, {"it", "things"}) || starts(c.tail.first, {"over"}));
  }

  // "came to France at the age of nine", "arrived in Sweden as a child": a life is told.
  bool of_a_life(const Clause& c) const {
    if (c.tail.empty()) return false;
    const std::uint32_t end = s_.chunks[c.tail.last - 1].last;
    for (std::uint32_t t = s_.chunks[c.tail.first].first; t < end; ++t) {
      if (reads(t, {"age"}) && reads(t + 1, {"of"})) return true;
      if (reads(t, {"aged"})) return true;
      if (in_set(t, "life_noun") && reads(t > 1 ? t - 2 : t, {"as"})) return true;
    }
    return false;
  }

 private:
  bool names_one_of(std::string_view set, ChunkRange range) const {
    if (range.empty() || !kind(range.first, ChunkKind::noun)) return false;
    const Word* const w = s_.tagged[s_.phrases[s_.chunks[range.first].index].head].word;
    return w && holds(set, w->noun_lemma);
  }
  bool nobody(std::uint32_t chunk) const { return s_.phrases[s_.chunks[chunk].index].mention == none; }

  bool holds(std::string_view set, std::string_view lemma) const { return words_.holds(set, lemma); }
  bool in_set(std::uint32_t token, std::string_view set) const {
    const Word* const w = token < s_.tokens.size() ? s_.tagged[token].word : nullptr;
    return w && holds(set, w->noun_lemma);
  }

  const rules::Vocabulary& words_;
  const Sentence& s_;
};

}  // namespace

bool figure_of_speech(const rules::PackTables& tables, const Sentence& sentence, const Clause& clause,
                      const rules::Rule& rule) {
  const View view(tables.vocabulary, sentence);
  const Word* const head = sentence.tagged[sentence.verbs[clause.verb].head].word;
  if (rule.event == "ASSAULT") return rule.mode == "abduct" && view.things_held(clause);
  if (rule.event == "COOPERATE") return head && head->verb_lemma == "sell" && view.sells_idea(clause);
  if (rule.event == "RETREAT" && head && head->verb_lemma == "release") return view.publishes(clause);
  if (rule.event == "AGREE")
    return head && clause.question && rule.action == "agree" &&
           (head->verb_lemma == "agree" || head->verb_lemma == "concur") && view.starts(clause.tail.first, {"with"});
  if (rule.event == "RETREAT")
    return head && (head->verb_lemma == "turn" || head->verb_lemma == "hand") && view.gives_floor(clause);
  if (rule.event != "CONSULT") return false;
  if (head && (head->verb_lemma == "have" || head->verb_lemma == "speak" || head->verb_lemma == "talk") &&
      view.for_the_press(clause))
    return true;
  if (head && head->verb_lemma == "raise" && view.raises_amount(clause)) return true;
  if (head && head->verb_lemma == "call" && view.names(clause)) return true;
  if (head && head->verb_lemma == "meet" && (view.met_with_thing(clause) || view.meets_need(clause))) return true;
  return rule.mode == "visit" && view.of_a_life(clause);
}

}  // namespace demarche::extract
