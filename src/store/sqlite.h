// SQLite behind three small types. Every failure is thrown as Failure, which ends the whole operation of the store; the
// public functions turn it into an Error value.
//
// Thread safety: one Database and its statements belong to one thread.
#ifndef DEMARCHE_STORE_SQLITE_H
#define DEMARCHE_STORE_SQLITE_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "demarche/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace demarche::store {

struct Failure {
  Error error;
  bool busy = false;  // another connection holds the file; trying again may help
};

// The one line that a user reads for an SQLite result code. `detail` is SQLite's own words.
Error error_of(const std::string& path, int code, std::string_view detail);

// Empty text is stored as NULL, which reads as empty again.
struct OrNull {
  std::string_view text;
};

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

// A prepared statement, reused. Owned by its Database.
class Statement {
 public:
  Statement(sqlite3* db, const std::string& path, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Runs to the end with these values for ?1, ?2 …
  template <typename... Values>
  void run(const Values&... values) {
    start(values...);
    while (next()) {
    }
  }

  // Starts over with these values; then next() is true for each row. Texts are borrowed until the last row.
  template <typename... Values>
  void start(const Values&... values) {
    reset();
    int at = 0;
    (bind(++at, values), ...);
  }
  bool next();

  // Runs to the end; the first column of the first row.
  std::string first_text();

  // Columns of the present row. A view is valid until next().
  std::string_view text(int column) const;
  std::string_view bytes(int column) const;
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;

 private:
  void reset();
  void bind(int at, std::string_view value);
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, const char* value) { bind(at, std::string_view(value)); }
  void bind(int at, OrNull value);
  void bind(int at, Blob value);
  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, std::int64_t{value}); }
  void bind(int at, std::uint32_t value) { bind(at, std::int64_t{value}); }
  void bind(int at, bool value) { bind(at, std::int64_t{value}); }
  void bind(int at, double value);
  void check(int code) const;

  sqlite3* db_;
  const std::string& path_;
  sqlite3_stmt* statement_ = nullptr;
};

class Database {
 public:
  enum class Mode { read, write };

  // Opens or, for write, creates the file; reads nothing of it yet. A second writer waits up to `busy_ms`.
  Database(const std::string& path, Mode mode, int busy_ms);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // The prepared statement for this SQL, made on first use.
  Statement& statement(std::string_view sql);

  // Runs one or more statements without values.
  void run(const char* sql);
  void run_quietly(const char* sql);  // for destructors: a failure is not reported

  std::int64_t number(std::string_view sql);  // first column of the first row
  std::int64_t last_key() const;
  bool in_transaction() const;
  const std::string& path() const { return path_; }

 private:
  void open(const std::string& name, int flags);
  bool wants_to_write() const;

  std::string path_;
  bool reader_ = false;  // of a file, and so the one that may leave an empty log behind
  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, std::unique_ptr<Statement>> statements_;
};

// A transaction, or a savepoint inside one that runs already. Rolled back unless commit() was called. Starts as a
// writer, so that it waits for other writers at the beginning and not in the middle.
class Transaction {
 public:
  explicit Transaction(Database* db);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& db_;
  bool inner_;
  bool open_ = true;
};

// While it lives, all queries see the file as it was at the first of them. Inside a transaction it does nothing.
class Snapshot {
 public:
  explicit Snapshot(Database* db);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& db_;
  bool own_;
};

}  // namespace demarche::store

#endif
