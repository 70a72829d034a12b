#include "demarche/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extract/actions.h"
#include "extract/analysis.h"
#include "extract/clauses.h"
#include "extract/marked_pairs.h"
#include "extract/mentions.h"
#include "rules/pack_data.h"

namespace demarche {

using namespace extract;

namespace {

// One uncoded word and what is to be said of it.
struct Count {
  std::uint64_t sentences = 0;
  std::string example;
  std::string verb, preposition, event, fact;  // of verbs
  bool plain = false;                          // the example shows just the act

  // The shortest example, the first in the alphabet among equals.
  bool improves(const std::string& sentence) const {
    return example.empty() || sentence.size() < example.size() ||
           (sentence.size() == example.size() && sentence < example);
  }
};

using Counts = std::map<std::string, Count>;

// A basic string of TOML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
    else
      out += ' ';
  }
  return out + '"';
}

// "clash with" as the last part of an id.
std::string slug(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == ' ' ? '-' : c;
  return out;
}

std::string rule_stub(const std::string& words, const Count& c) {
  const std::string object = c.preposition.empty() ? "Y*" : fmt::format("P:{} Y*", c.preposition);
  return fmt::format(
      "[[rule]]\n"
      "id = {}  # once and for all\n"
      "action = {}\n"
      "event = {}  # a guess: one of events.toml\n"
      "meaning = {}\n"
      "patterns = [{}]\n"
      "examples = [\n"
      "  {{ text = {}, facts = [{}] }},\n"
      "]\n"
      "counter = [\"Nobody came.\"]  # what looks like it and is not\n",
      quoted(c.event + ".my-" + slug(words)), quoted(c.verb), quoted(c.event),
      quoted(fmt::format("What X does: \"{}\".", words)), quoted(fmt::format("X V:{} {}", c.verb, object)),
      quoted(c.example), quoted(c.fact));
}

std::string name_stub(const std::string& name) {
  return fmt::format("[[person]]  # or [[organisation]], [[group]]: actors/mine.toml\nid = {}\nname = {}\n",
                     quoted("my." + slug(name)), quoted(name));
}

std::string title_stub(const std::string& title) {
  return fmt::format("{},  # into one of the lists of [office] in lexicon/titles.toml\n", quoted(title));
}

}  // namespace

std::string_view to_string(GapKind kind) {
  switch (kind) {
    case GapKind::verb:
      return "verb";
    case GapKind::title:
      return "title";
    case GapKind::name:
      return "name";
  }
  return "";
}

struct GapFinder::Rep {
  explicit Rep(const Pack& p) : pack(p.rep()), words(*p.rep().tables) {}

  void read(const Analysis& analysis, const Sentence& s) {
    const bool anybody =
        std::any_of(s.mentions.begin(), s.mentions.end(), [](const auto& m) { return !m.entities.empty(); });
    if (!anybody || s.tokens.empty()) return;
    const std::string sentence = words_of(analysis.text(), s, 0, static_cast<std::uint32_t>(s.tokens.size()));
    find_clauses(*pack.tables, s, &clauses);
    find_actions(pack, analysis.text(), s, clauses, false, &bench, &found);
    for (std::uint32_t i = 0; i < clauses.size(); ++i) clause(analysis, s, i, sentence);
    for (const NounPhrase& p : s.phrases) phrase(analysis, s, p, sentence);
  }

  // The first actor of the chunks that a list knows, or whose country one does; none where there is none.
  static std::uint32_t actor_in(const Analysis& a, const Sentence& s, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (s.chunks[i].kind != ChunkKind::noun) continue;
      const std::uint32_t m = s.phrases[s.chunks[i].index].mention;
      if (m == none || s.mentions[m].refers == Refers::pronoun || s.mentions[m].entities.size() != 1) continue;
      const DocEntity& e = a.coreference().entities()[s.mentions[m].entities.front()];
      if (e.known != rules::no_actor || e.country != rules::no_actor) return i;
    }
    return none;
  }

  // The act as a stub can show it: one actor each side, nothing but tense and negation between them.
  static bool plain(const Sentence& s, const Clause& c, std::uint32_t object) {
    const bool alone =
        c.subject.last == c.subject.first + 1 && c.subject.last <= c.chunk && c.relation != Relation::relative;
    if (!alone || object + 1 >= s.chunks.size()) return alone;
    const ChunkKind behind = s.chunks[object + 1].kind;
    return behind != ChunkKind::comma && behind != ChunkKind::conjunction;
  }

  std::string name_at(const Analysis& a, const Sentence& s, std::uint32_t chunk) const {
    const ActorMention& m = s.mentions[s.phrases[s.chunks[chunk].index].mention];
    return a.coreference().entities()[m.entities.front()].name;
  }

  void clause(const Analysis& a, const Sentence& s, std::uint32_t number, const std::string& sentence) {
    const Clause& c = clauses[number];
    const VerbGroup& v = s.verbs[c.verb];
    const Word* w = s.tagged[v.head].word;
    if (v.auxiliary_only || v.copula || v.passive || v.form != VerbForm::finite || !w || w->verb_lemma.empty()) return;
    if (w->verb_props && w->verb_props->speech) return;
    const bool coded = std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.clause == number; });
    const std::uint32_t subject = actor_in(a, s, c.subject.first, c.subject.last);
    const std::uint32_t object = actor_in(a, s, c.tail.first, c.tail.last);
    if (coded || subject == none || object == none || object > c.tail.first + 1) return;
    std::string preposition;
    if (object == c.tail.first + 1) {
      const Chunk& between = s.chunks[c.tail.first];
      if (between.kind != ChunkKind::preposition || !s.tagged[between.first].word) return;
      preposition = s.tagged[between.first].word->folded;
    }
    const std::string from = name_at(a, s, subject), to = name_at(a, s, object);
    if (from == to) return;
    const std::string verb(w->verb_lemma);
    Count& count = verbs[preposition.empty() ? verb : verb + ' ' + preposition];
    ++count.sentences;
    const bool shown = plain(s, c, object);
    if (count.plain == shown ? !count.improves(sentence) : count.plain) return;
    count.plain = shown;
    count.example = sentence;
    count.verb = verb;
    count.preposition = preposition;
    count.event = guess(a, s, number);
    count.fact = fmt::format("{} > {} > {}", from, verb, to);
    if (c.status != Status::actual) count.fact += fmt::format(" ({})", to_string(c.status));
  }

  // The type that the verb's class has for marked pairs.
  std::string guess(const Analysis& a, const Sentence& s, std::uint32_t number) {
    std::vector<Found> wide;
    find_wide_acts(pack, a.text(), s, clauses, &wide, nullptr);
    for (const Found& f : wide) {
      if (f.clause == number) return std::string(pack.tables->rules[f.rule].event.view());
    }
    return "CONSULT";
  }

  void phrase(const Analysis& a, const Sentence& s, const NounPhrase& p, const std::string& sentence) {
    if (p.mention != none && !s.mentions[p.mention].entities.empty()) {
      const ActorMention& m = s.mentions[p.mention];
      if (m.refers == Refers::person && m.name_last != 0) title(s, p, m, sentence);
      return;
    }
    if (p.time || s.tagged[p.head].tag != Tag::name || !(s.tokens[p.head].flags & text::capitalised)) return;
    std::uint32_t first = p.head;
    while (first > p.first && s.tagged[first - 1].tag == Tag::name) --first;
    count_word(&names, words_of(a.text(), s, first, p.head + 1), sentence);
  }

  // "Bosun Jane Roe": a person's noun before or at the head of the name, that no list of titles has.
  void title(const Sentence& s, const NounPhrase& p, const ActorMention& m, const std::string& sentence) {
    if (s.headline) return;
    const std::uint32_t first = m.name_first > p.first ? m.name_first - 1 : m.name_first;
    for (std::uint32_t i = first; i <= m.name_first && i + 1 < m.name_last; ++i) {
      const Word* w = s.tagged[i].word;
      const bool new_title =
          w && w->person_noun && !w->given_name && !w->title && !w->actor_noun && !w->noun_lemma.empty();
      if (new_title && i > 0 && (s.tokens[i].flags & text::capitalised))
        return count_word(&titles, std::string(w->noun_lemma), sentence);
    }
  }

  static void count_word(Counts* counts, const std::string& words, const std::string& sentence) {
    Count& count = (*counts)[words];
    ++count.sentences;
    if (count.improves(sentence)) count.example = sentence;
  }

  const Pack::Rep& pack;
  Words words;
  SentencePool sentences;
  std::vector<Clause> clauses;
  ActionBench bench;
  std::vector<Found> found;
  Counts verbs, titles, names;
};

GapFinder::GapFinder(const Pack& pack) : rep_(std::make_unique<Rep>(pack)) {}
GapFinder::GapFinder(GapFinder&&) noexcept = default;
GapFinder::~GapFinder() = default;

void GapFinder::add(const Document& document) {
  Analysis analysis(rep_->pack, &rep_->words, &rep_->sentences, nullptr, document);
  analysis.run();
  for (const Sentence& s : analysis.sentences()) rep_->read(analysis, s);
}

std::vector<Gap> GapFinder::most_frequent(std::size_t top) const {
  std::vector<Gap> out;
  const auto take = [&](GapKind kind, const Counts& counts, auto stub) {
    std::vector<const Counts::value_type*> order;
    for (const auto& entry : counts) order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->second.sentences > b->second.sentences; });
    if (order.size() > top) order.resize(top);
    for (const auto* e : order) out.push_back({kind, e->first, e->second.sentences, e->second.example, stub(*e)});
  };
  take(GapKind::verb, rep_->verbs, [](const auto& e) { return rule_stub(e.first, e.second); });
  take(GapKind::title, rep_->titles, [](const auto& e) { return title_stub(e.first); });
  take(GapKind::name, rep_->names, [](const auto& e) { return name_stub(e.first); });
  return out;
}

}  // namespace demarche
