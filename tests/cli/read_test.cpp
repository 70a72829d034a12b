// What the program sees in files, and what it says of them.
#include <doctest/doctest.h>

#include "program_run.h"

namespace demarche::cli {
namespace {

TEST_CASE("read shows a page's article as a line of JSON") {
  TemporaryFolder here;
  here.write(
      "page",
      "<html lang=en><head><title>T | The Wire</title><link rel=canonical href=https://example.org/2010/05/13/a></head>"
      "<body><nav><a href=/>Home</a></nav><p>Nothing happened in the capital today.</p></body></html>");
  const ProgramRun got = demarche("read page");
  CHECK(got.code == 0);
  CHECK(got.err.empty());
  CHECK(got.out.ends_with(
      R"("date":"2010-05-13","title":"T","publication":"example.org","url":"https://example.org/2010/05/13/a",)"
      R"("language":"en","text":"Nothing happened in the capital today."})"
      "\n"));
}

TEST_CASE("fields of other names") {
  TemporaryFolder here;
  here.write("t", "body,day\nNothing happened.,13 May 2010\n");
  CHECK(demarche("read --map text=body,date=day t")
            .out.ends_with("\"date\":\"2010-05-13\",\"text\":\"Nothing happened.\"}\n"));
  CHECK(demarche("read --map text t") ==
        failed(2, "--map: \"text\" is not like text=body,date=published_at; see demarche read --help"));
  CHECK(demarche("read --map foo=bar t") ==
        failed(2,
               "--map: \"foo=bar\" names \"foo\", which is none of id, text, title, date, url, publication, language, "
               "author; see demarche read --help"));
}

TEST_CASE("documents in other languages are skipped with a notice, unless any is wanted") {
  TemporaryFolder here;
  here.write("f.txt", "Le président Macron a rencontré hier à Moscou le président Poutine pour parler de l'Ukraine.");
  CHECK(demarche("extract -q f.txt") == ProgramRun{0, "",
                                                   "demarche: f.txt: in French, not English; skipped (--language any "
                                                   "reads it)\n"
                                                   "demarche: 1 problem in the input, 1 document skipped\n"});
  CHECK(demarche("read --language any f.txt").out.find("\"language\":\"fr\"") != std::string::npos);
}

TEST_CASE("build says what it read and what it did not") {
  TemporaryFolder here;
  here.write(
      "l.jsonl",
      "{\"text\":\"Nothing happened.\",\"date\":\"2010-05-13\"}\n{\"text\":\"Nothing happened.\",\"url\":\"u\"}\n"
      "{\"text\":\"\"}\n");
  here.write("a.txt", "The weather was fine.");
  CHECK(demarche("build l.jsonl a.txt -o g.json")
            .err.find("\ndemarche: 3 documents (2 JSON Lines, 1 text): 2 read, 1 duplicate, 0 unchanged, 1 skipped (1 "
                      "empty); 2 without a date\ndemarche: 2 sentences, 0 mentions; 0.00 MB in T s, S MB/s\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace demarche::cli
