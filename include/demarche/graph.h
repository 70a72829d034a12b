// The knowledge graph as plain data: actors are nodes, interactions are edges, mentions are their evidence.
//
// A Graph is a value: build it with GraphBuilder, or load it from a store or from JSON. All lists are sorted by
// permanent id, so the same graph is the same bytes in every export. Ids are strings that never depend on the order of
// the input.
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_GRAPH_H
#define DEMARCHE_GRAPH_H

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/decision.h"
#include "demarche/document.h"
#include "demarche/mention.h"

namespace demarche {

struct Actor {
  std::string id;    // gazetteer id ("p.hillary-clinton", "TUR") or "x." + slug of the canonical name and country
  std::string name;  // canonical
  Kind kind = Kind::other;
  std::string code;  // alpha-3, IGO …
  std::string sector;
  std::string qid;
  std::vector<std::string> offices;  // as the texts name them, most frequent first
  std::vector<std::string> aliases;  // other names that the texts use, sorted
  std::uint32_t interactions = 0;    // it takes part in, of the whole graph, also where only a part is loaded
};

// One dated report of a status: "planned, said on 2010-05-10 by doc a".
struct StatusStep {
  Status status = Status::actual;
  std::string said;        // date of the document, ISO; may be empty
  std::string mention;     // Mention::id
  Turn turn = Turn::none;  // with Status::denied: the plan was put off or called off, which no source denies
};

// "planned", "postponed", "cancelled", "actual" …: what a reader calls the step. parse_step returns false and leaves
// the step alone for an unknown word.
std::string_view word_of(const StatusStep& step);
bool parse_step(std::string_view word, StatusStep* step);

// One thing that happened (or was planned, rumoured, denied) between actors. Participants are Actor ids, sorted; for
// reciprocal interactions `actor` holds who is reported first, `recipient` the other side.
struct Interaction {
  std::string id;
  std::string event, mode, action;
  bool reciprocal = false;
  Status status = Status::actual;  // newest best-supported step of `history`
  std::vector<StatusStep> history;
  std::string date, enddate;  // as in Mention
  DatePrecision date_precision = DatePrecision::none;
  std::vector<std::string> actor;
  std::vector<std::string> recipient;
  std::vector<std::string> topic;     // most frequent first
  std::vector<std::string> context;   // sorted
  std::string place;                  // canonical or raw place name
  std::string part_of;                // id of the visit that contains this meeting; empty for most
  std::vector<std::string> mentions;  // Mention::id, sorted
  std::uint32_t reports = 0;          // documents that tell of it
  std::uint32_t independent = 0;      // of them, texts that are not copies of each other
  double confidence = 0;
  double event_scale = 0;
  int quad_code = 0;
};

// An office as an edge: person –office→ state or organisation, from texts that name the person in it and from the
// gazetteer's dated terms.
struct Affiliation {
  std::string person;                 // Actor id
  std::string office;                 // "Foreign Minister"
  std::string of;                     // gazetteer id of the state or organisation, "TUR"; need be no actor of the graph
  std::string of_name;                // "Turkey"
  std::string from, until;            // of the term, ISO, as precise as the gazetteer knows; empty = unknown or open
  std::string first_told, last_told;  // dates of the first and the last document that names the person in this office
  bool former = false;                // those documents say that it is over
  bool known = false;                 // the gazetteer has it
  std::vector<std::string> mentions;  // Mention::id of sentences that name it, at most the ten newest, sorted

  bool operator==(const Affiliation&) const = default;
};

// What the graph keeps of a document; the text itself stays in the store.
struct Source {
  std::string id, title, date, url, publication, language;
  std::uint64_t fingerprint = 0;  // SimHash of the text: which reports of one event are independent
  std::string signature;          // MinHash of the text (src/text/shingles.h), binary: which documents are copies
  std::string copy_of;  // id of the source whose copy it is: it has no mentions, but counts as a report of those
};

struct Graph {
  std::vector<Actor> actors;
  std::vector<Interaction> interactions;
  std::vector<Mention> mentions;
  std::vector<Source> sources;
  std::vector<Affiliation> affiliations;  // by person, then state, office and time; those of one person stand together

  // nullptr when there is none. Binary search: logarithmic.
  const Actor* actor(std::string_view id) const;
  const Interaction* interaction(std::string_view id) const;
  const Mention* mention(std::string_view id) const;
  const Source* source(std::string_view id) const;
};

// What the graph keeps of a document, with its fingerprint and signature. One with marks of its own has no signature:
// other marks give other statements, so it is nobody's copy.
Source source_of(const Document& document);

// One interaction of two actors, by their places in a list of actors: all that the measures of a network need. a < b.
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
struct Dealing {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int32_t day = kNoDay;  // since 1970-01-01; of a month or year its first
  float scale = 0;            // PLOVER's score
};

// Collects mentions of documents in any order and merges them: mentions into interactions, entities into actors (see
// src/graph/README.md). finish() gives the same Graph for any order of the add() calls. Adding a document id again
// replaces its mentions. Every mention takes `doc` and the fields of cite_info from its document.
class GraphBuilder {
 public:
  void add(const Document& document, std::vector<Mention> mentions);
  void add(Source source, std::vector<Mention> mentions);
  // Adds all documents of a finished graph: adding the graphs of any split of the input gives the graph of the whole.
  void add(const Graph& graph);
  // Who is who, as decided by hand; takes the place of what was decided before.
  void decide(std::vector<Decision> decisions) { decisions_ = std::move(decisions); }

  Graph finish() const&;
  Graph finish() &&;  // without a copy of the mentions; the builder is empty afterwards

 private:
  Graph finish_here();

  struct Entry {
    Source source;
    std::vector<Mention> mentions;
  };
  std::map<std::string, Entry> entries_;  // by document id
  std::vector<Decision> decisions_;
};

}  // namespace demarche

#endif
