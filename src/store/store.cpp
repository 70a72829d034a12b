#include "demarche/store.h"

#include <fmt/format.h>

#include <utility>

#include "store/rows.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace demarche {

using store::Database;
using store::Failure;
using store::Snapshot;
using store::Statement;
using store::Transaction;

// A second writer waits this long for the first: longer than a batch of documents takes.
constexpr int kBusyMilliseconds = 30000;

struct Store::Rep {
  Rep(const std::string& path, Database::Mode mode) : db(path, mode, kBusyMilliseconds) { store::prepare(&db, mode, kBusyMilliseconds); }

  bool is_merged() {
    Statement& row = db.statement("SELECT value FROM state WHERE name = 'merged'");
    row.start();
    const bool merged = row.next() && row.text(0) == std::to_string(store::kMergeRules);
    while (row.next()) {
    }
    return merged;
  }

  void set_merged(bool merged) {
    db.statement("UPDATE state SET value = ? WHERE name = 'merged' AND value <> ?1")
        .run(std::to_string(merged ? store::kMergeRules : 0));
  }

  // 0 when there is no such document.
  std::int64_t document_key(const std::string& id, std::string* hash = nullptr) {
    Statement& row = db.statement("SELECT key, hash FROM documents WHERE id = ?");
    row.start(id);
    if (!row.next()) return 0;
    const std::int64_t key = row.integer(0);
    if (hash != nullptr) *hash = row.text(1);
    row.next();
    return key;
  }

  // Deletes all that rests on the document. REQUIRES a transaction.
  void erase(std::int64_t key) {
    db.statement("DELETE FROM documents WHERE key = ?").run(key);
    set_merged(false);
  }

  Database db;
};

namespace {

template <typename T, typename Work>
Result<T> guarded(Work&& work) {
  try {
    return work();
  } catch (const Failure& failure) {
    return failure.error;
  }
}

Failure unknown_document(const Database& db, const std::string& id) {
  return {{Cause::failed, fmt::format("{}: no document \"{}\"", db.path(), id)}};
}

}  // namespace

Store::Store(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Mode mode) {
  try {
    return Store(std::make_unique<Rep>(path, mode == Mode::write ? Database::Mode::write : Database::Mode::read));
  } catch (const Failure& failure) {
    return failure.error;
  }
}

Result<bool> Store::has(const Document& document, const std::string& pack_hash) const {
  return guarded<bool>([&] {
    std::string hash;
    return rep_->document_key(document.id, &hash) != 0 && hash == store::content_hash(document, pack_hash);
  });
}

Result<Done> Store::put(const Document& document, const std::vector<Mention>& mentions, const std::string& pack_hash) {
  return guarded<Done>([&] {
    const std::string hash = store::content_hash(document, pack_hash);
    Transaction transaction(&rep_->db);
    std::string old;
    const std::int64_t key = rep_->document_key(document.id, &old);
    if (key != 0 && old == hash) return Done{};
    if (key != 0) rep_->erase(key);
    store::insert_document(&rep_->db, document, mentions, hash);
    rep_->set_merged(false);
    transaction.commit();
    return Done{};
  });
}

Result<Done> Store::remove(const std::string& document_id) {
  return guarded<Done>([&] {
    Transaction transaction(&rep_->db);
    const std::int64_t key = rep_->document_key(document_id);
    if (key == 0) throw unknown_document(rep_->db, document_id);
    rep_->erase(key);
    transaction.commit();
    return Done{};
  });
}

Result<Done> Store::begin() {
  return guarded<Done>([&] {
    if (!rep_->db.in_transaction()) rep_->db.run("BEGIN IMMEDIATE");
    return Done{};
  });
}

Result<Done> Store::commit() {
  return guarded<Done>([&] {
    if (rep_->db.in_transaction()) rep_->db.run("COMMIT");
    return Done{};
  });
}

Result<Done> Store::merge() {
  return guarded<Done>([&] {
    Transaction transaction(&rep_->db);
    if (!rep_->is_merged()) {
      store::replace_merged(&rep_->db, store::merged_now(&rep_->db));
      rep_->set_merged(true);
    }
    transaction.commit();
    return Done{};
  });
}

Result<Graph> Store::load() const {
  return guarded<Graph>([&] {
    // All queries must see one state, while others write.
    const Snapshot snapshot(&rep_->db);
    return rep_->is_merged() ? store::stored_graph(&rep_->db) : store::merged_now(&rep_->db);
  });
}

Result<std::string> Store::text(const std::string& document_id) const {
  return guarded<std::string>([&] {
    Statement& row =
        rep_->db.statement("SELECT t.text FROM documents d JOIN texts t ON t.document = d.key WHERE d.id = ?");
    row.start(document_id);
    if (!row.next()) throw unknown_document(rep_->db, document_id);
    std::string text(row.text(0));
    row.next();
    return text;
  });
}

Result<Store::Counts> Store::counts() const {
  return guarded<Counts>([&] {
    Statement& row = rep_->db.statement(
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM mentions), (SELECT count(*) FROM actors), "
        "(SELECT count(*) FROM interactions)");
    row.start();
    row.next();
    const auto n = [&row](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    const Counts counts{n(0), n(1), n(2), n(3)};
    row.next();
    return counts;
  });
}

}  // namespace demarche
