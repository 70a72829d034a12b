// Where bytes come from: a file, standard input, memory, a member of an archive, another encoding. Each is read once,
// from front to back.
//
// Not thread-safe.
#ifndef DEMARCHE_INGEST_BYTES_H
#define DEMARCHE_INGEST_BYTES_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "demarche/error.h"

namespace demarche::ingesting {

class Bytes {
 public:
  virtual ~Bytes() = default;

  // Stores at most `room` (> 0) bytes; 0 at the end, also when failure() says why.
  virtual std::size_t read(char* to, std::size_t room) = 0;

  // About how many bytes are still to come; 0 where it is not known.
  virtual std::size_t expected() const { return 0; }

  // Empty, or why reading ended early ("Input/output error").
  const std::string& failure() const { return failure_; }

 protected:
  std::string failure_;
};

// "-" is standard input, which is not closed at the end. `stop`, if given, ends a read that a signal interrupts; it is
// borrowed, as is `consumed`, which grows by what is read. Cause::failed: "no such file; check the path" and the like,
// without the path.
Result<std::unique_ptr<Bytes>> open_file(const std::string& path, const std::atomic<bool>* stop = nullptr,
                                         std::uint64_t* consumed = nullptr);

// Borrows `bytes`.
std::unique_ptr<Bytes> bytes_in_memory(std::string_view bytes);

}  // namespace demarche::ingesting

#endif
