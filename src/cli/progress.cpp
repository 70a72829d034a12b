#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/timer/progress_display.hpp>
#include <cstdio>
#include <sstream>

#include "cli/terminal.h"

namespace demarche::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto terminal_interval = 200ms;
constexpr auto plain_interval = 10s;

// A line that is longer than the terminal is wide could not be taken off again.
std::size_t width_of_terminal() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
}

}  // namespace

Progress::Progress(std::uint64_t total)
    : on_terminal_(::isatty(STDERR_FILENO) != 0),
      total_(total),
      next_(start_ + (on_terminal_ ? Clock::duration(terminal_interval) : Clock::duration(plain_interval))) {}

void Progress::show(std::uint64_t consumed, std::uint64_t documents, std::uint64_t bytes, std::uint64_t records) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + (on_terminal_ ? Clock::duration(terminal_interval) : Clock::duration(plain_interval));
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::string line = fmt::format("{} documents, {:.1f} MB, {:.1f} MB/s, {} records", documents, megabytes,
                                 megabytes / seconds(), records);
  if (total_ > 0 && consumed > 0) {
    const double share = std::min(1.0, static_cast<double>(consumed) / static_cast<double>(total_));
    line += fmt::format(", {} left", in_hours(seconds() * (1 - share) / share));
    line = fmt::format("{} {:.0f} %, {}", bar_of(consumed, total_), 100 * share, line);
  } else {
    line += ", " + in_hours(seconds());
  }
  if (!on_terminal_) return say(line);
  clear();
  std::fputs(line.substr(0, width_of_terminal()).c_str(), stderr);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

std::string bar_of(std::uint64_t consumed, std::uint64_t total) {
  constexpr unsigned long steps = 1000;
  std::ostringstream drawn;
  boost::timer::progress_display bar(steps, drawn, "", "", "");
  drawn.str("");  // the scale that it draws first
  bar += total == 0 ? 0 : std::min<std::uint64_t>(steps, consumed * steps / total);
  const std::string all = drawn.str();
  const auto stars = static_cast<std::size_t>(std::count(all.begin(), all.end(), '*')) / 4;
  constexpr std::size_t width = 12;
  return "[" + std::string(std::min(stars, width), '*') + std::string(width - std::min(stars, width), ' ') + "]";
}

std::string in_hours(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace demarche::cli
