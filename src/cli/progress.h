// How far a long run is: one line that renews itself on a terminal, otherwise a plain line now and then.
#ifndef DEMARCHE_CLI_PROGRESS_H
#define DEMARCHE_CLI_PROGRESS_H

#include <chrono>
#include <cstdint>
#include <string>

namespace demarche::cli {

// Not thread-safe.
class Progress {
 public:
  // `total` is what the input weighs in bytes, as it lies on the disk; 0 where that is not known.
  explicit Progress(std::uint64_t total = 0);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // `consumed` of the total, `bytes` of text in so many documents, and the records that were found. Cheap to call for
  // every document.
  void show(std::uint64_t consumed, std::uint64_t documents, std::uint64_t bytes, std::uint64_t records);

  // Takes the line off the terminal, so that a message can stand in its place.
  void clear();

  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  const bool on_terminal_;
  const std::uint64_t total_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool shown_ = false;
};

// "[**********          ]": the bar of Boost.Timer, a quarter as wide as that draws it.
std::string bar_of(std::uint64_t consumed, std::uint64_t total);

// "0:07", "2:03:20".
std::string in_hours(double seconds);

}  // namespace demarche::cli

#endif
