// Expected failures are values: what went wrong, where, and what to do, in one line.
//
// A Result<T> holds either a value or an Error. It is never empty. Reading the value of a failed Result, or the error
// of a successful one, is a programming error and aborts in debug builds.
//
// Thread safety: like the standard containers.
#ifndef DEMARCHE_ERROR_H
#define DEMARCHE_ERROR_H

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace demarche {

// What kind of failure it is; the program's exit code follows from it.
enum class Cause {
  failed = 1,     // the work could not be done: unreadable file, damaged store, full disk
  wrong_use = 2,  // the request makes no sense: unknown flag value, missing path, unknown question form
  bad_rules = 3,  // a rule file or table does not load
};

struct Error {
  Cause cause = Cause::failed;
  std::string message;  // one line without trailing full stop or newline: "graph.db: not a SQLite file; …"
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return std::get<0>(state_);
  }
  const T& value() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  T&& value() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  const Error& error() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

// For operations that yield nothing but success.
struct Done {};

}  // namespace demarche

#endif
