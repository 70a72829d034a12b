#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "text/utf8.h"

namespace demarche::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string message) { throw Failure{{Cause::failed, std::move(message)}}; }

// SQLite's own answer to all of these is "unable to open database file".
void check_before_open(const std::string& path, Database::Mode mode) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (status.type() == fs::file_type::directory) fail(path + ": a folder, not a graph; name a file");
  if (fs::exists(status)) {
    if (access(path.c_str(), R_OK) != 0) fail(path + ": no permission to read it");
    if (mode == Database::Mode::write && access(path.c_str(), W_OK) != 0) fail(path + ": read-only");
    return;
  }
  if (mode == Database::Mode::read) fail(path + ": no such file");
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored)) fail(fmt::format("{}: there is no folder {}", path, folder.string()));
  if (access(folder.c_str(), W_OK) != 0) fail(fmt::format("{}: no permission to write in {}", path, folder.string()));
}

// A reader leaves an empty log and its index behind: only a connection that may write, and is the last to close, takes
// them away. SQLite sees to it that nobody else has the file open.
void take_empty_log_away(const std::string& path) {
  std::error_code error;
  if (fs::file_size(path + "-wal", error) != 0 || error || access(path.c_str(), W_OK) != 0) return;
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
    sqlite3_exec(db, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  }
  sqlite3_close(db);
}

std::string immutable_uri(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

constexpr std::string_view disk_full = "disk full; make room and run again, what was committed is kept";

// A full disk shows as an I/O error where SQLite lays out the memory that its users share.
static bool no_room_beside(const std::string& path) {
  constexpr std::uintmax_t least = 65536;
  std::error_code error;
  const auto space = std::filesystem::space(std::filesystem::absolute(path, error).parent_path(), error);
  return !error && space.available < least;
}

static bool is_busy(int code) { return (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED; }

Error error_of(const std::string& path, int code, std::string_view detail) {
  const auto with = [&](std::string_view what) { return Error{Cause::failed, fmt::format("{}: {}", path, what)}; };
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      return with("not a SQLite file; name a graph that `demarche build` wrote");
    case SQLITE_CORRUPT:
      return with(fmt::format("damaged ({}); build it again from its documents", text::repair_utf8(detail)));
    case SQLITE_FULL:
      return with(disk_full);
    case SQLITE_READONLY:
      return with("read-only");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return with("another program is writing to it; run again when it is done");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return with("cannot be opened; check the permissions of the file and its folder");
    case SQLITE_IOERR:
      if (no_room_beside(path)) return with(disk_full);
      return with("cannot be read or written (disk I/O error)");
    default:
      return with(text::repair_utf8(detail));
  }
}

Statement::Statement(sqlite3* db, const std::string& path, std::string_view sql) : db_(db), path_(path) {
  check(sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_,
                           nullptr));
}

Statement::~Statement() { sqlite3_finalize(statement_); }

bool Statement::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    Failure failure{error_of(path_, code, sqlite3_errmsg(db_)), is_busy(code)};
    sqlite3_reset(statement_);
    throw failure;
  }
  sqlite3_reset(statement_);
  return false;
}

std::string Statement::first_text() {
  start();
  std::string out;
  if (next()) out = text(0);
  while (next()) {
  }
  return out;
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::string_view Statement::bytes(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

void Statement::reset() { sqlite3_reset(statement_); }

void Statement::bind(int at, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(statement_, at, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int at, OrNull value) {
  if (value.text.empty()) {
    check(sqlite3_bind_null(statement_, at));
  } else {
    bind(at, value.text);
  }
}

void Statement::bind(int at, Blob value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  check(sqlite3_bind_blob64(statement_, at, bytes, value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int at, std::int64_t value) { check(sqlite3_bind_int64(statement_, at, value)); }
void Statement::bind(int at, double value) { check(sqlite3_bind_double(statement_, at, value)); }

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw Failure{error_of(path_, code, sqlite3_errmsg(db_)), is_busy(code)};
}

Database::Database(const std::string& path, Mode mode, int busy_ms) : path_(path) {
  const bool memory = path == ":memory:";
  if (!memory) check_before_open(path, mode);
  open(path, mode == Mode::write || memory ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  reader_ = mode == Mode::read && !memory;
  if (mode == Mode::read && !memory && wants_to_write()) {
    sqlite3_close(db_);
    open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  }
  sqlite3_busy_timeout(db_, busy_ms);
}

void Database::open(const std::string& name, int flags) {
  const int code = sqlite3_open_v2(name.c_str(), &db_, flags, nullptr);
  if (code == SQLITE_OK) return;
  const Failure failure{error_of(path_, code, sqlite3_errmsg(db_))};
  sqlite3_close(db_);
  db_ = nullptr;
  throw failure;
}

// A reader of a WAL file makes an index beside it. Where the folder forbids that, a file without open log can be read
// as it stands.
bool Database::wants_to_write() const {
  const int code = sqlite3_exec(db_, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  return (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && !fs::exists(path_ + "-wal");
}

Database::~Database() {
  statements_.clear();
  sqlite3_close(db_);
  if (reader_) take_empty_log_away(path_);
}

Statement& Database::statement(std::string_view sql) {
  std::unique_ptr<Statement>& slot = statements_[std::string(sql)];
  if (slot == nullptr) slot = std::make_unique<Statement>(db_, path_, sql);
  return *slot;
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw Failure{error_of(path_, code, sqlite3_errmsg(db_)), is_busy(code)};
}

void Database::run_quietly(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }

std::int64_t Database::number(std::string_view sql) {
  Statement row(db_, path_, sql);
  row.start();
  return row.next() ? row.integer(0) : 0;
}

std::int64_t Database::last_key() const { return sqlite3_last_insert_rowid(db_); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }

Transaction::Transaction(Database* db) : db_(*db), inner_(db->in_transaction()) {
  db_.run(inner_ ? "SAVEPOINT one" : "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // A full disk rolls back by itself; there is nothing left to undo then.
  if (open_ && db_.in_transaction()) db_.run_quietly(inner_ ? "ROLLBACK TO one; RELEASE one" : "ROLLBACK");
}

void Transaction::commit() {
  db_.run(inner_ ? "RELEASE one" : "COMMIT");
  open_ = false;
}

Snapshot::Snapshot(Database* db) : db_(*db), own_(!db->in_transaction()) {
  if (own_) db_.run("BEGIN");
}

Snapshot::~Snapshot() {
  if (own_) db_.run_quietly("COMMIT");
}

}  // namespace demarche::store
