#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>
#include <utility>

#include "demarche/decision.h"
#include "store/decisions.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace demarche {

using store::Database;
using store::Failure;
using store::Statement;
using store::Transaction;

namespace {

constexpr int kBusyMilliseconds = 30000;
constexpr std::array<std::string_view, 3> kinds = {"merge", "split", "alias"};

template <typename T, typename Work>
Result<T> guarded(Work&& work) {
  try {
    return work();
  } catch (const Failure& failure) {
    return failure.error;
  }
}

void make_tables(Database* db) {
  db->run(
      "CREATE TABLE IF NOT EXISTS decisions ("
      "  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, actor TEXT NOT NULL, other TEXT, name TEXT, called TEXT,"
      "  country TEXT, office TEXT, since TEXT, until TEXT, note TEXT, made TEXT, undone INTEGER NOT NULL DEFAULT 0);"
      "CREATE TABLE IF NOT EXISTS decision_documents ("
      "  decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE, document TEXT NOT NULL,"
      "  PRIMARY KEY (decision, document)) WITHOUT ROWID");
}

// The actors must be made anew.
void unsettle(Database* db) { db->run("UPDATE state SET value = '0' WHERE name = 'merged'"); }

// What a decision says, the time first; its place in a log and whether it still holds are not of it.
auto content_of(const Decision& d) {
  return std::tie(d.made, d.kind, d.actor, d.other, d.name, d.documents, d.called, d.country, d.office, d.since,
                  d.until, d.note);
}

// Puts it behind the others and gives it its number. REQUIRES the tables.
void append(Database* db, Decision* d) {
  using store::OrNull;
  db->statement(
        "INSERT INTO decisions (kind, actor, other, name, called, country, office, since, until, note, made, undone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(to_string(d->kind), d->actor, OrNull{d->other}, OrNull{d->name}, OrNull{d->called}, OrNull{d->country},
           OrNull{d->office}, OrNull{d->since}, OrNull{d->until}, OrNull{d->note}, OrNull{d->made},
           static_cast<std::int64_t>(d->undone));
  d->number = static_cast<std::uint64_t>(db->last_key());
  Statement& document = db->statement("INSERT OR IGNORE INTO decision_documents VALUES (?, ?)");
  for (const std::string& id : d->documents) document.run(static_cast<std::int64_t>(d->number), id);
}

Decision::Kind kind_of(std::string_view word) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] == word) return static_cast<Decision::Kind>(i);
  }
  return Decision::Kind::merge;
}

}  // namespace

std::string_view to_string(Decision::Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::vector<Decision> join_decisions(std::vector<Decision> all) {
  for (Decision& d : all) std::sort(d.documents.begin(), d.documents.end());
  // Equal ones stand together, the undone one first: it stays.
  std::stable_sort(all.begin(), all.end(), [](const Decision& a, const Decision& b) {
    return content_of(a) != content_of(b) ? content_of(a) < content_of(b) : a.undone > b.undone;
  });
  const auto same = [](const Decision& a, const Decision& b) { return content_of(a) == content_of(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].number = i + 1;
  return all;
}

namespace store {

std::vector<Decision> read_decisions(Database* db) {
  std::vector<Decision> out;
  if (db->number("SELECT count(*) FROM sqlite_schema WHERE name = 'decisions'") == 0) return out;
  Statement& rows = db->statement(
      "SELECT number, kind, actor, other, name, called, country, office, since, until, note, made, undone "
      "FROM decisions ORDER BY number");
  for (rows.start(); rows.next();) {
    Decision& d = out.emplace_back();
    d.number = static_cast<std::uint64_t>(rows.integer(0));
    d.kind = kind_of(rows.text(1));
    d.actor = rows.text(2);
    d.other = rows.text(3);
    d.name = rows.text(4);
    d.called = rows.text(5);
    d.country = rows.text(6);
    d.office = rows.text(7);
    d.since = rows.text(8);
    d.until = rows.text(9);
    d.note = rows.text(10);
    d.made = rows.text(11);
    d.undone = rows.integer(12) != 0;
  }
  Statement& documents = db->statement("SELECT document FROM decision_documents WHERE decision = ? ORDER BY document");
  for (Decision& d : out) {
    for (documents.start(static_cast<std::int64_t>(d.number)); documents.next();) {
      d.documents.emplace_back(documents.text(0));
    }
  }
  return out;
}

}  // namespace store

struct DecisionLog::Rep {
  Rep(const std::string& path, Database::Mode mode) : db(path, mode, kBusyMilliseconds) {
    store::prepare(&db, mode, kBusyMilliseconds);
  }
  Database db;
};

DecisionLog::DecisionLog(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
DecisionLog::DecisionLog(DecisionLog&&) noexcept = default;
DecisionLog& DecisionLog::operator=(DecisionLog&&) noexcept = default;
DecisionLog::~DecisionLog() = default;

namespace {

Result<Done> check_exists(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) return Done{};
  return Error{Cause::failed, path + ": no such file; make it with demarche build"};
}

}  // namespace

Result<DecisionLog> DecisionLog::open(const std::string& path) {
  if (auto checked = check_exists(path); !checked) return checked.error();
  return guarded<DecisionLog>([&] { return DecisionLog(std::make_unique<Rep>(path, Database::Mode::write)); });
}

Result<std::vector<Decision>> DecisionLog::read(const std::string& path) {
  if (auto checked = check_exists(path); !checked) return checked.error();
  return guarded<std::vector<Decision>>([&] {
    Rep rep(path, Database::Mode::read);
    return store::read_decisions(&rep.db);
  });
}

Result<std::vector<Decision>> DecisionLog::all() const {
  return guarded<std::vector<Decision>>([&] { return store::read_decisions(&rep_->db); });
}

Result<Decision> DecisionLog::add(Decision d) {
  return guarded<Decision>([&] {
    Transaction transaction(&rep_->db);
    make_tables(&rep_->db);
    append(&rep_->db, &d);
    unsettle(&rep_->db);
    transaction.commit();
    return d;
  });
}

Result<std::size_t> DecisionLog::join(const std::vector<Decision>& others) {
  return guarded<std::size_t>([&]() -> std::size_t {
    if (others.empty()) return 0;
    Transaction transaction(&rep_->db);
    make_tables(&rep_->db);
    std::vector<Decision> all = store::read_decisions(&rep_->db);
    const std::size_t before = all.size();
    all.insert(all.end(), others.begin(), others.end());
    all = join_decisions(std::move(all));
    rep_->db.run("DELETE FROM decision_documents; DELETE FROM decisions");
    for (Decision& d : all) append(&rep_->db, &d);
    unsettle(&rep_->db);
    transaction.commit();
    return all.size() - before;
  });
}

Result<Decision> DecisionLog::undo(std::uint64_t number) {
  return guarded<Decision>([&]() -> Decision {
    Transaction transaction(&rep_->db);
    std::vector<Decision> all = store::read_decisions(&rep_->db);
    Decision* found = nullptr;
    for (Decision& d : all) {
      if (number == 0 ? !d.undone : d.number == number) found = &d;
    }
    const auto refuse = [&](std::string what) { return Failure{{Cause::failed, rep_->db.path() + ": " + what}}; };
    if (found == nullptr) {
      throw refuse(number == 0 ? "nothing to undo" : fmt::format("no decision {}; see demarche actors log", number));
    }
    if (found->undone) throw refuse(fmt::format("decision {} is undone already", number));
    rep_->db.statement("UPDATE decisions SET undone = 1 WHERE number = ?")
        .run(static_cast<std::int64_t>(found->number));
    unsettle(&rep_->db);
    transaction.commit();
    found->undone = true;
    return *found;
  });
}

}  // namespace demarche
