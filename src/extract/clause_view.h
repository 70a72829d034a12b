// What the stages that find clauses ask of a sentence and of the clauses found so far.
#ifndef DEMARCHE_EXTRACT_CLAUSE_VIEW_H
#define DEMARCHE_EXTRACT_CLAUSE_VIEW_H

#include <string_view>
#include <vector>

#include "extract/clauses.h"

namespace demarche::extract {

class ClauseView {
 public:
  // Borrows all three.
  ClauseView(const rules::PackTables& tables, const Sentence& s, std::vector<Clause>* out)
      : tables_(tables), s_(s), out_(*out), count_(static_cast<std::uint32_t>(s.chunks.size())) {}

 protected:
  const Chunk& chunk(std::uint32_t i) const { return s_.chunks[i]; }
  bool kind(std::uint32_t i, ChunkKind k) const { return i < count_ && s_.chunks[i].kind == k; }
  const VerbGroup& verb(const Clause& c) const { return s_.verbs[c.verb]; }
  const Word* word(std::uint32_t token) const { return s_.tagged[token].word; }
  const Word* head(const Clause& c) const { return word(verb(c).head); }
  template <std::size_t size>
  bool chunk_is(std::uint32_t i, const char (&folded)[size]) const {
    const Word* w = i < count_ ? word(chunk(i).first) : nullptr;
    return w && w->reads(folded);
  }
  bool noun(std::uint32_t i) const { return kind(i, ChunkKind::noun) && !s_.phrases[chunk(i).index].time; }
  bool time(std::uint32_t i) const { return kind(i, ChunkKind::noun) && s_.phrases[chunk(i).index].time; }
  const rules::WordProps* props(const Clause& c) const {
    const Word* w = head(c);
    return w ? (w->verb_props ? w->verb_props : w->props) : nullptr;
  }

  bool lemma_in(const Word* verb, std::string_view set) const {
    return verb && !verb->verb_lemma.empty() && tables_.vocabulary.holds(set, verb->verb_lemma);
  }

  // "did nothing to help"
  bool does(const Clause& c) const { return head(c) && head(c)->verb_lemma == "do"; }

  // "an opportunity for Macron to meet Putin": who is to act stands behind "for". A state there may be where one goes
  // ("left for Turkey to meet …").
  bool named_doer(std::uint32_t i) const {
    if (i < 2 || !noun(i - 1) || !kind(i - 2, ChunkKind::preposition) || !chunk_is(i - 2, "for")) return false;
    const std::uint32_t m = s_.phrases[chunk(i - 1).index].mention;
    if (m == none) return false;
    const Refers r = s_.mentions[m].refers;
    // "a chance for Norway to engage Iran"
    if (r == Refers::actor || r == Refers::capital)
      return i > 3 && noun(i - 3) && !s_.phrases[chunk(i - 3).index].time && kind(i - 4, ChunkKind::verb) &&
             s_.verbs[chunk(i - 4).index].copula;
    return r == Refers::person || r == Refers::role || r == Refers::described || r == Refers::pronoun;
  }

  // "called on Y to …" governs Y's act, "called Y to …" does not.
  bool governs_object(const Clause& g) const {
    const rules::WordProps* p = props(g);
    if (!p || !p->object_governor) return false;
    const Word* w = head(g);
    if (!w || !w->verb_has_trait(rules::Trait::governs_with_particle)) return true;
    return kind(g.chunk + 1, ChunkKind::preposition) && (chunk_is(g.chunk + 1, "on") || chunk_is(g.chunk + 1, "upon") ||
                                                         chunk_is(g.chunk + 1, "for") || chunk_is(g.chunk + 1, "to"));
  }

  bool is_speech(const Clause& c) const {
    const rules::WordProps* p = props(c);
    return p && p->speech != 0 && !verb(c).copula;
  }

  // 'told Duda: "We …"', 'said, "You …"': between the verb of speech and the clause stand only the marks that open it.
  bool opens_quotation(const Clause& speech, const Clause& c) const {
    if (c.subject.empty() || c.subject.first <= speech.tail.last || c.subject.first > speech.tail.last + 3)
      return false;
    bool opens = false;
    for (std::uint32_t i = speech.tail.last; i < c.subject.first; ++i) {
      const bool colon = kind(i, ChunkKind::stop) && s_.tokens[chunk(i).first].punct == ':';
      if (!colon && !kind(i, ChunkKind::comma) && !kind(i, ChunkKind::quote)) return false;
      opens = opens || colon || kind(i, ChunkKind::quote);
    }
    return opens;
  }

  // '"You must stop," the Pope told Putin': behind the quotation stands who said it to whom, and nothing else.
  bool closes_quotation(const Clause& c) const {
    const std::uint32_t i = c.subject.first;
    return !c.subject.empty() && !c.inverted && i > 0 && kind(i - 1, ChunkKind::quote) && c.subject.last <= c.chunk &&
           !c.passive;
  }

  // Nothing, or when it was said: "late on Wednesday".
  bool only_time(const ChunkRange& r) const {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      if (!time(i) && !kind(i, ChunkKind::adverb) && !chunk_is(i, "late") && !chunk_is(i, "early") &&
          !(kind(i, ChunkKind::preposition) && time(i + 1)))
        return false;
    }
    return true;
  }

  // The noun whose content clause c is ("a claim that X had met Y"); none where it is not one.
  std::uint32_t content_of(const Clause& c) const {
    const std::uint32_t i = c.subject.first;
    if (c.relation != Relation::complement || c.subject.empty() || i < 2 ||
        !(kind(i - 1, ChunkKind::subordinator) || kind(i - 1, ChunkKind::relative)))
      return none;
    return chunk_is(i - 1, "that") && noun(i - 2) ? i - 2 : none;
  }

  const rules::PackTables& tables_;
  const Sentence& s_;
  std::vector<Clause>& out_;
  std::uint32_t count_;  // of chunks
};

}  // namespace demarche::extract

#endif
