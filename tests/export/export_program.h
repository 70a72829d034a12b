// Writing a graph in a format into memory or a folder of the build, for tests.
#ifndef DEMARCHE_TESTS_EXPORT_EXPORT_PROGRAM_H
#define DEMARCHE_TESTS_EXPORT_EXPORT_PROGRAM_H

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "demarche/export.h"

namespace sample {

// Keeps each file; single-file formats have one without name.
class MemoryTarget : public demarche::ExportTarget {
 public:
  void start(std::string_view file) override { current_ = file; }
  void write(std::string_view bytes) override { files[current_].append(bytes); }
  std::map<std::string, std::string> files;

 private:
  std::string current_;
};

struct Written {
  demarche::ExportCounts counts;
  std::map<std::string, std::string> files;
  const std::string& text() const { return files.begin()->second; }
};

inline Written written(const demarche::Graph& graph, std::string_view format, demarche::ExportOptions options = {}) {
  MemoryTarget target;
  const auto counts = demarche::write_graph(*demarche::stream(graph), format, options, &target);
  if (!counts.ok()) return {{}, {{"", counts.error().message}}};
  if (target.files.empty()) target.files[""];
  return {*counts, std::move(target.files)};
}

// Puts the files where the format's reader finds them and lets it count.
inline demarche::Result<demarche::ExportCounts> read_back(const Written& what, std::string_view format,
                                                          demarche::ExportOptions options = {}) {
  namespace fs = std::filesystem;
  const fs::path path =
      fs::path(DEMARCHE_BINARY_DIR) / "tests" / ("export-" + std::string(format) + "-" + std::to_string(::getpid()));
  fs::remove_all(path);
  for (const auto& [name, text] : what.files) {
    const fs::path file = name.empty() ? path : path / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  const auto counts = demarche::count_exported(path.string(), format, options);
  fs::remove_all(path);
  return counts;
}

}  // namespace sample

#endif
