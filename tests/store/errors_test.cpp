// The whole line that the user reads for each way in which a store can fail.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/schema.h"
#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::Folder;

std::string message(const std::string& path, Store::Mode mode) {
  Result<Store> store = Store::open(path, mode);
  return store.ok() ? "opened" : store.error().message;
}

void write_file(const std::string& path, const std::string& content) { std::ofstream(path) << content; }

void alter(const std::string& path, const char* sql) {
  store::Database db(path, store::Database::Mode::write, 1000);
  db.run(sql);
}

// The test may run as root, whom no permission stops: ask as nobody.
template <typename Work>
std::string as_nobody(Work&& work) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t pid = fork();
  if (pid == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    const std::string out = work();
    _exit(write(ends[1], out.data(), out.size()) == static_cast<ssize_t>(out.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string out(4096, '\0');
  const ssize_t n = read(ends[0], out.data(), out.size());
  out.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
  close(ends[0]);
  waitpid(pid, nullptr, 0);
  return out;
}

TEST_CASE("files that are no store") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  CHECK(message(path, Store::Mode::read) == path + ": no such file");
  CHECK(message(folder.path(), Store::Mode::read) == folder.path() + ": a folder, not a graph; name a file");
  CHECK(message(folder.path(), Store::Mode::write) == folder.path() + ": a folder, not a graph; name a file");
  CHECK(message(folder / "no/graph.db", Store::Mode::write) ==
        (folder / "no/graph.db") + ": there is no folder " + (folder / "no"));
  write_file(path, "Secretary of State Hillary Clinton called Turkish Foreign Minister Ahmet Davutoglu on Thursday.");
  const std::string expected = path + ": not a SQLite file; name a graph that `demarche build` wrote";
  CHECK(message(path, Store::Mode::read) == expected);
  CHECK(message(path, Store::Mode::write) == expected);
  write_file(folder / "empty.db", "");
  CHECK(message(folder / "empty.db", Store::Mode::read) == (folder / "empty.db") + ": an empty file, not a graph");
  CHECK(message(folder / "empty.db", Store::Mode::write) == "opened");
  alter(folder / "other.db", "CREATE TABLE notes (text)");
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write}) {
    CHECK(message(folder / "other.db", mode) ==
          (folder / "other.db") + ": a SQLite file of another program, not a graph");
  }
}

TEST_CASE("a newer schema") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  REQUIRE(message(path, Store::Mode::write) == "opened");
  alter(path, "PRAGMA user_version = 7");
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write}) {
    CHECK(message(path, mode) == path + ": schema 7 is newer than this program's " +
                                     std::to_string(store::kSchemaVersion) + "; use a newer demarche");
  }
}

TEST_CASE("permissions") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  REQUIRE(message(path, Store::Mode::write) == "opened");
  REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
  REQUIRE(chmod(path.c_str(), 0444) == 0);
  CHECK(as_nobody([&] { return message(path, Store::Mode::read); }) == "opened");
  CHECK(as_nobody([&] { return message(path, Store::Mode::write); }) == path + ": read-only");
  REQUIRE(chmod(path.c_str(), 0) == 0);
  CHECK(as_nobody([&] { return message(path, Store::Mode::read); }) == path + ": no permission to read it");
  REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
  CHECK(as_nobody([&] { return message(folder / "new.db", Store::Mode::write); }) ==
        (folder / "new.db") + ": no permission to write in " + folder.path());
  REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
}

TEST_CASE("a store in a folder that forbids writing can be read") {
  const Folder folder;
  const std::string path = folder / "gra%20ph#1.db";
  {
    Result<Store> store = Store::open(path, Store::Mode::write);
    REQUIRE(store.ok());
    const std::vector<test::Stored> documents = test::random_documents(1);
    REQUIRE(store->put(documents[0].document, documents[0].mentions, "pack").ok());
  }
  REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
  REQUIRE(chmod(path.c_str(), 0444) == 0);
  CHECK(as_nobody([&] {
          Result<Store> store = Store::open(path, Store::Mode::read);
          return store.ok() ? std::to_string(store->load()->sources.size()) : store.error().message;
        }) == "1");
  REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
}

TEST_CASE("a store that is open for reading refuses to change") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  REQUIRE(message(path, Store::Mode::write) == "opened");
  Result<Store> store = Store::open(path, Store::Mode::read);
  REQUIRE(store.ok());
  CHECK(store->put(Document{.id = "a", .text = "Text."}, {}, "pack").error().message == path + ": read-only");
}

TEST_CASE("unknown documents") {
  Result<Store> store = Store::open(":memory:", Store::Mode::write);
  REQUIRE(store.ok());
  CHECK(store->text("x").error().message == ":memory:: no document \"x\"");
  CHECK(store->remove({"x"}).error().message == ":memory:: no document \"x\"");
}

TEST_CASE("a full disk leaves what was committed") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  REQUIRE(message(path, Store::Mode::write) == "opened");
  store::Database db(path, store::Database::Mode::write, 1000);
  const std::int64_t pages = db.number("PRAGMA page_count");
  db.run(("PRAGMA max_page_count = " + std::to_string(pages + 4)).c_str());
  const auto insert = [&db](int n, std::size_t size) {
    store::Transaction transaction(&db);
    db.statement("INSERT INTO documents (id, hash, text_hash, fingerprint, title) VALUES (?, '', '', 0, ?)")
        .run(std::to_string(n), std::string(size, 'x'));
    transaction.commit();
  };
  insert(1, 100);
  std::string error;
  try {
    insert(2, 100000);
  } catch (const store::Failure& failure) {
    error = failure.error.message;
  }
  CHECK(error == path + ": disk full; make room and run again, what was committed is kept");
  CHECK_FALSE(db.in_transaction());
  CHECK(db.number("SELECT count(*) FROM documents") == 1);
  CHECK(db.statement("PRAGMA integrity_check").first_text() == "ok");
}

TEST_CASE("another writer that does not end") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  REQUIRE(message(path, Store::Mode::write) == "opened");
  store::Database first(path, store::Database::Mode::write, 10);
  store::Database second(path, store::Database::Mode::write, 10);
  store::Transaction held(&first);
  std::string error;
  try {
    store::Transaction refused(&second);
  } catch (const store::Failure& failure) {
    error = failure.error.message;
  }
  CHECK(error == path + ": another program is writing to it; run again when it is done");
}

TEST_CASE("a damaged store") {
  const Folder folder;
  const std::string path = folder / "graph.db";
  {
    Result<Store> store = Store::open(path, Store::Mode::write);
    REQUIRE(store.ok());
    for (const test::Stored& s : test::random_documents(1)) REQUIRE(store->put(s.document, s.mentions, "pack").ok());
  }
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    for (std::streamoff at = 4096; at < size; at += 4096) {
      file.seekp(at);
      file << std::string(64, '\xEE');
    }
  }
  Result<Store> store = Store::open(path, Store::Mode::read);
  const std::string error = store.ok() ? store->load().error().message : store.error().message;
  CHECK(error == path + ": damaged (database disk image is malformed); build it again from its documents");
}

TEST_CASE("each code of SQLite has its line") {
  struct Row {
    int code;
    const char* line;
  };
  const Row rows[] = {
      {SQLITE_IOERR_WRITE, "g.db: cannot be read or written (disk I/O error)"},
      {SQLITE_CANTOPEN, "g.db: cannot be opened; check the permissions of the file and its folder"},
      {SQLITE_READONLY_DBMOVED, "g.db: read-only"},
      {SQLITE_BUSY_SNAPSHOT, "g.db: another program is writing to it; run again when it is done"},
      {SQLITE_ERROR, "g.db: its own words"},
  };
  for (const Row& row : rows) CHECK(store::error_of("g.db", row.code, "its own words").message == row.line);
}

}  // namespace
}  // namespace demarche
