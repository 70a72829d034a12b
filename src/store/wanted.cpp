#include "store/wanted.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace demarche::store {
namespace {

using Keys = std::vector<std::int64_t>;  // of interactions, ascending

void sort_unique(Keys* keys) {
  if (!std::is_sorted(keys->begin(), keys->end())) std::sort(keys->begin(), keys->end());
  keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
}

Keys intersection(const Keys& a, const Keys& b) {
  Keys out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

Keys with(Database* db, const Keys& actors) {
  Keys out;
  Statement& rows = db->statement("SELECT interaction FROM participants WHERE actor = ? ORDER BY interaction");
  for (const std::int64_t actor : actors) {
    for (rows.start(actor); rows.next();) out.push_back(rows.integer(0));
  }
  sort_unique(&out);
  return out;
}

// Those in which both of one of the pairs take part.
Keys with_pairs(Database* db, const Graph& graph, const Scope& scope) {
  Keys out;
  for (const auto& [one, other] : scope.pairs) {
    const Keys a = actor_keys(graph, {one}), b = actor_keys(graph, {other});
    if (a.empty() || b.empty()) continue;
    const Keys both = intersection(with(db, a), with(db, b));
    out.insert(out.end(), both.begin(), both.end());
  }
  sort_unique(&out);
  return out;
}

// Those whose dates may touch the period, and undated ones; about `most` of them at most.
Keys dated(Database* db, const Scope& scope, std::int64_t most) {
  Keys out;
  const auto read = [&](std::string_view which, std::string_view from, std::string_view to) {
    Statement& rows = db->statement(fmt::format("SELECT key FROM interactions WHERE {} LIMIT ?3", which));
    for (rows.start(from, to, most); rows.next();) out.push_back(rows.integer(0));
  };
  const std::string last = scope.until.empty() ? "9999" : scope.until + "-99";
  const std::string_view first = scope.since;
  read("date >= ?1 AND date <= ?2", first, last);
  read("date IS NULL AND ?1 = ?1 AND ?2 = ?2", "", "");
  if (!first.empty()) {
    // A year or a month that the first day lies in stands before that day, and so may what lasts until it.
    read("date IN (?1, ?2)", first.substr(0, 4), first.substr(0, 7));
    read("enddate IS NOT NULL AND enddate >= ?1 AND ?2 = ?2", first.substr(0, 4), "");
  }
  sort_unique(&out);
  return out;
}

// Text for SQL, whatever it holds.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

std::string any_action(const Scope& scope) {
  std::vector<std::string> each;
  for (const std::string& event : scope.events) each.push_back("i.event = " + quoted(event));
  for (const std::string& action : scope.actions) {
    each.push_back(fmt::format("i.action = {0} OR substr(i.action, 1, length({0}) + 1) = {0} || ' '", quoted(action)));
  }
  return fmt::format("({})", fmt::join(each, " OR "));
}

// What only the row of an interaction tells.
std::string conditions(const Scope& scope) {
  std::vector<std::string> where = {"1"};
  if (!scope.since.empty()) {
    where.push_back("(i.date IS NULL OR coalesce(i.enddate, i.date) || '-99' >= ?1)");
  }
  if (!scope.until.empty()) where.push_back("(i.date IS NULL OR i.date <= ?2)");
  if (!scope.status.empty()) {
    std::vector<std::string> words;
    for (const Status status : scope.status) words.push_back(quoted(to_string(status)));
    where.push_back(fmt::format("i.status IN ({})", fmt::join(words, ",")));
  }
  if (scope.min_confidence > 0) where.push_back(fmt::format("i.confidence >= {}", scope.min_confidence));
  if (!scope.events.empty() || !scope.actions.empty()) where.push_back(any_action(scope));
  if (!scope.tours) {
    where.push_back(
        "(i.action IS NOT 'visit' OR EXISTS (SELECT 1 FROM participants p JOIN actors a ON a.key = p.actor "
        "WHERE p.interaction = i.key AND p.role = 'recipient' AND a.kind <> 'state'))");
  }
  // Both bounds are bound also where they are not used.
  return fmt::format("{} AND (?1 IS NULL OR 1) AND (?2 IS NULL OR 1)", fmt::join(where, " AND "));
}

// Looking at fewer interactions than these is cheaper than finding their days.
constexpr std::size_t kFew = 200;
// A period with more is no help.
constexpr std::int64_t kMostDated = 400000;

// The keys that the indexes leave; nullopt where they rule nothing out.
std::optional<Keys> candidates(Database* db, const Graph& graph, const Scope& scope) {
  std::optional<Keys> out;
  const auto narrow = [&out](Keys keys) { out = out ? intersection(*out, keys) : std::move(keys); };
  if (!scope.pairs.empty()) narrow(with_pairs(db, graph, scope));
  for (const auto& party : scope.parties) {
    if (party.size() <= kMostIds) narrow(with(db, actor_keys(graph, party)));
  }
  if ((scope.since.empty() && scope.until.empty()) || (out && out->size() <= kFew)) return out;
  Keys days = dated(db, scope, kMostDated);
  if (days.size() < static_cast<std::size_t>(kMostDated)) narrow(std::move(days));
  return out;
}

// A page read by itself costs a tenth of a millisecond, a file read in one go a millisecond a megabyte. An interaction
// and its proofs lie on some ten pages, so that many of them are had sooner by mapping the file: then the system reads
// far ahead of each page.
void read_ahead_for_many(Database* db) {
  constexpr std::int64_t kBytesWorthAnInteraction = 800000;
  const std::int64_t wanted = db->number("SELECT count(*) FROM temp.wanted");
  const std::int64_t bytes = db->number("PRAGMA page_count") * db->number("PRAGMA page_size");
  if (wanted > bytes / kBytesWorthAnInteraction) db->run("PRAGMA mmap_size = 8589934592");
}

}  // namespace

std::vector<std::int64_t> actor_keys(const Graph& graph, const std::vector<std::string>& ids) {
  std::vector<std::int64_t> keys;
  for (const std::string& id : ids) {
    if (const Actor* actor = graph.actor(id)) keys.push_back(actor - graph.actors.data() + 1);
  }
  return keys;
}

void fill_wanted(Database* db, const Graph& graph, const Scope& scope) {
  db->run("CREATE TEMP TABLE IF NOT EXISTS wanted (key INTEGER PRIMARY KEY); DELETE FROM temp.wanted");
  if (!scope.interactions.empty()) {
    Statement& add = db->statement("INSERT OR IGNORE INTO temp.wanted SELECT key FROM interactions WHERE id = ?");
    for (const std::string& id : scope.interactions) add.run(id);
    return;
  }
  const OrNull since{scope.since};
  const std::string last = scope.until.empty() ? "" : scope.until + "-99";
  const auto left = candidates(db, graph, scope);
  if (!left) {
    db->statement("INSERT INTO temp.wanted SELECT i.key FROM interactions i WHERE " + conditions(scope))
        .run(since, OrNull{last});
    if (scope.mapped) read_ahead_for_many(db);
    return;
  }
  Statement& add = db->statement("INSERT INTO temp.wanted SELECT i.key FROM interactions i WHERE i.key = ?3 AND " +
                                 conditions(scope));
  for (const std::int64_t key : *left) add.run(since, OrNull{last}, key);
  if (scope.mapped) read_ahead_for_many(db);
}

}  // namespace demarche::store
