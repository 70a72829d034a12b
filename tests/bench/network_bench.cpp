// Loads the network of a store into Boost.Graph: seconds and memory.
//
//   build/release/tests/bench_network FILE
#include <sys/resource.h>

#include <chrono>
#include <cstdio>

#include "demarche/store.h"
#include "graph/ties.h"

int main(int argc, char** argv) {
  using Clock = std::chrono::steady_clock;
  if (argc != 2) return 2;
  const auto start = Clock::now();
  const auto store = demarche::Store::open(argv[1], demarche::Store::Mode::read);
  if (!store.ok()) return 1;
  const auto actors = store->load_actors();
  auto dealings = store->dealings({});
  if (!actors.ok() || !dealings.ok()) return 1;
  const std::size_t pairs = dealings->size();
  const demarche::graph::TieNetwork network(actors->actors.size(), demarche::graph::ties_of(std::move(*dealings)));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%zu actors, %zu dealings, %zu ties: %.2f s, peak %.0f MB\n", network.size(), pairs,
              network.ties().size(), std::chrono::duration<double>(Clock::now() - start).count(),
              static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}
