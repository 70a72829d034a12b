#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace demarche::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto terminal_interval = 200ms;
constexpr auto plain_interval = 10s;

}  // namespace

Progress::Progress()
    : on_terminal_(::isatty(STDERR_FILENO) != 0),
      next_(start_ + (on_terminal_ ? Clock::duration(terminal_interval) : Clock::duration(plain_interval))) {}

void Progress::show(std::uint64_t documents, std::uint64_t bytes, std::uint64_t mentions) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + (on_terminal_ ? Clock::duration(terminal_interval) : Clock::duration(plain_interval));
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const std::string line = fmt::format("{} documents, {:.1f} MB, {} mentions, {:.0f} s, {:.1f} MB/s", documents,
                                       megabytes, mentions, seconds(), megabytes / seconds());
  if (!on_terminal_) return say(line);
  clear();
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace demarche::cli
