#include "rules/regex.h"

#include <memory>

namespace demarche::rules {

RE2::Options tape_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return options;
}

RE2::Options line_options() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

const RE2& LazyRegex::compile(std::string_view pattern, const RE2::Options& options) const {
  auto fresh = std::make_unique<const RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
  const RE2* present = nullptr;
  if (regex_.compare_exchange_strong(present, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *present;  // another thread was faster
}

}  // namespace demarche::rules
