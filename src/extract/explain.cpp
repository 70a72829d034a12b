#include "extract/explain.h"

#include <fmt/format.h>

#include <array>

#include "extract/actions.h"
#include "extract/clauses.h"
#include "extract/dates.h"
#include "extract/mentions.h"
#include "extract/records.h"

namespace demarche::extract {
namespace {

constexpr std::array<std::string_view, 22> tag_names = {
    "other", "det",  "quant", "num", "adj", "noun", "name", "pron", "poss", "gen",   "prep",
    "to",    "conj", "comma", "sub", "rel", "verb", "be",   "have", "do",   "modal", "neg"};

std::string_view name_of(Tag t) {
  const auto i = static_cast<std::size_t>(t);
  if (i < tag_names.size()) return tag_names[i];
  return t == Tag::adverb ? "adv" : t == Tag::quote ? "quote" : t == Tag::stop ? "stop" : "time";
}

std::string_view name_of(Refers r) {
  static constexpr std::array<std::string_view, 7> names = {"person", "actor",     "capital", "place",
                                                            "role",   "described", "pronoun"};
  return names[static_cast<std::size_t>(r)];
}

std::string_view name_of(Relation r) {
  static constexpr std::array<std::string_view, 8> names = {"main",    "coordinate", "infinitive", "participle",
                                                            "reduced", "relative",   "complement", "adverbial"};
  return names[static_cast<std::size_t>(r)];
}

class Page {
 public:
  Page(const Analysis& a, bool lone_actors) : a_(a), lone_actors_(lone_actors) {}

  std::string run() {
    for (const Sentence& s : a_.sentences()) sentence(s);
    if (a_.sentences().empty()) out_ = "No sentence to read.\n";
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }

  std::string chunks(const Sentence& s, const ChunkRange& r) const {
    return r.empty() ? "–" : words_of(a_.text(), s, s.chunks[r.first].first, s.chunks[r.last - 1].last);
  }

  void sentence(const Sentence& s) {
    line("── sentence {}{} ──", s.number + 1, s.headline ? " (headline)" : "");
    std::string tokens;
    for (std::size_t i = 0; i < s.tokens.size(); ++i) {
      if (i) tokens += ' ';
      tokens += fmt::format("{}/{}", text::view(a_.text(), s.tokens[i]), name_of(s.tagged[i].tag));
    }
    line("1 tokens       {}", tokens);
    for (const ActorMention& m : s.mentions) mention(s, m);
    std::vector<Clause> clauses;
    find_clauses(*a_.pack().tables, s, &clauses);
    for (std::uint32_t i = 0; i < clauses.size(); ++i) clause(s, clauses, i);
    std::vector<Found> found;
    std::vector<Trace> trace;
    ActionBench bench;
    find_actions(a_.pack(), a_.text(), s, clauses, lone_actors_, &bench, &found, &trace);
    for (const Trace& t : trace) {
      line("5 tape         {}", t.tape);
      for (const std::string& note : t.notes) line("               {}", note);
    }
    std::vector<TimeExpression> times;
    find_times(a_.text(), s, a_.date(), &times);
    const std::size_t before = records_.size();
    story_.enter(s);
    write_records(a_, s, clauses, found, times, lone_actors_, &story_, &records_);
    for (std::size_t i = before; i < records_.size(); ++i) record(records_[i]);
    if (records_.size() == before) line("6 no record");
    out_ += '\n';
  }

  void mention(const Sentence& s, const ActorMention& m) {
    std::string resolved;
    for (const std::uint32_t e : m.entities) {
      const DocEntity& d = a_.coreference().entities()[e];
      if (!resolved.empty()) resolved += " & ";
      resolved += fmt::format("{} ({})", d.name, to_string(d.kind));
    }
    line("2 mention      {} [{}]", words_of(a_.text(), s, m.first, m.last), name_of(m.refers));
    line("3 stands for   {}", resolved.empty() ? "nobody known" : resolved);
  }

  void clause(const Sentence& s, const std::vector<Clause>& clauses, std::uint32_t i) {
    const Clause& c = clauses[i];
    const VerbGroup& v = s.verbs[c.verb];
    std::string more;
    if (v.passive) more += " passive";
    if (v.negated) more += " negated";
    if (c.content) more += " content";
    if (c.governor != none)
      more += fmt::format(" under \"{}\"", words_of(a_.text(), s, s.verbs[clauses[c.governor].verb].first,
                                                    s.verbs[clauses[c.governor].verb].last));
    if (c.source != none) more += fmt::format(" reported by \"{}\"", chunks(s, clauses[c.source].subject));
    line("4 clause       {} | {} | {}  ({}, {}{})", chunks(s, c.subject), words_of(a_.text(), s, v.first, v.last),
         chunks(s, c.tail), name_of(c.relation), to_string(c.status), more);
  }

  static std::string names(const std::vector<Entity>& list) {
    std::string out;
    for (const Entity& e : list) out += (out.empty() ? "" : " & ") + e.identifier_text;
    return out.empty() ? "–" : out;
  }

  void record(const Mention& r) {
    line("6 record       {} > {} > {}", names(r.actor), r.action, names(r.recipient));
    line("               {} {}, {}, date {} ({}), confidence {:.2f}, rule {}", r.event, r.mode, to_string(r.status),
         r.date.empty() ? "–" : r.date, to_string(r.date_precision), r.confidence, r.rule);
    if (!r.topic.empty()) line("               topics: {}", fmt::join(r.topic, "; "));
    if (r.event_loc) line("               place: {}", r.event_loc->extracted_place);
    if (r.attribution) line("               says: {} ({})", r.attribution->source.identifier_text, r.attribution->verb);
  }

  const Analysis& a_;
  bool lone_actors_;
  std::string out_;
  StoryTime story_;
  std::vector<Mention> records_;
};

}  // namespace

std::string explain(const Analysis& analysis, bool lone_actors) { return Page(analysis, lone_actors).run(); }

}  // namespace demarche::extract
