#include "cli/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "cli/exit_code.h"

namespace demarche::cli {
namespace {

// Some callers (timeout, a shell's process group) send one signal twice at once; that is one wish, not two.
constexpr long impatience_ms = 300;

std::atomic<bool> flag{false};
std::atomic<long> first_ms{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<long>::is_always_lock_free,
              "a signal handler sets them");

long now_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

extern "C" void on_signal(int) {
  if (!flag.exchange(true)) {
    first_ms = now_ms();
  } else if (now_ms() - first_ms > impatience_ms) {
    ::_exit(interrupted_code);
  }
}

}  // namespace

void watch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

const std::atomic<bool>& interrupted() { return flag; }

void keep_interrupts_from_this_thread() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace demarche::cli
