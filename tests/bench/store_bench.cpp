// What a store of N mentions costs: writing, merging, its size, loading into Boost, one question from a cold start.
//
//   build/release/tests/bench_store [N] [FILE]      (default: 1000000, a file in the temporary folder)
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

#include "demarche/store.h"
#include "graph/ties.h"

namespace {

using namespace demarche;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Of this process, at its highest so far.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

template <typename T>
T got(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

constexpr int kActors = 20000;
constexpr int kPerDocument = 10;

Entity person(std::uint32_t n) {
  Entity e;
  e.identifier_text = "Minister Number " + std::to_string(n);
  e.code = std::string{static_cast<char>('A' + n % 26), static_cast<char>('A' + n / 26 % 26), 'X'};
  e.sector = "GOV";
  e.office = n % 3 == 0 ? "Foreign Minister" : "President";
  e.entity_text = "Number " + std::to_string(n);
  e.kind = Kind::person;
  return e;
}

// Sentences of 144 bytes, ten to a document of 1,500.
Document document(std::mt19937* random, std::uint32_t number, std::vector<Mention>* mentions) {
  static const char* const verbs[] = {"call", "meet", "talk", "praise", "condemn", "visit", "write"};
  static const char* const words[] = {"trade",  "border",   "sanctions", "energy", "refugees",  "talks",
                                      "treaty", "security", "elections", "aid",    "fisheries", "climate"};
  Document d;
  d.id = "doc" + std::to_string(number);
  d.date = "20" + std::to_string(10 + number % 14) + "-0" + std::to_string(1 + number % 9) + "-1" +
           std::to_string(number % 9);
  d.url = "https://example.org/" + d.id;
  d.publication = "The Paper";
  for (int i = 0; i < kPerDocument; ++i) {
    Mention m;
    // A few actors are in most of the news.
    const auto pick = [&] {
      const double r = std::uniform_real_distribution<double>(0, 1)(*random);
      return static_cast<std::uint32_t>(kActors * r * r * r);
    };
    m.actor = {person(pick())};
    m.recipient = {person(pick())};
    m.action = verbs[(*random)() % 7];
    m.event = "CONSULT";
    m.date = d.date;
    m.date_precision = DatePrecision::day;
    m.rule = "CONSULT." + m.action;
    m.event_scale = 2.5;
    m.quad_code = 1;
    m.confidence = 0.5 + static_cast<double>((*random)() % 50) / 100;
    m.topic = {words[(*random)() % 12]};
    m.context = {"diplomatic"};
    m.sequence = static_cast<std::uint32_t>(i);
    std::string text = m.actor[0].entity_text + " " + m.action + "ed " + m.recipient[0].entity_text + " about";
    while (text.size() < 143) text += std::string(" ") + words[(*random)() % 12];
    text.resize(143);
    text += '.';
    m.event_text = m.action + "ed";
    m.start = static_cast<std::uint32_t>(d.text.size());
    m.event_start = m.start + static_cast<std::uint32_t>(m.actor[0].entity_text.size()) + 1;
    m.event_end = m.event_start + static_cast<std::uint32_t>(m.event_text.size());
    m.end = m.start + 144;
    m.text = text;
    char id[17];
    std::snprintf(id, sizeof id, "%016llx", 0x9E3779B97F4A7C15ULL * (std::uint64_t{number} * kPerDocument + i + 1));
    m.id = id;
    d.text += text + " ";
    mentions->push_back(std::move(m));
  }
  return d;
}

}  // namespace

int main(int argc, char** argv) {
  const long mentions = argc > 1 ? std::atol(argv[1]) : 1000000;
  const std::string path = argc > 2 ? argv[2] : (std::filesystem::temp_directory_path() / "demarche-bench.db").string();
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path + part);
  std::mt19937 random(1);
  double making = 0;
  const auto cpu = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  double spent = cpu();
  Clock::time_point start = Clock::now();
  {
    Store store = got(Store::open(path, Store::Mode::write));
    for (std::uint32_t n = 0; n < mentions / kPerDocument; ++n) {
      const Clock::time_point made = Clock::now();
      std::vector<Mention> list;
      const Document d = document(&random, n, &list);
      making += since(made);
      if (n % 1000 == 0) got(store.begin());
      got(store.put(d, list, "bench"));
      if (n % 1000 == 999) got(store.commit());
    }
    got(store.commit());
    std::printf("written     %6.1f s, of processor time %.1f s\n", since(start) - making, cpu() - spent);
    spent = cpu();
    const double bare = static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(mentions);
    start = Clock::now();
    got(store.merge());
    std::printf("merged      %6.1f s, of processor time %.1f s, peak %.0f MB\n", since(start), cpu() - spent,
                peak_megabytes());
    std::printf("interactions %llu\n", static_cast<unsigned long long>(got(store.counts()).interactions));
    std::printf("bytes a mention: %.0f as written", bare);
  }
  std::printf(", %.0f with actors and interactions\n",
              static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(mentions));
  std::fflush(stdout);
  return 0;
}
