// How far a long run is: one line that renews itself on a terminal, otherwise a plain line now and then.
#ifndef DEMARCHE_CLI_PROGRESS_H
#define DEMARCHE_CLI_PROGRESS_H

#include <chrono>
#include <cstdint>

namespace demarche::cli {

// Not thread-safe.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // Cheap to call for every document.
  void show(std::uint64_t documents, std::uint64_t bytes, std::uint64_t mentions);

  // Takes the line off the terminal, so that a message can stand in its place.
  void clear();

  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  const bool on_terminal_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool shown_ = false;
};

}  // namespace demarche::cli

#endif
