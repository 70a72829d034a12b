#include "extract/event_topics.h"

#include <algorithm>

#include "extract/mentions.h"

namespace demarche::extract {

namespace {

constexpr std::size_t most = 3;

class Finder {
 public:
  Finder(std::string_view text, const rules::PackTables& tables, const Sentence& s, const std::vector<Clause>& clauses,
         const Clause* clause, std::vector<std::string>* out)
      : text_(text), tables_(tables), s_(s), clauses_(clauses), clause_(clause), out_(*out) {}

  void run(const Found& f, bool talk) {
    if (f.topic_last) topics_in(f.topic_first, f.topic_last);
    if (talk) coordinate_topics();
    const std::uint32_t to = clause_ ? std::max(clause_->tail.last, f.covered.empty() ? 0u : f.covered.back() + 1)
                                     : static_cast<std::uint32_t>(s_.chunks.size());
    for (std::uint32_t i = f.chunk + 1;
         i + 1 < std::min<std::uint32_t>(to, static_cast<std::uint32_t>(s_.chunks.size())) && out_.size() < most; ++i) {
      if (s_.chunks[i].kind != ChunkKind::preposition || s_.chunks[i + 1].kind != ChunkKind::noun) continue;
      const Word* w = s_.tagged[s_.chunks[i].first].word;
      if (i > 0 && s_.chunks[i - 1].kind == ChunkKind::preposition) continue;  // "at about a dozen places"
      if (!w || !in_set("topic_preposition", w->folded) || s_.phrases[s_.chunks[i + 1].index].time) continue;
      std::uint32_t end = i + 2;
      while (end + 1 < s_.chunks.size() &&
             ((s_.chunks[end].kind == ChunkKind::conjunction || s_.chunks[end].kind == ChunkKind::comma) &&
              s_.chunks[end + 1].kind == ChunkKind::noun && end + 2 <= to))
        end += 2;
      topics_in(s_.chunks[i + 1].first, s_.chunks[end - 1].last);
    }
  }

 private:
  bool in_set(std::string_view set, std::string_view lemma) const { return tables_.vocabulary.holds(set, lemma); }

  bool chunk_is(std::string_view set, std::uint32_t i) const {
    const Word* w = s_.tagged[s_.chunks[i].first].word;
    return w && in_set(set, w->folded);
  }

  std::string topic_text(std::uint32_t first, std::uint32_t last) const {
    while (first < last && (s_.tagged[first].tag == Tag::determiner || s_.tagged[first].tag == Tag::possessive ||
                            s_.tagged[first].tag == Tag::quantifier))
      ++first;
    return words_of(text_, s_, first, last);
  }

  // "issues", "progress": says nothing without its complement. The last token of a phrase's first noun phrase is
  // `head`.
  bool empty_topic(std::uint32_t head) const {
    const Word* w = s_.tagged[head].word;
    return w && s_.tagged[head].tag == Tag::noun && in_set("empty_topic", w->noun_lemma);
  }

  void add_topic(std::uint32_t first, std::uint32_t last) {
    if (out_.size() >= most || first >= last) return;
    const Tag t = s_.tagged[last - 1].tag;
    if (t == Tag::pronoun) return;
    std::string topic = topic_text(first, last);
    if (!topic.empty() && std::find(out_.begin(), out_.end(), topic) == out_.end()) out_.push_back(std::move(topic));
  }

  // The noun phrases of [first, last), "of" phrases joined to their heads.
  void topics_in(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
      const Chunk& c = s_.chunks[i];
      if (c.kind != ChunkKind::noun || c.first < first || c.last > last || s_.phrases[c.index].time) continue;
      std::uint32_t end = c.last, j = i;
      while (j + 2 < s_.chunks.size() && s_.chunks[j + 1].kind == ChunkKind::preposition &&
             s_.chunks[j + 2].kind == ChunkKind::noun && s_.chunks[j + 2].last <= last &&
             !s_.phrases[s_.chunks[j + 2].index].time) {
        j += 2;
        end = s_.chunks[j].last;
      }
      if (!empty_topic(c.last - 1))
        add_topic(c.first, end);
      else if (j > i)
        add_topic(s_.chunks[i + 2].first, end);
      i = j;
    }
  }

  // "spoke with Y and discussed Iran": the second verb says what about.
  void coordinate_topics() {
    if (!clause_) return;
    for (const Clause& c : clauses_) {
      const bool coordinate = c.relation == Relation::coordinate && c.subject.first == clause_->subject.first;
      const bool purpose = c.relation == Relation::infinitive && c.governor != none && &clauses_[c.governor] == clause_;
      if (&c == clause_ || (!coordinate && !purpose) || c.chunk < clause_->chunk) continue;
      const Word* w = s_.tagged[s_.verbs[c.verb].head].word;
      if (!w || !in_set("discuss_verb", w->verb_lemma) || c.tail.empty()) continue;
      std::uint32_t end = c.tail.first;
      while (end < c.tail.last && s_.chunks[end].kind != ChunkKind::verb &&
             !(s_.chunks[end].kind == ChunkKind::preposition && chunk_is("partner_preposition", end)))
        ++end;
      if (end > c.tail.first) topics_in(s_.chunks[c.tail.first].first, s_.chunks[end - 1].last);
    }
  }

  std::string_view text_;
  const rules::PackTables& tables_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const Clause* clause_;
  std::vector<std::string>& out_;
};

}  // namespace

std::vector<std::string> topics_of(std::string_view text, const rules::PackTables& tables, const Sentence& sentence,
                                   const std::vector<Clause>& clauses, const Found& found, const Clause* clause,
                                   bool talk) {
  std::vector<std::string> out;
  Finder(text, tables, sentence, clauses, clause, &out).run(found, talk);
  return out;
}

}  // namespace demarche::extract
