// What each stage of the cascade costs over a corpus, and what two plain RE2 scans of the same text cost beside it.
//
//   build/release/tests/bench_stages CORPUS.jsonl [--benchmark_… of Google Benchmark]
//
// At most 4 MB of text are taken from the corpus. Every figure is processor time of one thread; the stages run in turn,
// as Extractor::extract() runs them, and each counts its own time.
#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "demarche/export.h"
#include "demarche/extractor.h"
#include "demarche/ingest.h"
#include "extract/actions.h"
#include "extract/analysis.h"
#include "extract/clauses.h"
#include "extract/dates.h"
#include "extract/records.h"
#include "rules/pack_data.h"
#include "text/tokens.h"

namespace {

using namespace demarche;

constexpr std::size_t kMostText = 4000000;  // bytes
constexpr int kStems = 1200;
constexpr int kRounds = 5;  // of all stages for the time of one: by seconds, a short stage would run them for a minute

std::vector<Document> documents;
std::vector<std::string> paths;  // of the corpus
std::string all_text;            // of all documents
const Pack* pack = nullptr;

enum Stage { analysis, clauses, actions, times, records, output, kStages };
constexpr const char* kNames[kStages] = {
    "sentences to coreference", "clauses", "actions", "times", "records", "writing JSON"};

// The processor time of one stage at a time, while all run: another program's turn on the processor does not count.
class Stopwatch {
 public:
  void lap(Stage stage) {
    const double now = seconds();
    seconds_[stage] += now - last_;
    last_ = now;
  }
  void start() { last_ = seconds(); }
  double seconds(Stage stage) const { return seconds_[stage]; }

 private:
  static double seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }

  std::array<double, kStages> seconds_{};
  double last_ = 0;
};

// What the stages find in a sentence.
struct Told {
  bool may_act = false;
  std::vector<extract::Clause> clauses;
  std::vector<extract::Found> found;
  std::vector<extract::TimeExpression> times;
};

constexpr std::size_t kBatch = 32;  // sentences a stage, as Extractor has them

// The stages behind coreference, over some sentences of a document.
void run_batch(const extract::Analysis& analysed, std::span<const extract::Sentence> sentences, std::vector<Told>* told,
               extract::ActionBench* bench, extract::StoryTime* story, std::vector<Mention>* mentions,
               Stopwatch* watch) {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const extract::Sentence& s = sentences[i];
    const bool anybody =
        std::any_of(s.mentions.begin(), s.mentions.end(), [](const auto& m) { return !m.entities.empty(); });
    Told& t = (*told)[i];
    t.may_act = anybody && s.can_act;
    t.found.clear();
    if (t.may_act) extract::find_clauses(*pack->rep().tables, s, &t.clauses);
  }
  watch->lap(clauses);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    Told& t = (*told)[i];
    if (t.may_act) extract::find_actions(pack->rep(), analysed.text(), sentences[i], t.clauses, false, bench, &t.found);
  }
  watch->lap(actions);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    Told& t = (*told)[i];
    if (!t.found.empty()) extract::find_times(analysed.text(), sentences[i], analysed.date(), &t.times);
  }
  watch->lap(times);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Told& t = (*told)[i];
    story->enter(sentences[i]);
    if (!t.found.empty())
      extract::write_records(analysed, sentences[i], t.clauses, t.found, t.times, false, story, mentions);
  }
  watch->lap(records);
}

// The work of Extractor::extract() and of the writer behind it.
void run_stages(extract::Words* words, extract::SentencePool* pool, extract::ActionBench* bench, Stopwatch* watch) {
  std::vector<Told> told(kBatch);
  std::vector<Mention> mentions;
  std::string lines;
  extract::OfficePhrases offices(*pack->rep().tables);
  for (const Document& document : documents) {
    mentions.clear();
    lines.clear();
    extract::StoryTime story;
    watch->start();
    extract::Analysis analysed(pack->rep(), words, pool, &offices, document);
    analysed.run();
    watch->lap(analysis);
    const std::span<const extract::Sentence> all = analysed.sentences();
    for (std::size_t first = 0; first < all.size(); first += kBatch)
      run_batch(analysed, all.subspan(first, std::min(kBatch, all.size() - first)), &told, bench, &story, &mentions,
                watch);
    for (const Mention& mention : mentions) write_record(mention, &lines);
    watch->lap(output);
    benchmark::DoNotOptimize(lines.data());
  }
}

void count_text(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(all_text.size()));
}

void one_stage(benchmark::State& state, Stage stage) {
  extract::Words words(*pack->rep().tables);
  extract::SentencePool pool;
  extract::ActionBench bench;
  for (auto _ : state) {
    Stopwatch watch;
    run_stages(&words, &pool, &bench, &watch);
    state.SetIterationTime(watch.seconds(stage));
  }
  count_text(state);
}

void reading(benchmark::State& state) {
  for (auto _ : state) {
    std::size_t bytes = 0;
    const auto counts = ingest(
        paths, {},
        [&](Document&& d) {
          bytes += d.text.size();
          return bytes < kMostText;
        },
        nullptr);
    benchmark::DoNotOptimize(counts.ok());
  }
  count_text(state);
}

void tokens(benchmark::State& state) {
  std::vector<text::Token> out;
  std::vector<text::Sentence> sentences;
  for (auto _ : state) {
    for (const Document& d : documents) {
      text::tokenize(d.text, *pack->rep().abbreviations, &out);
      text::split_sentences(d.text, out, *pack->rep().abbreviations, &sentences);
    }
    benchmark::DoNotOptimize(sentences.data());
  }
  count_text(state);
}

void whole(benchmark::State& state) {
  Extractor extractor(*pack);
  std::string lines;
  for (auto _ : state) {
    for (const Document& d : documents) {
      lines.clear();
      for (const Mention& mention : extractor.extract(d)) write_record(mention, &lines);
    }
    benchmark::DoNotOptimize(lines.data());
  }
  count_text(state);
}

void scan(benchmark::State& state, const std::string& pattern) {
  const RE2 expression(pattern);
  if (!expression.ok()) return state.SkipWithError(expression.error().c_str());
  for (auto _ : state) {
    re2::StringPiece rest(all_text);
    std::size_t found = 0;
    while (RE2::FindAndConsume(&rest, expression)) ++found;
    benchmark::DoNotOptimize(found);
  }
  count_text(state);
}

// The verbs with the most senses, without their last letter where that is an e or a y: as an event coder's stems.
std::string stems() {
  std::vector<std::pair<int, std::string>> verbs;
  std::ifstream file("/usr/share/wordnet/index.verb");
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string verb, kind;
    int senses = 0;
    if (line.starts_with(' ') || !(fields >> verb >> kind >> senses) || verb.find_first_of("_-'.") != std::string::npos)
      continue;
    if (verb.size() > 3 && (verb.back() == 'e' || verb.back() == 'y')) verb.pop_back();
    verbs.emplace_back(-senses, verb);
  }
  std::sort(verbs.begin(), verbs.end());
  std::string out;
  for (int i = 0; i < kStems && i < static_cast<int>(verbs.size()); ++i)
    out += (i == 0 ? "" : "|") + verbs[static_cast<std::size_t>(i)].second;
  return out.empty() ? out : "\\b(?:" + out + ")";
}

}  // namespace

int main(int count, char** words) {
  if (count < 2 || words[1][0] == '-') {
    std::fputs("bench_stages: name a JSON Lines file of documents: bench_stages CORPUS.jsonl\n", stderr);
    return 2;
  }
  paths = {words[1]};
  std::swap(words[1], words[0]);
  --count;
  const auto read = ingest(
      paths, {},
      [](Document&& d) {
        all_text += d.text;
        all_text += '\n';
        documents.push_back(std::move(d));
        return all_text.size() < kMostText;
      },
      nullptr);
  const auto loaded = Pack::load();
  if (!read || !loaded) {
    std::fprintf(stderr, "bench_stages: %s\n", (read ? loaded.error() : read.error()).message.c_str());
    return 1;
  }
  pack = &*loaded;
  benchmark::Initialize(&count, words + 1);
  const auto named = [](const std::string& name, auto... call) {
    return benchmark::RegisterBenchmark(name.c_str(), call...)->Unit(benchmark::kMillisecond);
  };
  named("peer: RE2, one pattern", scan, "(?:Clinton|Lavrov) (?:met|called) ");
  if (const std::string pattern = stems(); !pattern.empty()) named("peer: RE2, 1,200 verb stems", scan, pattern);
  named("reading JSON Lines", reading);
  named("tokens and sentences", tokens);
  for (int i = 0; i < kStages; ++i)
    named(kNames[i], one_stage, static_cast<Stage>(i))->UseManualTime()->Iterations(kRounds);
  named("end to end", whole);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
