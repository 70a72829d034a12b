#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "store/packed_record.h"
#include "store/rows.h"
#include "text/utf8.h"

namespace demarche::store {
namespace {

// Columns from `at`: id, title, date, url, publication, language, fingerprint.
Source read_source(const Statement& row, int at) {
  Source s;
  s.id = row.text(at);
  s.title = row.text(at + 1);
  s.date = row.text(at + 2);
  s.url = row.text(at + 3);
  s.publication = row.text(at + 4);
  s.language = row.text(at + 5);
  s.fingerprint = static_cast<std::uint64_t>(row.integer(at + 6));
  return s;
}

std::vector<Source> read_sources(Database* db, std::unordered_map<std::int64_t, std::size_t>* by_key) {
  std::vector<Source> out;
  Statement& rows =
      db->statement("SELECT key, id, title, date, url, publication, language, fingerprint FROM documents ORDER BY id");
  for (rows.start(); rows.next();) {
    by_key->emplace(rows.integer(0), out.size());
    out.push_back(read_source(rows, 1));
  }
  return out;
}

void complete(const Source& source, Mention* m) {
  m->doc = source.id;
  m->title = source.title;
  m->url = source.url;
  m->publication = source.publication;
  m->language = source.language;
}

// The sentences of one document: its text is read once, not for each of them.
class SentenceTexts {
 public:
  explicit SentenceTexts(Database* db) : db_(*db) {}

  std::string_view find(std::int64_t document, std::uint32_t start, std::uint32_t end) {
    if (document != document_) read(document);
    const std::size_t from = offsets_->to_bytes(start);
    return std::string_view(text_).substr(from, std::max(offsets_->to_bytes(end), from) - from);
  }

 private:
  void read(std::int64_t document) {
    document_ = document;
    Statement& row = db_.statement("SELECT text FROM texts WHERE document = ?");
    row.start(document);
    text_.clear();
    if (row.next()) {
      text_ = row.text(0);
      row.next();
    }
    offsets_.emplace(text_);
  }

  Database& db_;
  std::int64_t document_ = -1;
  std::string text_;
  std::optional<text::OffsetMap> offsets_;
};

// Reads the present row of kMentions.
Mention read_mention(const Statement& row, Database* db, Dictionary* words, SentenceTexts* texts) {
  Mention m;
  m.id = row.text(1);
  m.date = row.text(2);
  m.event = row.text(3);
  m.action = row.text(4);
  parse_status(row.text(5), &m.status);
  m.sequence = static_cast<std::uint32_t>(row.integer(7));
  m.start = static_cast<std::uint32_t>(row.integer(8));
  m.end = static_cast<std::uint32_t>(row.integer(9));
  m.text = row.is_null(10) ? texts->find(row.integer(0), m.start, m.end) : row.text(10);
  if (!unpack_record(row.bytes(6), words, &m)) {
    throw Failure{{Cause::failed, fmt::format("{}: damaged (record of mention {}); build it again from its documents",
                                              db->path(), m.id)}};
  }
  return m;
}

#define DEMARCHE_MENTION_COLUMNS \
  "SELECT s.document, m.id, m.date, m.event, m.action, m.status, m.record, s.sequence, s.start, s.stop, s.text " \
  "FROM mentions m JOIN sentences s ON s.key = m.sentence "

struct SourceMention {
  std::size_t source;
  Mention mention;
};

// In the order in which they were stored.
std::vector<SourceMention> read_mentions(Database* db, Dictionary* words, const std::vector<Source>& sources,
                                         const std::unordered_map<std::int64_t, std::size_t>& by_key) {
  std::vector<SourceMention> out;
  out.reserve(static_cast<std::size_t>(db->number("SELECT count(*) FROM mentions")));
  words->read_all();
  SentenceTexts texts(db);
  Statement& rows = db->statement(DEMARCHE_MENTION_COLUMNS "ORDER BY m.key");
  for (rows.start(); rows.next();) {
    Mention mention = read_mention(rows, db, words, &texts);
    const std::size_t source = by_key.at(rows.integer(0));
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
  Statement& rows = db->statement("SELECT id, name, kind, code, sector, qid FROM actors ORDER BY key");
  for (rows.start(); rows.next();) {
    Actor& a = graph->actors.emplace_back();
    a.id = rows.text(0);
    a.name = rows.text(1);
    parse_kind(rows.text(2), &a.kind);
    a.code = rows.text(3);
    a.sector = rows.text(4);
    a.qid = rows.text(5);
  }
  const auto actor = [graph](const Statement& s) -> Actor& {
    return graph->actors.at(static_cast<std::size_t>(s.integer(0) - 1));
  };
  Statement& offices = db->statement("SELECT actor, office FROM offices ORDER BY actor, rank");
  for (offices.start(); offices.next();) actor(offices).offices.emplace_back(offices.text(1));
  Statement& aliases = db->statement("SELECT actor, alias FROM aliases ORDER BY actor, alias");
  for (aliases.start(); aliases.next();) actor(aliases).aliases.emplace_back(aliases.text(1));
}

void read_interaction_rows(Database* db, Graph* graph) {
  Statement& rows = db->statement(
      "SELECT id, event, mode, action, reciprocal, status, date, enddate, precision, place, part_of, reports, "
      "independent, confidence, event_scale, quad_code FROM interactions ORDER BY key");
  for (rows.start(); rows.next();) {
    Interaction& i = graph->interactions.emplace_back();
    i.id = rows.text(0);
    i.event = rows.text(1);
    i.mode = rows.text(2);
    i.action = rows.text(3);
    i.reciprocal = rows.integer(4) != 0;
    parse_status(rows.text(5), &i.status);
    i.date = rows.text(6);
    i.enddate = rows.text(7);
    parse_precision(rows.text(8), &i.date_precision);
    i.place = rows.text(9);
    i.part_of = rows.text(10);
    i.reports = static_cast<std::uint32_t>(rows.integer(11));
    i.independent = static_cast<std::uint32_t>(rows.integer(12));
    i.confidence = rows.real(13);
    i.event_scale = rows.real(14);
    i.quad_code = static_cast<int>(rows.integer(15));
  }
}

// Keys are places in the order of ids, from 1: replace_merged() writes them so.
void read_interactions(Database* db, Graph* graph) {
  read_interaction_rows(db, graph);
  const auto each = [&](std::string_view sql, auto&& visit) {
    Statement& rows = db->statement(sql);
    for (rows.start(); rows.next();) visit(rows, graph->interactions.at(static_cast<std::size_t>(rows.integer(0) - 1)));
  };
  each("SELECT interaction, role, actor FROM participants ORDER BY interaction, role, actor",
       [graph](const Statement& row, Interaction& i) {
         const std::string& id = graph->actors.at(static_cast<std::size_t>(row.integer(2) - 1)).id;
         (row.text(1) == "actor" ? i.actor : i.recipient).push_back(id);
       });
  each(
      "SELECT h.interaction, h.status, h.said, m.id FROM history h JOIN mentions m ON m.key = h.mention "
      "ORDER BY h.interaction, h.step",
      [](const Statement& row, Interaction& i) {
        StatusStep& step = i.history.emplace_back();
        parse_status(row.text(1), &step.status);
        step.said = row.text(2);
        step.mention = row.text(3);
      });
  each("SELECT e.interaction, m.id FROM evidence e JOIN mentions m ON m.key = e.mention",
       [](const Statement& row, Interaction& i) { i.mentions.emplace_back(row.text(1)); });
  each("SELECT interaction, topic FROM topics ORDER BY interaction, rank",
       [](const Statement& row, Interaction& i) { i.topic.emplace_back(row.text(1)); });
  each("SELECT interaction, context FROM contexts ORDER BY interaction, context",
       [](const Statement& row, Interaction& i) { i.context.emplace_back(row.text(1)); });
  for (Interaction& i : graph->interactions) std::sort(i.mentions.begin(), i.mentions.end());
}

}  // namespace

Graph merged_now(Database* db, Dictionary* words) {
  std::unordered_map<std::int64_t, std::size_t> by_key;
  const std::vector<Source> sources = read_sources(db, &by_key);
  std::vector<std::vector<Mention>> mentions(sources.size());
  for (auto& [source, mention] : read_mentions(db, words, sources, by_key)) mentions[source].push_back(std::move(mention));
  GraphBuilder builder;
  for (std::size_t i = 0; i < sources.size(); ++i) builder.add(sources[i], std::move(mentions[i]));
  return std::move(builder).finish();
}

Graph stored_graph(Database* db, Dictionary* words) {
  Graph graph;
  std::unordered_map<std::int64_t, std::size_t> by_key;
  graph.sources = read_sources(db, &by_key);
  graph.mentions = sorted_mentions(read_mentions(db, words, graph.sources, by_key));
  read_actors(db, &graph);
  read_interactions(db, &graph);
  return graph;
}

void each_document(Database* db, Dictionary* words, const std::function<bool(StoredDocument&&)>& take) {
  words->read_all();
  SentenceTexts texts(db);
  Statement& rows = db->statement(
      "SELECT d.key, d.id, d.title, d.date, d.url, d.publication, d.language, d.fingerprint, d.hash, d.text_hash, "
      "t.text FROM documents d LEFT JOIN texts t ON t.document = d.key ORDER BY d.id");
  for (rows.start(); rows.next();) {
    StoredDocument document;
    document.source = read_source(rows, 1);
    document.hash = rows.text(8);
    document.text_hash = rows.text(9);
    if (!rows.is_null(10)) document.text = std::string(rows.text(10));
    Statement& mentions = db->statement(DEMARCHE_MENTION_COLUMNS "WHERE s.document = ? ORDER BY m.key");
    for (mentions.start(rows.integer(0)); mentions.next();) {
      complete(document.source, &document.mentions.emplace_back(read_mention(mentions, db, words, &texts)));
    }
    if (!take(std::move(document))) return;
  }
}

}  // namespace demarche::store
