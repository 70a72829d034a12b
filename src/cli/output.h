// Where results go: standard output, or a file that appears only when it is complete.
//
// Not thread-safe.
#ifndef DEMARCHE_CLI_OUTPUT_H
#define DEMARCHE_CLI_OUTPUT_H

#include <string>
#include <string_view>

#include "demarche/error.h"

namespace demarche::cli {

class Output {
 public:
  // "" and "-" are standard output. A file is written under a temporary name in its folder; finish() renames it, and
  // without finish() nothing is left. A device or pipe is written directly. Fails for a folder, or where the folder of
  // the file is missing or not writable.
  static Result<Output> open(const std::string& path);

  // A new file in a folder that is itself put in its place when it is complete: written directly, and not forced to the
  // disk, which takes a millisecond a file.
  static Result<Output> create(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  // False when writing on is pointless: the reader went away, or the disk is full; finish() tells which.
  bool write(std::string_view bytes);

  // Writes what is buffered and puts the file in its place. A reader that went away (broken pipe) is success.
  Result<Done> finish();

 private:
  Output(int descriptor, std::string path, std::string temporary);
  bool flush();

  int descriptor_;
  std::string path_;
  std::string temporary_;  // empty: written directly
  std::string buffer_;
  int error_ = 0;     // errno of the first write that failed
  bool interactive_;  // each write is seen at once
};

// Writes one whole result.
Result<Done> write_whole(const std::string& path, std::string_view bytes);

// Cause::wrong_use when the path is a folder: "out: is a folder; name a file to write".
Result<Done> check_output_path(const std::string& path);

}  // namespace demarche::cli

#endif
