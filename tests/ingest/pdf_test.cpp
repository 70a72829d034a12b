#include "ingest/pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "ingest/pdf_text.h"
#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

// A PDF with a line of text for each string; `start` stands behind its first line.
std::string pdf(const Strings& lines, const std::string& start = "") {
  std::string content = "BT /F1 11 Tf 50 750 Td 14 TL\n";
  for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
  content += "ET";
  const Strings objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Title (Clinton calls Davutoglu) /Author (Jane Doe) >>"};
  std::string out = "%PDF-1.4\n" + start;
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (const std::size_t offset : offsets) out += fmt::format("{:010} 00000 n \n", offset);
  return out + fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{}\n%%EOF\n",
                           objects.size() + 1, table);
}

Run read(const std::string& bytes) {
  TemporaryFolder here;
  here.write("p", bytes);
  return run({"p"});
}

TEST_CASE("a PDF") {
  const Run got = read(pdf({"May 13, 2010", "Secretary of State Hillary Clinton called Turkish Foreign Min-",
                            "ister Ahmet Davutoglu on Thursday."}));
  CHECK(got.problems.empty());
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.text.find("Hillary Clinton called Turkish Foreign Minister Ahmet Davutoglu on Thursday.") !=
        std::string::npos);
  CHECK(d.title == "Clinton calls Davutoglu");
  CHECK(d.author == "Jane Doe");
  CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"PDF", 1}});
}

TEST_CASE("a PDF that begins with packed bytes") {
  std::string noise = "%";
  for (unsigned i = 0; i < 5000; ++i) noise.push_back(static_cast<char>(i * 2654435761U >> 24 | 1));
  std::replace(noise.begin(), noise.end(), '\n', ' ');
  std::replace(noise.begin(), noise.end(), '\r', ' ');
  const Run got = read(pdf({"Clinton called."}, noise + "\n"));
  CHECK(got.problems.empty());
  CHECK(got.texts() == "Clinton called.");
}

TEST_CASE("PDFs that are broken or hold no text") {
  CHECK(read("%PDF-1.4\ngarbage").problems == Strings{"p: broken PDF; PDF skipped"});
  CHECK(read(pdf({})).problems == Strings{"p: a PDF without text (scanned pages?); skipped"});
  const std::string whole = pdf({"Clinton called."});
  for (std::size_t size = 9; size < whole.size(); size += 37) {
    const Run got = read(whole.substr(0, size));
    CHECK(got.documents.size() + got.problems.size() == 1);
  }
}

TEST_CASE("pages beyond the limit are left out with a word") {
  TemporaryFolder here;
  here.write("p", pdf({"Clinton called."}));
  IngestOptions options;
  options.limits.pdf_pages = 0;
  CHECK(run({"p"}, options).problems ==
        Strings{"(read) p: more than 0 pages; the others left out", "p: a PDF without text (scanned pages?); skipped"});
}

TEST_CASE("a page of empty lines") {
  CHECK(text_of_pages({"Clinton called," + std::string(400000, '\n') + "she said."}) == "Clinton called, she said.");
}

TEST_CASE("pages become running text") {
  CHECK(text_of_pages({"THE WIRE 13 May\n\nClinton called Davu-\ntoglu on Thursday. She\n\n1\n",
                       "THE WIRE 13 May\nthanked him for it.\n\nHe agreed.\n2\n",
                       "THE WIRE 13 May\n\nObama met Gul.\n- 3 -\n"}) ==
        "Clinton called Davutoglu on Thursday. She thanked him for it.\n\nHe agreed.\n\nObama met Gul.");
  CHECK(text_of_pages({}) == "");
  CHECK(text_of_pages({"", "\f"}) == "");
}

TEST_CASE("running heads of two pages, titles, columns of unequal lines") {
  CHECK(text_of_pages(
            {"The Wire\nClinton calls Davutoglu\nThe Secretary of State called the Foreign Minister\n"
             "of Turkey on Thursday to talk about Iran and its\nuranium, and the two agreed to meet in\nGeneva.\n",
             "The Wire\nShe thanked him for what Turkey and Brazil had\ndone.\n"}) ==
        "Clinton calls Davutoglu\n\nThe Secretary of State called the Foreign Minister of Turkey on Thursday to talk "
        "about Iran and "
        "its uranium, and the two agreed to meet in Geneva.\n\nShe thanked him for what Turkey and Brazil had done.");
  // A column ends within a sentence, within a word.
  CHECK(text_of_pages(
            {"Clinton called Davutoglu and then\n\nagreed to meet, said offi-\n\n\ncials.\n\nObama, Gul,\n\nLula and "
             "others met.\n\nA Title\n\nClinton left.\n"}) ==
        "Clinton called Davutoglu and then agreed to meet, said officials.\n\nObama, Gul, Lula and others met.\n\nA "
        "Title\n\nClinton left.");
  // The date of a release stands on a line of its own.
  CHECK(text_of_pages(
            {"May 13, 2010\nThe Secretary of State called the Foreign Minister of Turkey.\nShe thanked him.\n"}) ==
        "May 13, 2010\n\nThe Secretary of State called the Foreign Minister of Turkey. She thanked him.");
  // Pages that all say the same have no running head.
  CHECK(text_of_pages({"Clinton called.\nShe left.\n", "Clinton called.\nShe left.\n"}) ==
        "Clinton called. She left.\n\nClinton called. She left.");
  // Twice on one page is no running head.
  CHECK(text_of_pages({"Obama met Gul.\nObama met Gul.\n", "Clinton called.\n"}) ==
        "Obama met Gul. Obama met Gul.\n\nClinton called.");
}

TEST_CASE("demarche-convert ends at once where another protocol is spoken") {
  const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "../demarche-convert";
  const auto status_after = [&](const std::string& head) {
    return std::system(("printf '" + head + "\\nx' | " + program.string() + " >/dev/null").c_str());
  };
  CHECK(status_after("2 pdf 20 2000 1") == 0);
  CHECK(status_after("1 pdf 20 2000 1") != 0);
  CHECK(status_after("pdf 20 2000 1") != 0);
}

}  // namespace
}  // namespace demarche::ingesting
