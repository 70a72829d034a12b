#include "ingest/warc.h"

#include <doctest/doctest.h>

#include "ingest/archive_file.h"
#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

std::string record(const std::string& type, const std::string& url, const std::string& content,
                   const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: 2010-05-20T10:00:00Z\r\n" +
         more + "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& status = "200 OK",
                   const std::string& headers = "Content-Type: text/html\r\n") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

Run read(const std::string& bytes, const IngestOptions& options = {}) {
  TemporaryFolder here;
  here.write("w", bytes);
  return run({"w"}, options);
}

const std::string page = "<html><body><span class=date>May 13</span><p>Clinton called Davutoglu.</p></body></html>";

TEST_CASE("pages of a crawl: address, and the day of fetching as a hint") {
  const std::string crawl =
      record("warcinfo", "", "software: x\r\n") + record("request", "https://example.org/a", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "https://example.org/a", answer(page)) +
      record("response", "https://example.org/b", answer(page, "404 Not Found")) +
      record("response", "https://example.org/b", answer(page, "404 No 200 here")) +
      record("response", "https://example.org/c.png", answer("\x89PNG", "200 OK", "Content-Type: image/png\r\n")) +
      record("metadata", "https://example.org/a", "x: y\r\n") +
      record("response", "https://example.org/d",
             answer("1d\r\n<html><p>Obama met Gul.</p></\r\n5\r\nhtml>\r\n0\r\n\r\n", "200 OK",
                    "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"));
  for (const std::string& bytes : {crawl, gzip(crawl)}) {
    const Run got = read(bytes);
    CHECK(got.problems.empty());
    REQUIRE(got.documents.size() == 2);
    CHECK(got.documents[0].text == "May 13\n\nClinton called Davutoglu.");
    CHECK(got.documents[0].url == "https://example.org/a");
    CHECK(got.documents[0].publication == "example.org");
    CHECK(got.documents[0].date == "2010-05-13");
    CHECK(got.documents[0].source == "w: record 3");
    CHECK(got.documents[1].text == "Obama met Gul.");
    CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"HTML", 2}});
  }
}

// Found by fuzz_any: the address went into the document as it stood.
TEST_CASE("an address of any bytes") {
  const Run got = read(record("response", "https://exam\xED\x16ple.org/\xFF", answer(page)));
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].url == "https://exam\uFFFD\x16ple.org/\uFFFD");
}

TEST_CASE("WET: plain texts") {
  const Run got =
      read(record("warcinfo", "", "x") + record("conversion", "https://example.org/2010/05/13/a",
                                                "Clinton called Davutoglu.\n", "Content-Type: text/plain\r\n"));
  CHECK(got.texts() == "Clinton called Davutoglu.\n");
  CHECK(got.documents[0].date == "2010-05-13");
}

TEST_CASE("the sender's encoding") {
  CHECK(read(record("response", "https://example.org/a",
                    answer("<p>Davuto\xF0lu called.</p>", "200 OK", "Content-Type: text/html; charset=ISO-8859-9\r\n")))
            .texts() == "Davutoğlu called.");
}

TEST_CASE("crawls that break off, and what is none") {
  const std::string good =
      record("conversion", "https://example.org/a", "Clinton called.", "Content-Type: text/plain\r\n");
  const Run cut = read(good + good.substr(0, good.size() - 10));
  CHECK(cut.texts() == "Clinton called.");
  CHECK(cut.problems == Strings{"w: record 2: breaks off; record skipped"});
  CHECK(read(good + good.substr(0, 40)).problems == Strings{"w: record 2: breaks off within its header"});
  CHECK(read(good + "garbage\r\n").problems ==
        Strings{"w: record 2: does not begin as a WARC record; the rest is skipped"});
  CHECK(read("WARC/1.0\r\nWARC-Type: response\r\n\r\n").problems ==
        Strings{"w: record 1: no Content-Length; the rest is skipped"});
  CHECK(read("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n").problems ==
        Strings{"w: record 1: no Content-Length; the rest is skipped"});
  IngestOptions options;
  options.limits.document_bytes = 10;
  CHECK(read(good + record("conversion", "u", "Obama.", "Content-Type: text/plain\r\n"), options).texts() == "Obama.");
}

}  // namespace
}  // namespace demarche::ingesting
