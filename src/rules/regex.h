// The pack's regular expressions.
#ifndef DEMARCHE_RULES_REGEX_H
#define DEMARCHE_RULES_REGEX_H

#include <re2/re2.h>

#include <atomic>
#include <string_view>

namespace demarche::rules {

// Over tapes: bytes, not characters.
RE2::Options tape_options();
// Over lines of text.
RE2::Options line_options();

// A regular expression that is compiled when it is first asked for: most of a pack's patterns never are.
//
// Thread safety: get() may be called from any thread. The expression shares caches between threads.
class LazyRegex {
 public:
  LazyRegex() = default;
  ~LazyRegex() { delete regex_.load(std::memory_order_relaxed); }
  LazyRegex(const LazyRegex&) = delete;
  LazyRegex& operator=(const LazyRegex&) = delete;

  // REQUIRES the same arguments every time.
  const RE2& get(std::string_view pattern, RE2::Options (*options)()) const {
    if (const RE2* regex = regex_.load(std::memory_order_acquire)) return *regex;
    return compile(pattern, options());
  }

 private:
  const RE2& compile(std::string_view pattern, const RE2::Options& options) const;

  mutable std::atomic<const RE2*> regex_{nullptr};
};

}  // namespace demarche::rules

#endif
