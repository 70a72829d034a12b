// Bytes with a buffer: looked at before they are read, then read whole, line by line or block by block.
//
// Not thread-safe.
#ifndef DEMARCHE_INGEST_INPUT_H
#define DEMARCHE_INGEST_INPUT_H

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/bytes.h"

namespace demarche::ingesting {

class Input {
 public:
  // Bytes that stay readable behind every line of next_line(), as simdjson needs them.
  static constexpr std::size_t padding = 64;

  explicit Input(std::unique_ptr<Bytes> bytes);

  // The first bytes, without consuming them: enough to know the format, fewer only at the end of the input. Of a stream
  // that comes slowly not more than its first line of JSON. A UTF-8 byte-order mark is already taken off. Valid until
  // the next call. REQUIRES that nothing was read yet.
  std::string_view head();

  // Puts a decoder, an unpacker … between the bytes and the reader: `wrap` is given the bytes, those of head() first.
  // REQUIRES that nothing was read yet.
  void pass_through(const std::function<std::unique_ptr<Bytes>(std::unique_ptr<Bytes>)>& wrap);

  enum class Got { all, too_long, end };

  // The next line without its newline. The caller may change its bytes; they live until the next call. `too_long`: the
  // line had more than `limit` bytes, it was passed over. Linear in the line's length, never holds more than
  // 2 * limit bytes.
  Got next_line(std::size_t limit, char** line, std::size_t* length);

  // Some of what is left; empty at the end. Lives until the next call.
  std::string_view next_block();

  // Exactly `size` bytes, or all that are left.
  std::string take(std::size_t size);

  // Passes over `size` bytes; false when there were fewer.
  bool pass(std::uint64_t size);

  // Everything that is left. `too_long`: more than `limit` bytes, `out` is then unspecified; never `end`.
  Got read_all(std::size_t limit, std::string* out);

  // True when nothing is left. (False does not say that something is.)
  bool at_end() const { return finished_ && begin_ == end_; }

  // Empty, or why reading ended early ("Input/output error").
  const std::string& failure() const { return bytes_->failure(); }

 private:
  // Reads more bytes behind `end_`; false at the end of the input. REQUIRES room.
  bool fill();
  // Makes room behind `end_`: moves the rest down, or doubles the buffer when a line fills it.
  void make_room();
  void pass_line();
  void start();

  std::unique_ptr<Bytes> bytes_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0;     // unread bytes: [begin_, end_)
  std::size_t end_ = 0;
  bool started_ = false;
  bool finished_ = false;
};

}  // namespace demarche::ingesting

#endif
