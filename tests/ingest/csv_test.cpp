#include "ingest/csv.h"

#include <doctest/doctest.h>

#include <chrono>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

Run read(const std::string& name, const std::string& bytes, const IngestOptions& options = {}) {
  TemporaryFolder here;
  here.write(name, bytes);
  return run({name}, options);
}

TEST_CASE("a table with our own names, known by its content") {
  const Run got = read("table",
                       "\xEF\xBB\xBFid,Date,text,rest\n7,2010-05-13,\"Clinton said: \"\"call\"\", "
                       "then\ncalled.\",x\n\n8,,Obama met Gul.\r\n");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].id == "7");
  CHECK(got.documents[0].date == "2010-05-13");
  CHECK(got.documents[0].text == "Clinton said: \"call\", then\ncalled.");
  CHECK(got.documents[0].source == "table: row 1");
  CHECK(got.documents[1].text == "Obama met Gul.");
  CHECK(got.problems.empty());
  CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"CSV", 2}});
}

TEST_CASE("columns by the user's names") {
  IngestOptions options;
  options.map = {{"text", "body"}, {"date", "published_at"}};
  const Run tabs = read("t", "body\tpublished_at\nClinton called, she said.\tMay 13, 2010\n", options);
  CHECK(tabs.texts() == "Clinton called, she said.");
  CHECK(tabs.documents[0].date == "2010-05-13");
  CHECK(tabs.counts.formats.begin()->first == "TSV");
  CHECK(read("t", "body;published_at\nClinton called.;2010-05-13\n", options).documents[0].date == "2010-05-13");
}

TEST_CASE("a table without a column of texts") {
  CHECK(read("t.csv", "headline,body\nA,B\n").problems ==
        Strings{
            "t.csv: no column \"text\"; file skipped, --map text=COLUMN says which it is (there are: headline, body)"});
  // Without the name it is a text like another.
  CHECK(read("t", "Clinton called Davutoglu, and Gul, too\nB\n").texts() ==
        "Clinton called Davutoglu, and Gul, too\nB\n");
}

TEST_CASE("a line of column names that cannot be read") {
  IngestOptions options;
  options.limits.document_bytes = 100;
  CHECK(read("t.csv", "text" + std::string(200, ',') + "\nA\n", options).problems ==
        Strings{"t.csv: a line of column names longer than 100 bytes; file skipped"});
  CHECK(read("t.csv", "text,\"id\nA,1\n").problems ==
        Strings{"t.csv: a quote in the line of column names that is not closed; file skipped"});
}

TEST_CASE("rows that cannot be read are named, the others read") {
  IngestOptions options;
  options.limits.document_bytes = 200;
  const Run got =
      read("t.csv", "id,text\n1,A\n2,\n3,B,more\n4," + std::string(300, 'x') + "\n5,C\n6,\"open\n", options);
  CHECK(got.texts() == "A|B|C");
  CHECK(got.problems == Strings{"t.csv: row 2: \"text\" is empty; row skipped",
                                "(read) t.csv: row 3: 3 fields, but 2 columns; the others left out",
                                "t.csv: row 4: longer than 200 bytes; row skipped",
                                "t.csv: row 6: a quote that is not closed; the rest is skipped"});
}

TEST_CASE("rows in Windows-1252") {
  const Run got = read("t.csv", "text\nLula da Silva visited S\xE3o Paulo\x92s mayor.\n");
  CHECK(got.texts() == "Lula da Silva visited São Paulo’s mayor.");
  CHECK(got.problems == Strings{"(read) t.csv: row 1: not UTF-8; read as windows-1252"});
}

TEST_CASE("TSV that knows no quotes, and TSV that does") {
  CHECK(read("t", "text\tdate\n\"We are ready,\" Clinton said.\t2010-05-13\nHe met \"them\".\t2010-05-14\n").texts() ==
        "\"We are ready,\" Clinton said.|He met \"them\".");
  CHECK(read("t", "text\tdate\n\"One\ttab, \"\"two\"\" lines\nhere.\"\t2010-05-13\n\"Closed.\"\t\n\"At the end.\"")
            .texts() == "One\ttab, \"two\" lines\nhere.|Closed.|At the end.");
  const Run open = read("t", "text\tdate\n\"Not closed\t2010-05-13\nClinton called.\t2010-05-14\n");
  CHECK(open.texts() == "\"Not closed|Clinton called.");
  CHECK(open.documents[0].date == "2010-05-13");
  CHECK(open.problems.empty());
  CHECK(read("t", "text\tid\n\"\"\t1\n\"a\" \"b\"\t2\n").texts() == "\"a\" \"b\"");
  // A quote in every row, over the ends of the blocks that are read.
  std::string rows = "text\tid\n", want;
  for (int i = 0; i < 20000; ++i) {
    rows += "\"Row " + std::to_string(i) + "\" he said\t" + std::to_string(i) + "\n";
    want += (i > 0 ? "|" : "") + ("\"Row " + std::to_string(i) + "\" he said");
  }
  CHECK(read("t", rows).texts() == want);
}

TEST_CASE("a quote in every short field of a TSV file costs no more than the field") {
  std::string row;
  for (int i = 0; i < 400000; ++i) row += "\"a\"b\t";
  const auto start = std::chrono::steady_clock::now();
  CHECK(read("t.tsv", "text\tid\n" + row + "\n").texts() == "\"a\"b");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("the mark is the one that makes the column of the texts") {
  CHECK(read("t.csv", "id|text|date\n1|Clinton called, she said.|2010-05-13\n").texts() == "Clinton called, she said.");
  CHECK(read("t", "date, time;text\n1;Clinton called.\n").texts() == "Clinton called.");
}

TEST_CASE("a column of the map that is not there is said") {
  IngestOptions options;
  options.map = {{"text", "body"}, {"date", "day"}};
  const Run got = read("t.csv", "body,published\nClinton called.,2010-05-13\n", options);
  CHECK(got.texts() == "Clinton called.");
  CHECK(got.problems == Strings{"(read) t.csv: no column \"day\" for --map date=day (there are: body, published)"});
}

}  // namespace
}  // namespace demarche::ingesting
