// Cuts a stream of JSON into its records without reading them: the elements of a list, or values one behind the other.
#ifndef DEMARCHE_INGEST_JSON_VALUES_H
#define DEMARCHE_INGEST_JSON_VALUES_H

#include <cstddef>
#include <string>

#include "ingest/input.h"

namespace demarche::ingesting {

// Borrows the input. Linear in its size; never holds more than `limit` bytes of a record and one block.
class JsonValues {
 public:
  JsonValues(Input* input, std::size_t limit) : input_(*input), limit_(limit) {}

  // `broken_off`: the input ends within a record, which is not complete then.
  enum class Got { record, too_long, broken_off, end };

  // The next record; only brackets and strings were looked at, so it may still be broken. REQUIRES out->empty().
  Got next(std::string* out);

  // After `end`: whether that came before the end of a list, which is no JSON, and looks as if something were missing.
  bool is_cut() const { return in_list_; }

 private:
  bool more();
  char skip_to_value();
  // Passes over one value, which begins at `at_`, and copies it. False when the input ends before the value.
  bool copy_value(std::string* out, bool* too_long);

  Input& input_;
  const std::size_t limit_;
  std::string_view block_;
  std::size_t at_ = 0;
  bool in_list_ = false;
};

}  // namespace demarche::ingesting

#endif
