#include "demarche/ingest.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

// Runs ingest({"-"}) with these bytes on standard input.
Run run_with_input(const TemporaryFolder& here, std::string_view bytes) {
  here.write("input", bytes);
  const int before = ::dup(STDIN_FILENO);
  const int file = ::open("input", O_RDONLY);
  ::dup2(file, STDIN_FILENO);
  Run got = run({"-"});
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ::close(file);
  return got;
}

TEST_CASE("standard input is JSON Lines when it begins with a brace, else one text") {
  TemporaryFolder here;
  const Run lines = run_with_input(here, "\n {\"text\":\"A\"}\n{\"text\":\"B\"}\n");
  CHECK(lines.texts() == "A|B");
  CHECK(lines.documents[1].source == "-:3");
  const Run text = run_with_input(here, "---\ntitle: A\n---\nClinton called.\n");
  CHECK(text.texts() == "Clinton called.\n");
  CHECK(text.documents[0].title == "A");
  CHECK(text.documents[0].source == "-");
  CHECK(run_with_input(here, "").problems == Strings{"-: empty file; skipped"});
}

TEST_CASE("lines from standard input point to files from the current folder") {
  TemporaryFolder here;
  here.write("n/a.txt", "Text");
  CHECK(run_with_input(here, "{\"file\":\"n/a.txt\"}\n").texts() == "Text");
}

TEST_CASE("paths are looked at before anything is read") {
  TemporaryFolder here;
  here.write("a.txt", "T");
  std::filesystem::create_directory("empty");
  here.write("pictures/a.png", std::string_view("\x89PNG\0", 5));
  const Run missing = run({"a.txt", "notes/b.txt"});
  CHECK(missing.documents.empty());
  CHECK(missing.error == "notes/b.txt: no such file; check the path");
  CHECK(run({"empty"}).error == "empty: no readable files in this folder; name one with texts, pages or feeds");
  CHECK(run({"pictures"}).error == "pictures: no readable files in this folder; name one with texts, pages or feeds");
}

TEST_CASE("reading stops when the receiver has enough") {
  TemporaryFolder here;
  here.write("f.jsonl", "{\"text\":\"A\"}\n{\"text\":\"B\"}\nbroken\n");
  here.write("g.txt", "T");
  int documents = 0, problems = 0;
  const auto counts = ingest(
      {"f.jsonl", "g.txt"}, {}, [&](Document&&) { return ++documents < 2; }, [&](const Problem&) { ++problems; });
  REQUIRE(counts);
  CHECK(documents == 2);
  CHECK(problems == 0);
  CHECK(counts->files == 1);
}

TEST_CASE("a stop from outside ends reading") {
  TemporaryFolder here;
  here.write("f.jsonl", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n{\"text\":\"C\"}\n");
  std::atomic<bool> stop{false};
  IngestOptions options;
  options.stop = &stop;
  int documents = 0;
  const auto on_document = [&](Document&&) {
    stop = ++documents == 2;
    return true;
  };
  REQUIRE(ingest({"f.jsonl"}, options, on_document, {}));
  CHECK(documents == 2);
}

TEST_CASE("a line that a stop cuts short is no broken line") {
  TemporaryFolder here;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string_view bytes = "{\"text\":\"A\"}\n{\"text\":\"B";
  REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(ends[1]);
  std::atomic<bool> stop{false};
  IngestOptions options;
  options.stop = &stop;
  int documents = 0, problems = 0;
  const auto on_document = [&](Document&&) {
    stop = true;
    return ++documents > 0;
  };
  REQUIRE(ingest({"/dev/fd/" + std::to_string(ends[0])}, options, on_document, [&](const Problem&) { ++problems; }));
  CHECK(documents == 1);
  CHECK(problems == 0);
  ::close(ends[0]);
}

TEST_CASE("a named pipe can be read") {
  TemporaryFolder here;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string_view bytes = "{\"text\":\"A\"}\n";
  REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ::close(ends[1]);
  CHECK(run({"/dev/fd/" + std::to_string(ends[0])}).texts() == "A");
  ::close(ends[0]);
}

}  // namespace
}  // namespace demarche::ingesting
