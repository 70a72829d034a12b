// Runs the real program and keeps everything that it says.
#ifndef DEMARCHE_TESTS_CLI_PROGRAM_RUN_H
#define DEMARCHE_TESTS_CLI_PROGRAM_RUN_H

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>
#include <regex>
#include <sstream>
#include <string>

#include "ingest/temporary_folder.h"

namespace demarche::cli {

inline std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct ProgramRun {
  int code = -1;
  std::string out, err;

  bool operator==(const ProgramRun&) const = default;
  friend std::ostream& operator<<(std::ostream& stream, const ProgramRun& run) {
    return stream << "exit " << run.code << "\n--- out\n" << run.out << "--- err\n" << run.err;
  }
};

// How long a run took is another thing each time.
inline std::string without_time(const std::string& said) {
  static const std::regex time(" in [0-9.]+ s, [0-9.]+ MB/s"), merging("; merged in [0-9.]+ s");
  return std::regex_replace(std::regex_replace(said, time, " in T s, S MB/s"), merging, "; merged in T s");
}

// Runs `BEFORE demarche WORDS… AFTER` through the shell, in the current folder.
inline ProgramRun demarche(const std::string& words, const std::string& before = "", const std::string& after = "") {
  const std::string command =
      "export NO_COLOR=1; " + before + " '" DEMARCHE_PROGRAM "' " + words + " " + after + " >.out 2>.err";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_whole(".out"), without_time(read_whole(".err"))};
}

// What a run says when it fails: nothing on standard output, one line on standard error.
inline ProgramRun failed(int code, const std::string& message) { return {code, "", "demarche: " + message + "\n"}; }

}  // namespace demarche::cli

#endif
