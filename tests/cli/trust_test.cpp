// What the program touches while it reads, seen from outside: by strace, where that is installed and allowed.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "program_run.h"

namespace demarche::cli {
namespace {

using Strings = std::vector<std::string>;

bool begins_with_one_of(const std::string& path, const Strings& starts) {
  return std::any_of(starts.begin(), starts.end(), [&path](const std::string& s) { return path.starts_with(s); });
}

// Where libraries, locales and what the kernel tells of itself lie.
bool is_of_the_system(const std::string& path) {
  const std::string built = std::filesystem::path(DEMARCHE_PROGRAM).parent_path().string();
  return begins_with_one_of(path, {"/lib", "/usr/", "/etc/ld.so", "/etc/localtime", "/etc/fonts", "/etc/gcrypt",
                                   "/proc/", "/sys/", "/dev/null", "/dev/urandom", built});
}

// The calls of a trace that a reader of `named` paths, which writes to `written` ones, need not make.
Strings strange_calls(const std::string& trace, const Strings& named, const Strings& written) {
  static const std::regex file(R"re(\b(?:openat|open|creat|rename|unlink|mkdir)\((?:AT_FDCWD, )?"([^"]*)"(.*))re");
  static const std::regex network(R"re(\b(?:connect|bind|socket)\((?!AF_UNIX))re");
  Strings out;
  std::istringstream lines(trace);
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (std::regex_search(line, network)) out.push_back(line);
    if (!std::regex_search(line, found, file)) continue;
    const std::string path = found[1], how = found[2];
    const bool writes = how.find("O_RDONLY") == std::string::npos;
    // SQLite forces the folder to the disk that its file lies in.
    const bool own_folder = path == std::filesystem::current_path().string();
    const bool known = begins_with_one_of(path, written) || (!writes && own_folder) ||
                       (!writes && (begins_with_one_of(path, named) || is_of_the_system(path)));
    if (!known) out.push_back(line);
  }
  return out;
}

TEST_CASE("nothing is read but what is named, nothing written but the output, nobody called") {
  TemporaryFolder here;
  if (std::system("strace -o .trace true 2>/dev/null") != 0) {
    MESSAGE("skipped: strace is not installed or not allowed");
    return;
  }
  here.write("secret.txt", "Obama met Gul in secret.");
  here.write(
      "in/a.html",
      "<html><head><base href=\"http://127.0.0.1:9/\"><link rel=stylesheet href=s.css></head><body><p>Clinton called "
      "Davutoglu.</p><img src=\"../secret.txt\"><iframe src=\"file:///etc/passwd\"></iframe></body></html>");
  here.write(
      "in/b.rss",
      "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\"><rss xmlns:xi=\"http://www.w3.org/2001/"
      "XInclude\"><channel><item><description>Obama met Gul.</description><xi:include href=\"../secret.txt\"/></item>"
      "</channel></rss>");
  here.write("in/c.jsonl", "{\"file\":\"../secret.txt\"}\n{\"file\":\"/etc/passwd\"}\n{\"text\":\"Obama met Gul.\"}\n");
  here.write(
      "in/d.eml",
      "From: a@example.org\nTo: b@example.org\nDate: Thu, 13 May 2010 10:00:00 +0000\nSubject: Clinton\n"
      "MIME-Version: 1.0\nContent-Type: message/external-body; access-type=local-file; name=\"../secret.txt\"\n\nX\n");
  std::filesystem::create_symlink("../secret.txt", "in/e.txt");
  const std::string strace =
      "ASAN_OPTIONS=detect_leaks=0 strace -f -qq -o .trace -e "
      "trace=openat,open,creat,rename,unlink,mkdir,socket,connect,bind";
  const std::string folder = std::filesystem::current_path().string();
  const ProgramRun extract = demarche("extract in -o out.jsonl", strace);
  CHECK(extract.code == 0);
  CHECK(read_whole("out.jsonl").find("secret") == std::string::npos);
  const std::string trace = read_whole(".trace");
  CHECK(trace.find("in/a.html") != std::string::npos);
  CHECK(strange_calls(trace, {"in"}, {"out.jsonl", ".out.jsonl."}) == Strings{});
  // What is written is nobody else's before it is complete.
  CHECK(std::regex_search(trace, std::regex(R"re(\.out\.jsonl\.\w+", O_RDWR\|O_CREAT\|O_EXCL\|O_CLOEXEC, 0600\))re")));

  CHECK(demarche("build in -o g.db", strace).code == 0);
  CHECK(strange_calls(read_whole(".trace"), {"in"}, {"g.db", folder + "/g.db"}) == Strings{});
  CHECK(strange_calls("1 openat(AT_FDCWD, \"secret.txt\", O_RDONLY) = 3\n1 socket(AF_INET, SOCK_STREAM, 0) = 4\n",
                      {"in"}, {})
            .size() == 2);
}

}  // namespace
}  // namespace demarche::cli
