// Where an export goes: one file, standard output, or a folder of files that appear only when all are complete.
#ifndef DEMARCHE_CLI_EXPORT_TARGET_H
#define DEMARCHE_CLI_EXPORT_TARGET_H

#include <memory>
#include <string>

#include "demarche/export.h"

namespace demarche::cli {

// Not thread-safe.
class FinishedTarget : public ExportTarget {
 public:
  // Puts what was written in its place. Without it nothing is left.
  virtual Result<Done> finish() = 0;
};

// "" and "-" are standard output.
Result<std::unique_ptr<FinishedTarget>> open_file_target(const std::string& path);

// A folder that is made; one that is there must be empty or hold an earlier export of this format, whose files are
// replaced. Cause::wrong_use for anything else, so that nobody's notes are lost.
Result<std::unique_ptr<FinishedTarget>> open_folder_target(const std::string& path, const std::string& format);

}  // namespace demarche::cli

#endif
