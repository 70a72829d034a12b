// Killed anywhere and run again, a build ends in the same content. Several programs at one file.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::Folder;
using test::Stored;
using namespace std::chrono_literals;

// What `build` does: skip what is there, commit in groups, merge at the end.
bool build(const std::string& path, const std::vector<Stored>& documents) {
  Result<Store> store = Store::open(path, Store::Mode::write);
  if (!store.ok()) return false;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i % 3 == 0 && !store->begin().ok()) return false;
    if (!store->put(documents[i].document, documents[i].mentions, "pack").ok()) return false;
    if (i % 3 == 2 && !store->commit().ok()) return false;
  }
  return store->commit().ok() && store->merge().ok();
}

template <typename Work>
pid_t child(Work&& work) {
  const pid_t pid = fork();
  if (pid == 0) {
    alarm(60);
    _exit(work() ? 0 : 1);
  }
  return pid;
}

int exit_code(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<Stored> all_documents() {
  std::vector<Stored> out;
  for (unsigned seed = 0; seed < 6; ++seed) {
    for (Stored& s : test::random_documents(seed)) {
      s.document.id = std::to_string(seed) + s.document.id;
      for (Mention& m : s.mentions) m.id += std::to_string(seed);
      out.push_back(std::move(s));
    }
  }
  return out;
}

TEST_CASE("killed at 50 points") {
  const Folder folder;
  const std::vector<Stored> documents = all_documents();
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(build(folder / "whole.db", documents));
  const auto duration = std::chrono::steady_clock::now() - start;
  const std::string expected = test::logical_content(folder / "whole.db");
  std::mt19937_64 random(11);
  int killed = 0;
  for (int round = 0; round < 50; ++round) {
    CAPTURE(round);
    const std::string path = folder / ("g" + std::to_string(round) + ".db");
    const auto moment = std::chrono::nanoseconds(
        std::uniform_int_distribution<long>(0, std::chrono::nanoseconds(duration).count())(random));
    const pid_t pid = child([&] { return build(path, documents); });
    std::this_thread::sleep_for(moment);
    kill(pid, SIGKILL);
    killed += exit_code(pid) == -1;
    REQUIRE(build(path, documents));
    CHECK(test::logical_content(path) == expected);
    store::Database db(path, store::Database::Mode::read, 1000);
    CHECK(db.statement("PRAGMA integrity_check").first_text() == "ok");
    CHECK(db.number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
  }
  CHECK(killed >= 25);
}

TEST_CASE("a second writer waits for the first") {
  const Folder folder;
  const std::vector<Stored> documents = all_documents();
  // SQLite's connections do not survive a fork: the child starts before the parent opens the file.
  int gate[2];
  REQUIRE(pipe(gate) == 0);
  const pid_t other = child([&] {
    char go = 0;
    if (read(gate[0], &go, 1) != 1) return false;
    Result<Store> store = Store::open(folder / "g.db", Store::Mode::write);
    return store.ok() && store->put(documents[1].document, documents[1].mentions, "pack").ok();
  });
  Result<Store> mine = Store::open(folder / "g.db", Store::Mode::write);
  REQUIRE(mine.ok());
  REQUIRE(mine->begin().ok());
  REQUIRE(mine->put(documents[0].document, documents[0].mentions, "pack").ok());
  REQUIRE(write(gate[1], "x", 1) == 1);
  std::this_thread::sleep_for(300ms);
  REQUIRE(waitpid(other, nullptr, WNOHANG) == 0);
  REQUIRE(mine->commit().ok());
  CHECK(exit_code(other) == 0);
  CHECK(mine->counts()->documents == 2);
  close(gate[0]);
  close(gate[1]);
}

TEST_CASE("two builds at once give the content of one") {
  const Folder folder;
  const std::vector<Stored> documents = all_documents();
  REQUIRE(build(folder / "one.db", documents));
  const pid_t a = child([&] { return build(folder / "two.db", documents); });
  const pid_t b = child([&] { return build(folder / "two.db", documents); });
  CHECK(exit_code(a) == 0);
  CHECK(exit_code(b) == 0);
  CHECK(test::logical_content(folder / "one.db") == test::logical_content(folder / "two.db"));
}

TEST_CASE("a reader never waits, and sees what is committed") {
  const Folder folder;
  const std::vector<Stored> documents = all_documents();
  Result<Store> writer = Store::open(folder / "g.db", Store::Mode::write);
  REQUIRE(writer.ok());
  REQUIRE(writer->put(documents[0].document, documents[0].mentions, "pack").ok());
  REQUIRE(writer->begin().ok());
  REQUIRE(writer->put(documents[1].document, documents[1].mentions, "pack").ok());
  Result<Store> reader = Store::open(folder / "g.db", Store::Mode::read);
  REQUIRE(reader.ok());
  CHECK(reader->load()->sources.size() == 1);
  REQUIRE(writer->commit().ok());
  CHECK(reader->load()->sources.size() == 2);
}

}  // namespace
}  // namespace demarche
