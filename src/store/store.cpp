#include "demarche/store.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "demarche/graph_stream.h"
#include "graph/ties.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store_stream.h"

namespace demarche {

using store::Database;
using store::Failure;
using store::Snapshot;
using store::Statement;
using store::Transaction;

// A second writer waits this long for the first: longer than a batch of documents takes.
constexpr int kBusyMilliseconds = 30000;

struct Store::Rep {
  Rep(const std::string& path, Database::Mode mode) : db(path, mode, kBusyMilliseconds), words(&db) {
    store::prepare(&db, mode, kBusyMilliseconds);
  }

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

  // Another program may have written since, and a rollback may have taken words back.
  void refresh() {
    const std::int64_t version = db.number("PRAGMA data_version");
    if (version == data_version && !rolled_back) return;
    data_version = version;
    rolled_back = false;
    words.forget();
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

  // Documents that bear this id, or else this URL.
  std::vector<std::int64_t> keys_named(const std::string& name) {
    std::vector<std::int64_t> keys;
    for (const char* sql : {"SELECT key FROM documents WHERE id = ?", "SELECT key FROM documents WHERE url = ?"}) {
      Statement& rows = db.statement(sql);
      for (rows.start(name); rows.next();) keys.push_back(rows.integer(0));
      if (!keys.empty()) break;
    }
    return keys;
  }

  bool has_text(std::int64_t key) {
    Statement& row = db.statement("SELECT 1 FROM texts WHERE document = ?");
    row.start(key);
    const bool found = row.next();
    while (found && row.next()) {
    }
    return found;
  }

  // Puts the document in the place of the one with this key, 0 for none. REQUIRES a transaction.
  void replace(std::int64_t key, const store::DocumentRow& row) {
    if (key != 0) store::delete_document(&db, key);
    store::insert_document(&db, &words, row);
    set_merged(false);
  }

  Database db;
  store::Dictionary words;
  bool texts = true;
  bool rolled_back = false;
  std::int64_t data_version = -1;
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

// The same for what reads words: all queries see one state, while others write.
template <typename T, typename Rep, typename Work>
Result<T> guarded_read(Rep& rep, Work&& work) {
  try {
    const Snapshot snapshot(&rep.db);
    rep.refresh();
    return work();
  } catch (const Failure& failure) {
    return failure.error;
  }
}

// The same for what writes, in a transaction of its own: all of it is done, or nothing.
template <typename T, typename Rep, typename Work>
Result<T> guarded_write(Rep& rep, Work&& work) {
  try {
    Transaction transaction(&rep.db);
    rep.refresh();
    T done = work();
    transaction.commit();
    return done;
  } catch (const Failure& failure) {
    rep.rolled_back = true;
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

Result<Done> Store::put(const Document& document, const std::vector<Mention>& mentions, const std::string& pack_hash,
                        const std::string& copy_of) {
  return guarded_write<Done>(*rep_, [&] {
    const std::string hash = store::content_hash(document, pack_hash);
    std::string old;
    const std::int64_t key = rep_->document_key(document.id, &old);
    if (key != 0 && old == hash) return Done{};
    const std::string* const text = rep_->texts ? &document.text : nullptr;
    Source source = source_of(document);
    source.copy_of = copy_of;
    rep_->replace(key, {source, hash, store::text_hash(document.text), text, mentions, rep_->texts});
    return Done{};
  });
}

void Store::keep_texts(bool keep) { rep_->texts = keep; }

Result<Store::Added> Store::add(const StoredDocument& document) {
  return guarded_write<Added>(*rep_, [&] {
    std::string old;
    const std::int64_t key = rep_->document_key(document.source.id, &old);
    const bool has_text = key != 0 && rep_->has_text(key);
    const bool brings_text = rep_->texts && document.text.has_value();
    if (key != 0 && old == document.hash && (has_text || !brings_text)) return Added::known;
    if (key != 0 && old > document.hash) return Added::outdated;
    const std::string* const text = brings_text ? &*document.text : nullptr;
    rep_->replace(key, {document.source, document.hash, document.text_hash, text, document.mentions, rep_->texts});
    return key == 0 ? Added::fresh : old == document.hash ? Added::known : Added::replaced;
  });
}

Result<Done> Store::each(const std::function<bool(StoredDocument&&)>& take) const {
  return guarded_read<Done>(*rep_, [&] {
    store::each_document(&rep_->db, &rep_->words, take);
    return Done{};
  });
}

Result<Done> Store::remove(const std::vector<std::string>& documents) {
  return guarded_write<Done>(*rep_, [&] {
    std::set<std::int64_t> keys;
    for (const std::string& name : documents) {
      const std::vector<std::int64_t> named = rep_->keys_named(name);
      if (named.empty()) throw unknown_document(rep_->db, name);
      keys.insert(named.begin(), named.end());
    }
    for (const std::int64_t key : keys) store::delete_document(&rep_->db, key);
    rep_->set_merged(false);
    return Done{};
  });
}

Result<bool> Store::rehydrate(const Document& document) {
  return guarded_write<bool>(*rep_, [&] {
    Statement& row = rep_->db.statement("SELECT key, text_hash FROM documents WHERE id = ?");
    row.start(document.id);
    if (!row.next()) return false;
    const std::int64_t key = row.integer(0);
    const bool same = row.text(1) == store::text_hash(document.text);
    row.next();
    if (!same || rep_->has_text(key)) return false;
    store::insert_text(&rep_->db, key, document.text);
    return true;
  });
}

Result<std::vector<std::string>> Store::verify() const {
  return guarded_read<std::vector<std::string>>(
      *rep_, [&] { return store::faults(&rep_->db, &rep_->words, rep_->is_merged()); });
}

Result<Done> Store::compact() {
  if (auto merged = merge(); !merged) return merged;
  auto tidied = guarded_write<Done>(*rep_, [&] {
    store::delete_unused_words(&rep_->db);
    rep_->db.run("INSERT INTO sentences_fts (sentences_fts) VALUES ('optimize')");
    rep_->words.forget();
    return Done{};
  });
  if (!tidied) return tidied;
  return guarded<Done>([&] {
    rep_->db.run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
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
  const Result<Done> done = guarded<Done>([&] {
    if (rep_->db.in_transaction()) rep_->db.run("COMMIT");
    return Done{};
  });
  if (!done) rep_->rolled_back = true;
  return done;
}

Result<std::vector<Document>> Store::unread() const {
  return guarded_read<std::vector<Document>>(*rep_, [&] { return store::unread_documents(&rep_->db); });
}

Result<Done> Store::merge() {
  return guarded_write<Done>(*rep_, [&] {
    if (!rep_->is_merged()) {
      store::replace_merged(&rep_->db, store::merged_now(&rep_->db, &rep_->words));
      rep_->set_merged(true);
    }
    return Done{};
  });
}

Result<Graph> Store::load() const {
  return guarded_read<Graph>(*rep_, [&] {
    return rep_->is_merged() ? store::stored_graph(&rep_->db, &rep_->words)
                             : store::merged_now(&rep_->db, &rep_->words);
  });
}

Result<Graph> Store::load(Graph actors, const Scope& scope) const {
  return guarded_read<Graph>(*rep_, [&] {
    return rep_->is_merged() ? store::stored_part(&rep_->db, &rep_->words, std::move(actors), scope)
                             : store::merged_now(&rep_->db, &rep_->words);
  });
}

Result<Listed> Store::newest(const Graph& actors, const Scope& scope, std::size_t offset, std::size_t limit) const {
  return guarded_read<Listed>(
      *rep_, [&] { return rep_->is_merged() ? store::newest(&rep_->db, actors, scope, offset, limit) : Listed(); });
}

Result<BestTold> Store::best_told(const std::vector<bool>& chosen, std::size_t most) const {
  return guarded_read<BestTold>(
      *rep_, [&] { return rep_->is_merged() ? store::best_told(&rep_->db, chosen, most) : BestTold(); });
}

Result<std::vector<Dealing>> Store::dealings(const Scope& scope) const {
  return guarded_read<std::vector<Dealing>>(*rep_, [&] {
    if (rep_->is_merged()) return store::stored_dealings(&rep_->db, scope);
    return graph::contacts_of(store::merged_now(&rep_->db, &rep_->words));
  });
}

Result<Graph> Store::load_actors() const {
  return guarded_read<Graph>(*rep_, [&] {
    return rep_->is_merged() ? store::stored_actors(&rep_->db) : store::merged_now(&rep_->db, &rep_->words);
  });
}

Result<std::unique_ptr<GraphStream>> Store::stream() const {
  return guarded<std::unique_ptr<GraphStream>>([&]() -> std::unique_ptr<GraphStream> {
    rep_->refresh();
    if (rep_->is_merged()) return store::stream(&rep_->db, &rep_->words);
    return demarche::stream(store::merged_now(&rep_->db, &rep_->words));
  });
}

Result<std::string> Store::text(const std::string& document_id) const {
  return guarded<std::string>([&] {
    Statement& row =
        rep_->db.statement("SELECT t.text FROM documents d JOIN texts t ON t.document = d.key WHERE d.id = ?");
    row.start(document_id);
    if (!row.next()) {
      if (rep_->document_key(document_id) == 0) throw unknown_document(rep_->db, document_id);
      throw Failure{
          {Cause::failed, fmt::format("{}: the text of \"{}\" is not kept; bring it back with demarche rehydrate",
                                      rep_->db.path(), document_id)}};
    }
    std::string text(row.text(0));
    row.next();
    return text;
  });
}

Result<std::uint64_t> Store::without_text() const {
  return guarded<std::uint64_t>([&] {
    return static_cast<std::uint64_t>(rep_->db.number(
        "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM texts t WHERE t.document = d.key)"));
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
