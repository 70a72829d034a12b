// --format of the commands that answer.
#ifndef DEMARCHE_CLI_RESULT_FORMAT_H
#define DEMARCHE_CLI_RESULT_FORMAT_H

#include "cli/flags.h"

namespace demarche::cli {

enum class ResultFormat {
  table,  // for people
  json,   // one object: the whole answer
  jsonl,  // one object a row
  csv,
  tsv,
  markdown,
};

inline void add_result_format(CLI::App& command, ResultFormat* format) {
  add_choice(command, "--format", "How to write the answer (default: table)", format,
             {{"table", ResultFormat::table},
              {"json", ResultFormat::json},
              {"jsonl", ResultFormat::jsonl},
              {"csv", ResultFormat::csv},
              {"tsv", ResultFormat::tsv},
              {"markdown", ResultFormat::markdown}});
}

}  // namespace demarche::cli

#endif
