// The bytes of a file or of standard input, whole or line by line. A pipe is read once, from front to back.
//
// Not thread-safe.
#ifndef DEMARCHE_INGEST_INPUT_H
#define DEMARCHE_INGEST_INPUT_H

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "demarche/error.h"

namespace demarche::ingesting {

class Input {
 public:
  // Bytes that stay readable behind every line of next_line(), as simdjson needs them.
  static constexpr std::size_t padding = 64;

  // "-" is standard input, which is not closed at the end. `stop`, if given, ends a read that a signal interrupts.
  // Cause::failed: "no such file; check the path" and the like, without the path.
  static Result<Input> open(const std::string& path, const std::atomic<bool>* stop = nullptr);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  // The first bytes, without consuming them: up to one block, fewer only at the end of the input. A UTF-8 byte-order
  // mark is already taken off. Valid until the next call. REQUIRES that nothing was read yet.
  std::string_view head();

  enum class Got { all, too_long, end };

  // The next line without its newline. The caller may change its bytes; they live until the next call. `too_long`: the
  // line had more than `limit` bytes, it was passed over. Linear in the line's length, never holds more than
  // 2 * limit bytes.
  Got next_line(std::size_t limit, char** line, std::size_t* length);

  // Everything that is left. `too_long`: more than `limit` bytes, `out` is then unspecified; never `end`.
  Got read_all(std::size_t limit, std::string* out);

  // Empty, or why reading ended early ("Input/output error").
  const std::string& failure() const { return failure_; }

 private:
  Input(int descriptor, const std::atomic<bool>* stop);

  // Reads more bytes behind `end_`; false at the end of the input. REQUIRES room.
  bool fill();
  // Makes room behind `end_`: moves the rest down, or doubles the buffer when a line fills it.
  void make_room();
  void pass_line();
  void start();

  int descriptor_;
  const std::atomic<bool>* stop_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0;     // unread bytes: [begin_, end_)
  std::size_t end_ = 0;
  bool started_ = false;
  bool finished_ = false;
  std::string failure_;
};

}  // namespace demarche::ingesting

#endif
