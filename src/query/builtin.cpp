#include "demarche/pack.h"
#include "demarche/query.h"

namespace demarche {

Result<QuestionRules> QuestionRules::builtin() {
  std::vector<PackFile> files;
  for (const EmbeddedFile& file : builtin_files()) {
    const bool wanted = file.path.substr(0, 10) == "questions/" || file.path.substr(0, 8) == "actions/";
    if (wanted && file.path.size() > 5 && file.path.substr(file.path.size() - 5) == ".toml") {
      files.push_back({std::string(file.path), std::string(file.text)});
    }
  }
  return compile(files);
}

}  // namespace demarche
