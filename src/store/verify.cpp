#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/rows.h"
#include "store/schema.h"
#include "store/seal.h"
#include "text/utf8.h"

namespace demarche::store {
namespace {

using Lines = std::vector<std::string>;

// More lines of one kind help nobody.
constexpr std::size_t kMostOfAKind = 20;

void add(std::string line, std::size_t* count, Lines* out) {
  if (++*count <= kMostOfAKind) out->push_back(std::move(line));
}

void check_file(Database* db, Lines* out) {
  std::size_t count = 0;
  Statement& rows = db->statement("PRAGMA integrity_check(20)");
  for (rows.start(); rows.next();) {
    if (rows.text(0) != "ok") add(fmt::format("file: {}", rows.text(0)), &count, out);
  }
}

void check_parents(Database* db, Lines* out) {
  std::size_t count = 0;
  Statement& rows = db->statement(
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY \"table\", parent ORDER BY 1, 2");
  for (rows.start(); rows.next();) {
    const std::int64_t n = rows.integer(2);
    add(fmt::format("{}: {} {} to no row of {}", rows.text(0), n, n == 1 ? "row belongs" : "rows belong", rows.text(1)),
        &count, out);
  }
  Statement& idle = db->statement(
      "SELECT d.id, s.sequence FROM sentences s JOIN documents d ON d.key = s.document "
      "WHERE NOT EXISTS (SELECT 1 FROM mentions m WHERE m.sentence = s.key)");
  for (idle.start(), count = 0; idle.next();) {
    add(fmt::format("document {}: sentence {} has no mention", idle.text(0), idle.integer(1)), &count, out);
  }
}

// The check writes nothing, but SQLite asks for a connection that may write; where it may not, the index goes
// unchecked.
void check_full_text(Database* db, Lines* out) {
  try {
    db->run("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)");
  } catch (const Failure& failure) {
    if (failure.error.message.find("damaged") != std::string::npos) {
      out->push_back("full-text index: does not fit the sentences");
    }
  }
}

// Words and columns of the tables, or the statement that made a view or an index.
std::map<std::string, std::string> shapes(Database* db) {
  std::map<std::string, std::string> out;
  Statement& rows = db->statement("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  for (rows.start(); rows.next();) {
    const std::string name(rows.text(1));
    std::string& shape = out[fmt::format("{} {}", rows.text(0), name)];
    if (rows.text(0) != "table") {
      shape = rows.text(2);
      continue;
    }
    // A table that has grown with the schema has other words, but the same columns.
    for (const char* sql :
         {"SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM pragma_table_info(?)",
          "SELECT \"from\" || ' ' || \"table\" || ' ' || on_delete FROM pragma_foreign_key_list(?)"}) {
      Statement& columns = db->statement(sql);
      for (columns.start(name); columns.next();) shape.append(columns.text(0)).append("\n");
    }
  }
  return out;
}

// Tables that somebody has added are theirs.
void check_tables(Database* db, Lines* out) {
  Database fresh(":memory:", Database::Mode::write, 0);
  prepare(&fresh, Database::Mode::write, 0);
  const auto found = shapes(db);
  std::size_t count = 0;
  for (const auto& [name, shape] : shapes(&fresh)) {
    const auto at = found.find(name);
    if (at == found.end()) add(fmt::format("{}: is missing", name), &count, out);
    if (at != found.end() && at->second != shape) add(fmt::format("{}: has changed", name), &count, out);
  }
}

// What no index and no text repeats.
void check_seals(Database* db, Lines* out) {
  std::vector<std::pair<std::int64_t, std::string>> keys;
  Statement& rows = db->statement("SELECT key, coalesce(seal, '') FROM documents ORDER BY id");
  for (rows.start(); rows.next();) keys.emplace_back(rows.integer(0), rows.text(1));
  std::size_t count = 0;
  Statement& name = db->statement("SELECT id FROM documents WHERE key = ?");
  for (const auto& [key, seal] : keys) {
    if (seal_of(db, key) == seal) continue;
    name.start(key);
    const std::string id = name.next() ? std::string(name.text(0)) : "";
    while (name.next()) {
    }
    add(fmt::format("document {}: what is stored of it has changed", id), &count, out);
  }
}

// The words of the text at these code points.
std::string_view words_at(const std::string& text, const text::OffsetMap& map, std::uint32_t start, std::uint32_t end) {
  if (end < start) return {};
  const std::size_t from = map.to_bytes(start);
  return std::string_view(text).substr(from, map.to_bytes(end) - from);
}

// Records make the white space within a name one space; texts break their lines there.
bool same_words(std::string_view a, std::string_view b) {
  constexpr std::string_view white = " \t\r\n";
  while (!a.empty() && !b.empty()) {
    const std::size_t in_a = std::min(a.find_first_not_of(white), a.size());
    const std::size_t in_b = std::min(b.find_first_not_of(white), b.size());
    if ((in_a == 0) != (in_b == 0)) return false;
    a.remove_prefix(in_a);
    b.remove_prefix(in_b);
    const std::size_t end = std::min(a.find_first_of(white), a.size());
    if (a.substr(0, end) != b.substr(0, std::min(b.find_first_of(white), b.size()))) return false;
    a.remove_prefix(end);
    b.remove_prefix(end);
  }
  return a.empty() && b.empty();
}

// Documents whose mentions count in the text as it came, of which the store keeps the repaired one (Document::shifts):
// sentences that stand elsewhere in it, or otherwise, are kept by themselves.
std::set<std::string> repaired_documents(Database* db) {
  std::set<std::string> out;
  Statement& rows = db->statement(
      "SELECT DISTINCT d.id FROM sentences s JOIN documents d ON d.key = s.document "
      "WHERE s.text IS NOT NULL AND s.start <= ?");
  for (rows.start(static_cast<std::int64_t>(kFar)); rows.next();) out.emplace(rows.text(0));
  return out;
}

void check_document(const StoredDocument& d, bool repaired, std::size_t* count, Lines* out) {
  if (!d.text) return;
  if (text_hash(*d.text) != d.text_hash) add(fmt::format("document {}: its text has changed", d.source.id), count, out);
  if (repaired) return;
  const text::OffsetMap map(*d.text);
  const auto check = [&](const Mention& m, std::string_view what, std::uint32_t start, std::uint32_t end,
                         const std::string& expected) {
    if (expected.empty() || same_words(words_at(*d.text, map, start, end), expected)) return;
    add(fmt::format("document {}: mention {}: the {} is not at {} to {}", d.source.id, m.id, what, start, end), count,
        out);
  };
  for (const Mention& m : d.mentions) {
    check(m, "sentence", m.start, m.end, m.text);
    check(m, "trigger", m.event_start, m.event_end, m.event_text);
    for (const auto* side : {&m.actor, &m.recipient}) {
      for (const Entity& e : *side) check(m, "entity", e.start, e.end, e.entity_text);
    }
  }
}

bool same(const Actor& a, const Actor& b) {
  const auto fields = [](const Actor& x) {
    return std::tie(x.id, x.name, x.kind, x.code, x.sector, x.qid, x.offices, x.aliases);
  };
  return fields(a) == fields(b);
}

bool same(const Interaction& a, const Interaction& b) {
  const auto fields = [](const Interaction& x) {
    return std::tie(x.id, x.event, x.mode, x.action, x.reciprocal, x.status, x.date, x.enddate, x.date_precision,
                    x.actor, x.recipient, x.topic, x.context, x.place, x.part_of, x.mentions, x.reports, x.independent,
                    x.confidence, x.event_scale, x.quad_code);
  };
  const auto steps = [](const StatusStep& x, const StatusStep& y) {
    return x.status == y.status && x.turn == y.turn && x.said == y.said && x.mention == y.mention;
  };
  return fields(a) == fields(b) &&
         std::equal(a.history.begin(), a.history.end(), b.history.begin(), b.history.end(), steps);
}

template <typename T>
void compare(std::string_view what, const std::vector<T>& stored, const std::vector<T>& expected, Lines* out) {
  std::size_t count = 0;
  auto a = stored.begin();
  auto b = expected.begin();
  while (a != stored.end() || b != expected.end()) {
    if (b == expected.end() || (a != stored.end() && a->id < b->id)) {
      add(fmt::format("{} {}: rests on no mention", what, (a++)->id), &count, out);
    } else if (a == stored.end() || b->id < a->id) {
      add(fmt::format("{} {}: is missing", what, (b++)->id), &count, out);
    } else {
      if (!same(*a, *b)) add(fmt::format("{} {}: is not what its mentions say", what, a->id), &count, out);
      ++a;
      ++b;
    }
  }
}

}  // namespace

std::vector<std::string> faults(Database* db, Dictionary* words, bool merged) {
  Lines out;
  check_file(db, &out);
  check_tables(db, &out);
  check_parents(db, &out);
  // What follows reads every row; with a broken file it could only say so again.
  if (!out.empty()) return out;
  check_full_text(db, &out);
  check_seals(db, &out);
  std::size_t count = 0;
  const std::set<std::string> repaired = repaired_documents(db);
  each_document(db, words, [&](StoredDocument&& document) {
    check_document(document, repaired.contains(document.source.id), &count, &out);
    return true;
  });
  if (merged) {
    const Graph stored = stored_graph(db, words);
    const Graph expected = merged_now(db, words);
    compare("actor", stored.actors, expected.actors, &out);
    compare("interaction", stored.interactions, expected.interactions, &out);
    if (stored.affiliations != expected.affiliations) out.push_back("affiliations: are not what the mentions say");
  }
  return out;
}

}  // namespace demarche::store
