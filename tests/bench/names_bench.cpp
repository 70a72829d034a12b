// What a folder with N more persons costs: compiling it, starting with it again, finding its names in a corpus.
//
//   build/release/tests/bench_names CORPUS.jsonl [N]      (JSON Lines with "text" and perhaps "date"; default: 100000)
//
// Prints the share of the extraction time that finding names takes, and fails when it is more than a quarter.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "demarche/extractor.h"
#include "extract/analysis.h"
#include "extract/names.h"

namespace {

using namespace demarche;
namespace fs = std::filesystem;

constexpr int kRounds = 3;           // the best counts
constexpr double kMostShare = 0.25;  // of the extraction time

double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::vector<Document> read(const char* path) {
  std::vector<Document> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("text") || !json["text"].is_string()) continue;
    Document& d = out.emplace_back();
    d.id = std::to_string(out.size());
    d.text = json["text"].get<std::string>();
    if (json.contains("date") && json["date"].is_string()) d.date = json["date"].get<std::string>();
  }
  return out;
}

// First names that the texts are full of, so that many capitals begin a name of the folder; surnames of three
// syllables.
std::string persons(long count) {
  static const char* const first[] = {"James", "John",   "Michael", "David", "Ali",  "Maria", "Ahmed", "Li",
                                      "Anna",  "Robert", "Hassan",  "Peter", "Wang", "Susan", "Juan",  "White"};
  static const char* const syllables[] = {"ba", "den", "ko", "ma",  "rin", "sto",  "vel", "za", "lu",  "gor",
                                          "ti", "pha", "no", "che", "ray", "mund", "os",  "ek", "ill", "und"};
  const long starts = std::size(first), parts = std::size(syllables);
  std::string out;
  for (long n = 0; n < count; ++n) {
    std::string surname;
    for (long rest = n / starts, i = 0; i < 4; ++i, rest /= parts) surname += syllables[rest % parts];
    surname.front() = static_cast<char>(surname.front() - 'a' + 'A');
    out += "[[person]]\nid = \"p.bench-" + std::to_string(n) + "\"\nname = \"" + first[n % starts] + " " + surname +
           "\"\ncountry = \"USA\"\nterms = [ { office = \"minister\", of = \"USA\", title = \"Minister\", from = "
           "1999-01-01 } ]\n";
  }
  return out;
}

Pack load(const std::string& folder) {
  auto pack = Pack::load(folder);
  if (pack.ok()) return std::move(pack).value();
  std::fprintf(stderr, "%s\n", pack.error().message.c_str());
  std::exit(1);
}

double extraction(const Pack& pack, const std::vector<Document>& documents, std::size_t* mentions) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    Extractor extractor(pack);
    *mentions = 0;
    const double start = cpu();
    for (const Document& d : documents) *mentions += extractor.extract(d).size();
    best = std::min(best, cpu() - start);
  }
  return best;
}

// The stage alone, on sentences that are ready for it.
double matching(const Pack& pack, const std::vector<Document>& documents, std::size_t* found) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    extract::Words words(*pack.rep().tables);
    extract::SentencePool pool;
    *found = 0;
    double spent = 0;
    for (const Document& d : documents) {
      extract::Analysis analysis(pack.rep(), &words, &pool, nullptr, d);
      analysis.run();
      std::vector<extract::Sentence> sentences(analysis.sentences().begin(), analysis.sentences().end());
      for (extract::Sentence& s : sentences) {
        s.matches.clear();
        for (extract::Tagged& t : s.tagged) t.match = extract::none;
      }
      const double start = cpu();
      for (extract::Sentence& s : sentences) extract::find_names(d.text, pack.rep().tables->gazetteer, &s);
      spent += cpu() - start;
      for (const extract::Sentence& s : sentences) *found += s.matches.size();
    }
    best = std::min(best, spent);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const long count = argc > 2 ? std::atol(argv[2]) : 100000;
  const std::vector<Document> documents = read(argv[1]);
  double megabytes = 0;
  for (const Document& d : documents) megabytes += static_cast<double>(d.text.size()) / 1e6;
  const fs::path folder = fs::temp_directory_path() / ("demarche-bench-names-" + std::to_string(::getpid()));
  fs::create_directories(folder / "rules/actors");
  std::ofstream(folder / "rules/actors/bench.toml") << persons(count);
  ::setenv("DEMARCHE_CACHE", (folder / "cache").c_str(), 1);

  double start = cpu();
  const Pack builtin = load("");
  std::printf("start with the built-in names    %8.1f ms, peak %.0f MB\n", 1000 * (cpu() - start), peak_megabytes());
  std::size_t mentions = 0, found = 0;
  const double before = extraction(builtin, documents, &mentions);
  std::printf("%.1f MB read with them           %8.2f s, %zu mentions, peak %.0f MB\n", megabytes, before, mentions,
              peak_megabytes());
  start = cpu();
  load((folder / "rules").string());
  std::printf("first start with %ld more    %8.1f ms, peak %.0f MB\n", count, 1000 * (cpu() - start), peak_megabytes());
  start = cpu();
  const Pack pack = load((folder / "rules").string());
  std::printf("every further start              %8.1f ms\n", 1000 * (cpu() - start));
  const double after = extraction(pack, documents, &mentions);
  std::printf("read with them                   %8.2f s, %zu mentions\n", after, mentions);
  const double names = matching(pack, documents, &found);
  std::printf("of it finding %zu names       %8.2f s, %.1f %%\n", found, names, 100 * names / after);
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return names <= kMostShare * after ? 0 : 1;
}
