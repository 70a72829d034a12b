#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "store/decisions.h"
#include "store/row_reader.h"
#include "store/rows.h"
#include "store/wanted.h"

namespace demarche::store {
namespace {

std::vector<Source> read_sources(Database* db, std::unordered_map<std::int64_t, std::size_t>* by_key) {
  std::vector<Source> out;
  Statement& rows = db->statement("SELECT d.key, " DEMARCHE_SOURCE_COLUMNS " FROM documents d ORDER BY d.id");
  for (rows.start(); rows.next();) {
    by_key->emplace(rows.integer(0), out.size());
    out.push_back(read_source(rows, 1));
  }
  return out;
}

struct SourceMention {
  std::size_t source;
  Mention mention;
};

std::size_t source_place(const std::unordered_map<std::int64_t, std::size_t>& by_key, std::int64_t key,
                         const Database& db) {
  const auto at = by_key.find(key);
  if (at == by_key.end()) throw missing("document", key, db);
  return at->second;
}

// In the order in which they were stored.
std::vector<SourceMention> read_mentions(Database* db, Dictionary* words, const std::vector<Source>& sources,
                                         const std::unordered_map<std::int64_t, std::size_t>& by_key) {
  std::vector<SourceMention> out;
  out.reserve(static_cast<std::size_t>(db->number("SELECT count(*) FROM mentions")));
  words->read_all();
  SentenceTexts texts(db);
  Statement& rows = db->statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "ORDER BY m.key");
  for (rows.start(); rows.next();) {
    Mention mention = read_mention(rows, db, words, &texts);
    const std::size_t source = source_place(by_key, rows.integer(0), *db);
    complete(sources[source], &mention);
    out.push_back({source, std::move(mention)});
  }
  return out;
}

// Sorted by id; sorts numbers instead of the mentions, which are nearly a kilobyte each.
std::vector<Mention> sorted_mentions(std::vector<SourceMention> rows) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&rows](std::size_t a, std::size_t b) { return rows[a].mention.id < rows[b].mention.id; });
  std::vector<Mention> out;
  out.reserve(rows.size());
  for (const std::size_t i : order) out.push_back(std::move(rows[i].mention));
  return out;
}

void read_actors(Database* db, Graph* graph) {
  Statement& rows = db->statement("SELECT id, name, kind, code, sector, qid, interactions FROM actors ORDER BY key");
  for (rows.start(); rows.next();) {
    Actor& a = graph->actors.emplace_back();
    a.id = rows.text(0);
    a.name = rows.text(1);
    parse_kind(rows.text(2), &a.kind);
    a.code = rows.text(3);
    a.sector = rows.text(4);
    a.qid = rows.text(5);
    a.interactions = static_cast<std::uint32_t>(rows.integer(6));
  }
  const auto actor = [graph, db](const Statement& s) -> Actor& {
    return graph->actors[actor_place(s.integer(0), graph->actors.size(), *db)];
  };
  Statement& offices = db->statement("SELECT actor, office FROM offices ORDER BY actor, rank");
  for (offices.start(); offices.next();) actor(offices).offices.emplace_back(offices.text(1));
  Statement& aliases = db->statement("SELECT actor, alias FROM aliases ORDER BY actor, alias");
  for (aliases.start(); aliases.next();) actor(aliases).aliases.emplace_back(aliases.text(1));
}

// Keys are places in the order of ids, from 1: replace_merged() writes them so. With `part`, only the interactions of
// the table `wanted` are read; `at` tells where in the graph each of them stands.
class InteractionReader {
 public:
  InteractionReader(Database* db, Graph* graph, bool part) : db_(*db), graph_(*graph), part_(part) {}

  void read(bool evidence) {
    read_rows();
    each("SELECT t.interaction, t.role, t.actor FROM participants t", "ORDER BY t.interaction, t.role, t.actor",
         [this](const Statement& row, Interaction& i) {
           const std::string& id = graph_.actors[actor_place(row.integer(2), graph_.actors.size(), db_)].id;
           (row.text(1) == "actor" ? i.actor : i.recipient).push_back(id);
         });
    each("SELECT t.interaction, t.topic FROM topics t", "ORDER BY t.interaction, t.rank",
         [](const Statement& row, Interaction& i) { i.topic.emplace_back(row.text(1)); });
    each("SELECT t.interaction, t.context FROM contexts t", "ORDER BY t.interaction, t.context",
         [](const Statement& row, Interaction& i) { i.context.emplace_back(row.text(1)); });
    if (!evidence) return;
    each("SELECT t.interaction, t.status, t.said, m.id FROM history t JOIN mentions m ON m.key = t.mention",
         "ORDER BY t.interaction, t.step", [](const Statement& row, Interaction& i) {
           StatusStep& step = i.history.emplace_back();
           parse_step(row.text(1), &step);
           step.said = row.text(2);
           step.mention = row.text(3);
         });
    each("SELECT t.interaction, m.id FROM evidence t JOIN mentions m ON m.key = t.mention", "",
         [](const Statement& row, Interaction& i) { i.mentions.emplace_back(row.text(1)); });
    for (Interaction& i : graph_.interactions) std::sort(i.mentions.begin(), i.mentions.end());
  }

 private:
  void read_rows() {
    // CROSS JOIN keeps SQLite from walking all interactions for the sake of their order.
    Statement& rows = db_.statement(std::string(DEMARCHE_INTERACTION_COLUMNS " FROM ") +
                                    (part_ ? "temp.wanted w CROSS JOIN interactions i ON i.key = w.key ORDER BY w.key"
                                           : "interactions i ORDER BY i.key"));
    for (rows.start(); rows.next();) {
      if (part_) at_.emplace(rows.integer(0), graph_.interactions.size());
      graph_.interactions.push_back(read_interaction(rows));
    }
  }

  template <typename Visit>
  void each(const std::string& select, const std::string& order, Visit visit) {
    // CROSS JOIN keeps SQLite from walking the large table first.
    const std::size_t from = select.find(" FROM ") + 6;
    const std::string sql =
        part_ ? select.substr(0, from) + "temp.wanted w CROSS JOIN " + wanted(select.substr(from)) : select;
    Statement& rows = db_.statement(sql + " " + order);
    for (rows.start(); rows.next();) {
      visit(rows, interaction(rows.integer(0)));
    }
  }

  Interaction& interaction(std::int64_t key) {
    const auto at = at_.find(key);
    const std::size_t place = !part_            ? static_cast<std::size_t>(key - 1)
                              : at != at_.end() ? at->second
                                                : graph_.interactions.size();
    if (place < graph_.interactions.size()) return graph_.interactions[place];
    throw missing("interaction", key, db_);
  }

  // "participants t" → "participants t ON t.interaction = w.key"; what is joined behind stays behind.
  static std::string wanted(const std::string& tables) {
    const std::size_t join = tables.find(" JOIN ");
    const std::string first = tables.substr(0, join);
    return first + " ON t.interaction = w.key" + (join == std::string::npos ? "" : tables.substr(join));
  }

  Database& db_;
  Graph& graph_;
  const bool part_;
  std::unordered_map<std::int64_t, std::size_t> at_;
};

// Mentions that name an office of one of the parties: no interaction need rest on them.
std::string office_proofs(const Graph& graph, const Scope& scope) {
  std::vector<std::string> keys;
  for (const auto& party : scope.parties) {
    if (party.size() <= kMostIds) keys.push_back(fmt::format("{}", fmt::join(actor_keys(graph, party), ",")));
  }
  std::erase(keys, "");
  return fmt::format(
      "SELECT e.mention FROM affiliations a CROSS JOIN affiliation_evidence e "
      "ON e.affiliation = a.key WHERE a.person IN ({})",
      fmt::join(keys, ","));
}

constexpr const char* kProofs = "SELECT e.mention FROM temp.wanted w CROSS JOIN evidence e ON e.interaction = w.key";

// The mentions whose keys the statement selects, with their sources and the newest of all.
void read_evidence(Database* db, Dictionary* words, const std::string& select, Graph* graph) {
  const std::string proofs = "(" + select + ")";
  std::unordered_map<std::int64_t, std::size_t> by_key;
  Statement& sources =
      db->statement("SELECT d.key, " DEMARCHE_SOURCE_COLUMNS
                    " FROM documents d WHERE d.key IN (SELECT s.document FROM mentions m JOIN "
                    "sentences s ON s.key = m.sentence WHERE m.key IN " +
                    proofs +
                    ") "
                    "OR d.key = (SELECT key FROM documents ORDER BY date DESC, id LIMIT 1) ORDER BY d.id");
  for (sources.start(); sources.next();) {
    by_key.emplace(sources.integer(0), graph->sources.size());
    graph->sources.push_back(read_source(sources, 1));
  }
  SentenceTexts texts(db);
  Statement& rows =
      db->statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "WHERE m.key IN " + proofs + " ORDER BY m.id");
  for (rows.start(); rows.next();) {
    Mention& mention = graph->mentions.emplace_back(read_mention(rows, db, words, &texts));
    complete(graph->sources[source_place(by_key, rows.integer(0), *db)], &mention);
  }
}

}  // namespace

Graph merged_now(Database* db, Dictionary* words) {
  std::unordered_map<std::int64_t, std::size_t> by_key;
  const std::vector<Source> sources = read_sources(db, &by_key);
  std::vector<std::vector<Mention>> mentions(sources.size());
  for (auto& [source, mention] : read_mentions(db, words, sources, by_key))
    mentions[source].push_back(std::move(mention));
  GraphBuilder builder;
  builder.decide(read_decisions(db));
  for (std::size_t i = 0; i < sources.size(); ++i) builder.add(sources[i], std::move(mentions[i]));
  return std::move(builder).finish();
}

Graph stored_graph(Database* db, Dictionary* words) {
  Graph graph;
  std::unordered_map<std::int64_t, std::size_t> by_key;
  graph.sources = read_sources(db, &by_key);
  graph.mentions = sorted_mentions(read_mentions(db, words, graph.sources, by_key));
  read_actors(db, &graph);
  InteractionReader(db, &graph, false).read(true);
  graph.affiliations = stored_affiliations(db, graph.actors, true);
  return graph;
}

Graph stored_part(Database* db, Dictionary* words, Graph graph, const Scope& scope) {
  fill_wanted(db, graph, scope);
  InteractionReader(db, &graph, true).read(scope.evidence);
  const std::string offices = scope.offices ? office_proofs(graph, scope) : "";
  if (scope.evidence) {
    read_evidence(db, words, kProofs + (scope.offices ? " UNION " + offices : ""), &graph);
  } else if (scope.offices) {
    read_evidence(db, words, offices, &graph);
  }
  if (scope.offices) graph.affiliations = stored_affiliations(db, graph.actors, true);
  return graph;
}

Listed newest(Database* db, const Graph& actors, const Scope& scope, std::size_t offset, std::size_t limit) {
  fill_wanted(db, actors, scope);
  Listed out;
  out.total = static_cast<std::uint64_t>(db->number("SELECT count(*) FROM temp.wanted"));
  Statement& counts = db->statement(
      "SELECT count(*), count(iif(i.precision = 'document', 1, NULL)) FROM temp.wanted w CROSS JOIN interactions i "
      "ON i.key = w.key WHERE i.date IS NULL");
  for (counts.start(); counts.next();) {
    out.undated = static_cast<std::uint64_t>(counts.integer(0));
    out.dated_by_documents = static_cast<std::uint64_t>(counts.integer(1));
  }
  if (limit == 0) return out;
  // A month or a year stands for its first day; keys are in the order of the ids.
  Statement& rows = db->statement(
      "SELECT i.id FROM temp.wanted w CROSS JOIN interactions i ON i.key = w.key "
      "ORDER BY substr(i.date || '-01-01', 1, 10) DESC, i.key LIMIT ?1 OFFSET ?2");
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  for (rows.start(static_cast<std::int64_t>(std::min(limit, most)), static_cast<std::int64_t>(offset)); rows.next();) {
    out.interactions.emplace_back(rows.text(0));
  }
  return out;
}

std::vector<Affiliation> stored_affiliations(Database* db, const std::vector<Actor>& actors, bool evidence) {
  std::vector<Affiliation> out;
  Statement& rows = db->statement(
      "SELECT person, office, of_id, of_name, since, until, first_told, last_told, former, gazetteer FROM affiliations "
      "ORDER BY key");
  for (rows.start(); rows.next();) {
    Affiliation& a = out.emplace_back();
    a.person = actors[actor_place(rows.integer(0), actors.size(), *db)].id;
    a.office = rows.text(1);
    a.of = rows.text(2);
    a.of_name = rows.text(3);
    a.from = rows.text(4);
    a.until = rows.text(5);
    a.first_told = rows.text(6);
    a.last_told = rows.text(7);
    a.former = rows.integer(8) != 0;
    a.known = rows.integer(9) != 0;
  }
  if (!evidence) return out;
  Statement& told = db->statement(
      "SELECT e.affiliation, m.id FROM affiliation_evidence e JOIN mentions m ON m.key = e.mention "
      "ORDER BY e.affiliation, m.id");
  for (told.start(); told.next();) {
    const auto place = static_cast<std::size_t>(told.integer(0) - 1);
    if (place >= out.size()) throw missing("affiliation", told.integer(0), *db);
    out[place].mentions.emplace_back(told.text(1));
  }
  return out;
}

Graph stored_actors(Database* db) {
  Graph graph;
  read_actors(db, &graph);
  return graph;
}

std::vector<Document> unread_documents(Database* db) {
  std::vector<Document> out;
  Statement& rows = db->statement("SELECT " DEMARCHE_SOURCE_COLUMNS
                                  ", t.text FROM documents d LEFT JOIN texts t ON t.document = d.key "
                                  "WHERE d.hash = '' ORDER BY d.id");
  for (rows.start(); rows.next();) {
    Source source = read_source(rows, 0);
    Document& document = out.emplace_back();
    document.id = document.source = source.id;
    document.title = std::move(source.title);
    document.date = std::move(source.date);
    document.url = std::move(source.url);
    document.publication = std::move(source.publication);
    document.language = std::move(source.language);
    document.text = rows.text(9);
  }
  return out;
}

void each_document(Database* db, Dictionary* words, const std::function<bool(StoredDocument&&)>& take) {
  words->read_all();
  SentenceTexts texts(db);
  Statement& rows = db->statement(
      "SELECT d.key, " DEMARCHE_SOURCE_COLUMNS
      ", d.hash, d.text_hash, t.text FROM documents d LEFT JOIN texts t ON t.document = d.key ORDER BY d.id");
  for (rows.start(); rows.next();) {
    StoredDocument document;
    document.source = read_source(rows, 1);
    document.hash = rows.text(10);
    document.text_hash = rows.text(11);
    if (!rows.is_null(12)) document.text = std::string(rows.text(12));
    Statement& mentions =
        db->statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "WHERE s.document = ? ORDER BY m.key");
    for (mentions.start(rows.integer(0)); mentions.next();) {
      complete(document.source, &document.mentions.emplace_back(read_mention(mentions, db, words, &texts)));
    }
    if (!take(std::move(document))) return;
  }
}

}  // namespace demarche::store
