#include "ingest/packed.h"

#include <doctest/doctest.h>

#include "ingest/archive_file.h"
#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

Run read(const std::string& bytes, const IngestOptions& options = {}) {
  TemporaryFolder here;
  here.write("p", bytes);
  return run({"p"}, options);
}

const std::string lines = "{\"text\":\"A\"}\n{\"text\":\"B\"}\n";

TEST_CASE("compressed files are read as what they hold") {
  for (const Choose filter : {archive_write_add_filter_gzip, archive_write_add_filter_zstd,
                              archive_write_add_filter_bzip2, archive_write_add_filter_xz}) {
    const Run got = read(compressed(lines, filter));
    CHECK(got.texts() == "A|B");
    CHECK(got.documents[1].source == "p:2");
    CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"JSON Lines", 2}});
    CHECK(read(compressed("Clinton called.", filter)).texts() == "Clinton called.");
  }
  CHECK(read(gzip(lines) + gzip("{\"text\":\"C\"}\n")).texts() == "A|B|C");
}

TEST_CASE("archives are read like folders") {
  const Members members = {{"a.txt", "Clinton called."},
                           {"n/b.html", "<html><body><p>Obama met Gul.</p></body></html>"},
                           {"n/.hidden", "H"},
                           {"__MACOSX/._a.txt", "M"},
                           {"c.png", "\x89PNG\0"s},
                           {"l.jsonl.gz", gzip(lines)},
                           {"inner.zip", zip({{"x.csv", "text\nC\n"}})}};
  for (const std::string& bytes : {zip(members), tar(members), tar(members, archive_write_add_filter_gzip),
                                   tar(members, archive_write_add_filter_zstd)}) {
    const Run got = read(bytes);
    CHECK(got.texts() == "Clinton called.|Obama met Gul.|A|B|C");
    CHECK(got.documents[1].source == "p: n/b.html");
    CHECK(got.documents[3].source == "p: l.jsonl.gz:2");
    CHECK(got.documents[4].source == "p: inner.zip: x.csv: row 1");
    CHECK(got.problems == Strings{"p: c.png: a picture; file skipped"});
  }
}

TEST_CASE("a manifest in an archive points nowhere") {
  CHECK(read(zip({{"m.jsonl", "{\"file\":\"a.txt\"}\n"}, {"a.txt", "Clinton called."}})).problems ==
        Strings{"p: m.jsonl:1: \"file\" a.txt cannot be read from within an archive; line skipped"});
}

TEST_CASE("the last change of a member is its date only on request") {
  IngestOptions options;
  CHECK(read(zip({{"a.txt", "Clinton called."}}), options).documents[0].date == "");
  options.date_from_mtime = true;
  CHECK(read(zip({{"a.txt", "Clinton called."}}), options).documents[0].date == "2010-05-13");
}

TEST_CASE("archives that break off give what came before") {
  const std::string whole = tar({{"a.txt", "Clinton called."}, {"b.txt", std::string(20000, 'x')}});
  const Run got = read(whole.substr(0, 5000));
  CHECK(got.texts() == "Clinton called.");
  REQUIRE(got.problems.size() == 1);
  CHECK(got.problems[0] == "p: b.txt: cannot be read (Truncated tar archive); file skipped");
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "{\"text\":\"Clinton called " + std::to_string(i * 7919) + ".\"}\n";
  const std::string packed_lines = gzip(many);
  const Run cut = read(packed_lines.substr(0, packed_lines.size() - 20));
  CHECK(cut.documents.size() > 10000);
  CHECK(cut.documents.size() < 20000);
  REQUIRE(cut.problems.size() == 1);
  CHECK(cut.problems[0] == "p: cannot be read on (truncated gzip input); the rest is skipped");
  CHECK(read("\x1F\x8B\x08\x00garbage").problems.size() == 1);
  CHECK(read("PK\x03\x04garbage").problems.size() == 1);
}

TEST_CASE("bombs stop at the limit") {
  IngestOptions options;
  options.limits.expansion_free_bytes = 1u << 20;
  options.limits.document_bytes = 4u << 20;
  const std::string bomb = gzip(std::string(8u << 20, ' '));
  CHECK(read(bomb, options).problems ==
        Strings{"p: cannot be read (unpacks to more than 500 times its size); file skipped"});
  CHECK(read(zip({{"a.txt", "A"}, {"b.txt", std::string(8u << 20, ' ')}, {"c.txt", "C"}}), options).problems ==
        Strings{"p: b.txt: cannot be read (unpacks to more than 500 times its size); file skipped"});
  options.limits.expansion_free_bytes = 64u << 20;
  CHECK(read(bomb, options).problems == Strings{"p: larger than 4 MiB; file skipped"});
}

TEST_CASE("archives that hold nothing to read are named") {
  const Strings said = {"p: an archive without files to read; skipped"};
  CHECK(read(zip({})).problems == said);
  CHECK(read(gzip("")).problems == said);
  CHECK(read(gzip(std::string(20000, '\0'))).problems == said);
  CHECK(read(tar({{".hidden", "Clinton called."}})).problems == said);
}

TEST_CASE("archives within archives, to a depth") {
  std::string bytes = "Clinton called.";
  for (int i = 0; i < 4; ++i) bytes = zip({{"a", bytes}});
  CHECK(read(bytes).texts() == "Clinton called.");
  CHECK(read(zip({{"a", bytes}})).problems ==
        Strings{"p: a: a: a: a: more than 4 archives within each other; skipped"});
}

TEST_CASE("more members than allowed") {
  IngestOptions options;
  options.limits.archive_members = 2;
  const Run got = read(tar({{"a", "A"}, {"b", "B"}, {"c", "C"}}), options);
  CHECK(got.texts() == "A|B");
  CHECK(got.problems == Strings{"p: more than 2 members; the rest is skipped"});
}

TEST_CASE("what is a zip only to its program") {
  CHECK(read(zip({{"mimetype", "application/epub+zip"}, {"a.html", "<p>T"}})).problems ==
        Strings{"p: an EPUB or an Office document; file skipped"});
  CHECK(read(zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}})).problems ==
        Strings{"p: an Office document; file skipped"});
}

}  // namespace
}  // namespace demarche::ingesting
