#include "cli/output.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <vector>

#include "program_run.h"

namespace demarche::cli {
namespace {

std::vector<std::string> names_here() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(".")) names.push_back(entry.path().filename().string());
  return names;
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return status.st_mode & 0777;
}

TEST_CASE("a file appears only when it is finished") {
  TemporaryFolder here;
  here.write("a.txt", "old");
  {
    auto output = Output::open("a.txt");
    REQUIRE(output);
    CHECK(output->write(std::string(100000, 'x')));
    CHECK(read_whole("a.txt") == "old");
    CHECK(names_here().size() == 2);
    REQUIRE(output->finish());
    CHECK(read_whole("a.txt").size() == 100000);
  }
  CHECK(names_here() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("without finish nothing is left") {
  TemporaryFolder here;
  {
    auto output = Output::open("a.txt");
    REQUIRE(output);
    output->write("half");
  }
  CHECK(names_here().empty());
}

TEST_CASE("the new file has the rights of the old one, or of any new one") {
  TemporaryFolder here;
  here.write("a.txt", "old");
  ::chmod("a.txt", 0640);
  const mode_t mask = ::umask(022);
  CHECK(write_whole("a.txt", "new").ok());
  CHECK(write_whole("b.txt", "new").ok());
  ::umask(mask);
  CHECK(mode_of("a.txt") == 0640);
  CHECK(mode_of("b.txt") == 0644);
}

TEST_CASE("a link stays a link") {
  TemporaryFolder here;
  here.write("data/a.txt", "old");
  std::filesystem::create_symlink("data/a.txt", "link.txt");
  REQUIRE(write_whole("link.txt", "new").ok());
  CHECK(std::filesystem::is_symlink("link.txt"));
  CHECK(read_whole("data/a.txt") == "new");
}

TEST_CASE("places that cannot be written") {
  TemporaryFolder here;
  std::filesystem::create_directory("out");
  CHECK(write_whole("out", "x").error().message == "out: is a folder; name a file to write");
  CHECK(write_whole("no/a.txt", "x").error().message == "no/a.txt: no such folder as no; create it first");
  CHECK(write_whole("/dev/full", "x").error().message == "/dev/full: the disk is full; make room and run again");
  CHECK(write_whole("/dev/null", "x").ok());
}

}  // namespace
}  // namespace demarche::cli
