// Input that means harm: what must come out of each is in tests/hostile/expected.txt, or here for what is made here.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>

#include "ingest/archive_file.h"
#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;
namespace fs = std::filesystem;

// "NAME: message" and "NAME = text" for everything that came out of one file.
Strings outcome(const std::string& name) {
  const Run got = run({name});
  Strings out = got.problems;
  for (const Document& document : got.documents) {
    std::string text = document.text;
    std::replace(text.begin(), text.end(), '\n', '|');
    out.push_back(document.source + " = " + text);
  }
  return out;
}

TEST_CASE("the hostile corpus") {
  const fs::path folder = DEMARCHE_SOURCE_DIR "/tests/hostile";
  std::map<std::string, Strings> expected;
  std::ifstream lines(folder / "expected.txt");
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t start = line.starts_with("(read) ") ? 7 : 0;
    expected[line.substr(start, line.find_first_of(": ", start) - start)].push_back(line);
  }
  const fs::path before = fs::current_path();
  fs::current_path(folder / "files");
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(".")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const Strings got = outcome(name);
    for (const std::string& line : got) CAPTURE(line);
    CHECK_MESSAGE(got == expected[name], [&] {
      std::string all = "came out:\n";
      for (const std::string& line : got) all += line + "\n";
      return all;
    }());
    ++files;
  }
  fs::current_path(before);
  CHECK(files == expected.size());
}

TEST_CASE("a good document among hostile ones is read") {
  TemporaryFolder here;
  here.write("n/a.gz", gzip(std::string(70u << 20, ' ')));
  here.write("n/b.txt", std::string(65u << 20, 'x'));
  here.write("n/c.jsonl", "{\"text\":\"" + std::string(65u << 20, 'x') + "\"}\n{\"text\":\"Obama met Gul.\"}\n");
  here.write("n/d.txt", "Clinton called.");
  ::mkfifo("n/e", 0600);
  fs::create_directory_symlink(".", "n/loop");
  fs::create_symlink("f", "n/f");
  fs::create_symlink("/dev/zero", "n/zero");
  fs::create_symlink("/etc/hostname", "n/host");
  const Run got = run({"n"});
  CHECK(got.texts() == "Obama met Gul.|Clinton called.");
  CHECK(got.problems == Strings{"n/a.gz: cannot be read (unpacks to more than 500 times its size); file skipped",
                                "n/b.txt: larger than 64 MiB; file skipped",
                                "n/c.jsonl:1: longer than 64 MiB; line skipped",
                                "n/e: a pipe, socket or device; skipped, name it to read it",
                                "n/f: a link that leads to no file; skipped",
                                "n/host: a link that leads out of the folder; skipped, name it to read it",
                                "n/loop: a link to a folder, which may loop; skipped, name it to read it",
                                "n/zero: a pipe, socket or device; skipped, name it to read it"});
  CHECK(got.counts.skipped == std::map<std::string, std::uint64_t>{{"broken", 1}, {"too large", 2}, {"unsafe", 5}});
}

TEST_CASE("devices that are named give no document and end") {
  CHECK(run({"/dev/zero"}).problems == Strings{"/dev/zero: not text; file skipped"});
  CHECK(run({"/dev/null"}).problems == Strings{"/dev/null: empty file; skipped"});
}

TEST_CASE("a thousand folders in each other") {
  TemporaryFolder here;
  std::string path = "n";
  for (int i = 0; i < 100; ++i) path += "/d";
  here.write(path + "/a.txt", "Deep.");
  here.write("n/a.txt", "Clinton called.");
  const Run got = run({"n"});
  CHECK(got.texts() == "Clinton called.");
  REQUIRE(got.problems.size() == 1);
  CHECK(got.problems[0].ends_with("folders nested too deeply; skipped"));
}

TEST_CASE("a feed whose element has a million attributes is refused at once, another one read") {
  TemporaryFolder here;
  std::string attributes;
  for (int i = 0; i < 300000; ++i) attributes += " a=\"1\"";
  const std::string item = "<channel><item><description>Clinton called.</description></item></channel>";
  for (const std::string& start :
       {"<rss" + attributes + ">", "<rss><script><a" + attributes + ">", "<rss><!--><b" + attributes + ">"}) {
    here.write("f.rss", start + item + "</rss>");
    CHECK(run({"f.rss"}).problems == Strings{"f.rss: an element with too many attributes; feed skipped"});
  }
  here.write("f.rss", "<rss a=\"1\" b='2'>" + item + "</rss>");
  CHECK(run({"f.rss"}).texts() == "Clinton called.");
}

TEST_CASE("a feed up to its limit is read whole, elements too deep in each other are said") {
  TemporaryFolder here;
  std::string long_text;
  while (long_text.size() < (12u << 20)) long_text += "Clinton called Davutoglu on Thursday. ";
  const std::string other = "<item><description>Obama met Gul.</description></item>";
  here.write("f.rss", "<rss><channel><item><description><![CDATA[" + long_text + "]]></description></item>" + other +
                          "</channel></rss>");
  const Run got = run({"f.rss"});
  CHECK(got.problems.empty());
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].text.size() > (11u << 20));
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<a>";
  here.write("f.rss", "<rss><channel>" + other + "<item>" + deep);
  const Run stopped = run({"f.rss"});
  REQUIRE(!stopped.documents.empty());
  CHECK(stopped.documents[0].text == "Obama met Gul.");
  CHECK(stopped.problems.back() == "f.rss: elements too deep in each other; the rest is skipped");
}

TEST_CASE("pages that are made to take long are linear or refused") {
  TemporaryFolder here;
  std::string attributes = "<html><body><p";
  for (int i = 0; i < 200000; ++i) attributes += " a" + std::to_string(i);
  const std::pair<const char*, std::string> pages[] = {
      {"attributes", attributes + ">Clinton called.</p></body></html>"},
      {"open", "<html><body>" +
                   [] {
                     std::string s;
                     for (int i = 0; i < 300000; ++i) s += "<i>x";
                     return s;
                   }()},
      {"entities", "<html><body><p>Clinton called." +
                       [] {
                         std::string s;
                         for (int i = 0; i < 500000; ++i) s += "&amp";
                         return s;
                       }()},
      {"quotes", "<html><body><a href=\"" + std::string(2000000, '<')},
      {"comments", "<html><body>" +
                       [] {
                         std::string s;
                         for (int i = 0; i < 300000; ++i) s += "<!--";
                         return s;
                       }()},
      {"labels", "<html><body>" +
                     [] {
                       std::string s;
                       for (int i = 0; i < 50000; ++i) s += "<h2>Related</h2><p>x</p>";
                       return s;
                     }()},
      {"dates in dates", "<html><body><p>Clinton called.</p>" +
                             [] {
                               std::string s;
                               for (int i = 0; i < 3000; ++i) s += "<div class=date>";
                               for (int i = 0; i < 90000; ++i) s += "<b></b>";
                               return s;
                             }()},
      {"labels in a row", "<html><body>" +
                              [] {
                                std::string s;
                                for (int i = 0; i < 200000; ++i) s += "<p>Tags</p>";
                                return s;
                              }() +
                              "<p>" + std::string(200, 'x') + "</p>"},
  };
  for (const auto& [name, page] : pages) {
    CAPTURE(name);
    here.write("page.html", page);
    const auto start = std::chrono::steady_clock::now();
    const Run got = run({"page.html"});
    CHECK(got.documents.size() + got.problems.size() >= 1);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  }
}

}  // namespace
}  // namespace demarche::ingesting
