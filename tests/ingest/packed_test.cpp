#include "ingest/packed.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

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
  // Nothing that the end cut is taken for whole: no row, no mail.
  std::string table = "text,title\n", letters;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = "Clinton called " + std::to_string(i * 7919) + ". She met Gul";
    table += text + ",T\n";
    letters +=
        "From a@example.org Thu May 13 10:00:00 2010\nFrom: a@example.org\nDate: Thu, 13 May 2010\n\n" + text + "\n\n";
  }
  for (const std::string& file : {table, letters.substr(0, 600000)}) {
    const std::string packed_file = gzip(file);
    const Run some = read(packed_file.substr(0, packed_file.size() - 20));
    REQUIRE(some.documents.size() > 1000);
    CHECK(some.documents.back().text.find("She met Gul") != std::string::npos);
    CHECK(some.problems == Strings{"p: cannot be read on (truncated gzip input); the rest is skipped"});
  }
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
  // What is passed over must be unpacked all the same.
  std::string random;
  for (std::uint32_t i = 1, x = 1; i < (400u << 10); ++i)
    random += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  for (const char* name : {".hidden", "zeros.bin"}) {
    const Run got = read(tar({{name, std::string(150u << 20, '\0')}, {"b.bin", random}, {"a.txt", "Clinton called."}},
                             archive_write_add_filter_gzip),
                         options);
    CAPTURE(name);
    CHECK(got.documents.empty());
    REQUIRE_FALSE(got.problems.empty());
    CHECK(got.problems.back() == "p: b.bin: cannot be read (unpacks to more than 500 times its size); file skipped");
  }
  options.limits.expansion_free_bytes = 64u << 20;
  CHECK(read(bomb, options).problems == Strings{"p: larger than 4 MiB; file skipped"});
}

TEST_CASE("bombs of archives within archives stop at the limit of the outermost") {
  IngestOptions options;
  options.limits.expansion_free_bytes = 1u << 20;
  Members inner, outer;
  for (int i = 0; i < 16; ++i) inner.emplace_back(std::to_string(i), std::string(64u << 10, 'x'));
  for (int i = 0; i < 64; ++i) outer.emplace_back(std::to_string(i), zip(inner));
  const Run got = read(compressed(tar(outer), archive_write_add_filter_xz), options);
  CHECK(got.documents.size() < 200);
  REQUIRE(!got.problems.empty());
  CHECK(got.problems.back().ends_with("cannot be read (unpacks to more than 500 times its size); file skipped"));
}

TEST_CASE("an archive that a stop cuts short is no broken archive") {
  const std::string whole = gzip("Clinton called " + std::to_string(7919) + ".");
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], whole.data(), whole.size() - 10) == static_cast<ssize_t>(whole.size() - 10));
  std::atomic<bool> stop{false};
  IngestOptions options;
  options.stop = &stop;
  std::thread user([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop = true;
    ::close(ends[1]);
  });
  const Run got = run({"/dev/fd/" + std::to_string(ends[0])}, options);
  user.join();
  ::close(ends[0]);
  CHECK(got.documents.empty());
  CHECK(got.problems.empty());
  CHECK(got.counts.problems == 0);
}

TEST_CASE("archives that hold nothing to read are named") {
  const Strings said = {"p: an archive without files to read; skipped"};
  CHECK(read(zip({})).problems == said);
  CHECK(read(gzip("")).problems == said);
  CHECK(read(gzip(std::string(20000, '\0'))).problems == said);
  CHECK(read(tar({{".hidden", "Clinton called."}})).problems == said);
}

TEST_CASE("what begins as an archive and is none") {
  for (const std::string& start : {"\x1F\x8Bgarbage"s, "BZh91AY&SYgarbage"s, "\xFD\x37zXZ\0garbage"s}) {
    const Run got = read(start);
    REQUIRE(got.problems.size() == 1);
    CHECK(got.problems[0].starts_with("p: broken archive"));
  }
}

TEST_CASE("texts whose first words other formats begin with") {
  CHECK(read("BZhivkova met Gul.").texts() == "BZhivkova met Gul.");
  CHECK(read("It began with %PDF-1.4, Clinton said.").texts() == "It began with %PDF-1.4, Clinton said.");
  CHECK(read("\n%PDF-1.4\ngarbage").problems == Strings{"p: broken PDF; PDF skipped"});
}

std::string little_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  return out;
}

// A zip whose members are not compressed and say their size beforehand.
std::string stored_zip(const Members& members) {
  std::string out;
  for (const auto& [name, bytes] : members) {
    std::uint32_t check = ~0U;
    for (const char c : bytes) {
      check ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) check = (check >> 1) ^ ((check & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    const auto size = static_cast<std::uint32_t>(bytes.size());
    out += "PK\x03\x04" + little_endian(20, 2) + little_endian(0, 8) + little_endian(~check, 4) +
           little_endian(size, 4) + little_endian(size, 4) + little_endian(static_cast<std::uint32_t>(name.size()), 2) +
           little_endian(0, 2) + name + bytes;
  }
  return out + "PK\x05\x06" + std::string(18, '\0');
}

TEST_CASE("a member that is broken costs no other one") {
  std::string bytes = stored_zip({{"a.txt", "Clinton called."}, {"b.txt", "Obama met Gul."}, {"c.txt", "Lula left."}});
  CHECK(read(bytes).texts() == "Clinton called.|Obama met Gul.|Lula left.");
  bytes[bytes.find("Obama")] = 'o';
  const Run got = read(bytes);
  CHECK(got.texts() == "Clinton called.|Lula left.");
  REQUIRE(got.problems.size() == 1);
  CHECK(got.problems[0].starts_with("p: b.txt: cannot be read (ZIP bad CRC"));
}

TEST_CASE("members with a password are named") {
  const auto locked = [](archive* a) {
    archive_write_set_format_zip(a);
    archive_write_set_options(a, "zip:encryption=zipcrypt");
    return archive_write_set_passphrase(a, "secret");
  };
  CHECK(read(packed({{"a.txt", "Clinton called."}, {"b.txt", "Obama met Gul."}}, locked)).problems ==
        Strings{"p: a.txt: with a password; file skipped", "p: an archive with a password; the rest is skipped"});
}

TEST_CASE("archives of other kinds are named") {
  CHECK(read("7z\xBC\xAF\x27\x1C\0\x04\x02\x1F\x9A\xC3"s).problems ==
        Strings{"p: an archive of a kind that is not read (7z, RAR, lz4, compress); file skipped"});
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
