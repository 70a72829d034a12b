// Compiles the rule pack into the table of src/rules/pack_data.h. Runs at build time:
//   compile_pack RULES_FOLDER OUTPUT
// A rule file with an error stops it: RULES_FOLDER/actions/consult.toml:12: …
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "rules/pack_compiler.h"

namespace {

int fail(const std::string& message) {
  std::cerr << message << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: compile_pack RULES_FOLDER OUTPUT");
  const std::string folder = argv[1], path = argv[2];
  auto files = demarche::rules::read_pack_folder(folder);
  if (!files) return fail(files.error().message);
  const auto table = demarche::rules::compile_pack(std::move(*files), demarche::rules::Texts::kept);
  if (!table) return fail(folder + "/" + table.error().message);
  std::ofstream out(path, std::ios::binary);
  out.write(table->data.get(), static_cast<std::streamsize>(table->size));
  if (!out.flush()) {
    std::remove(path.c_str());
    return fail(path + ": cannot be written");
  }
}
