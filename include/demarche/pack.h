// The rule pack: rules, lexicon and gazetteer, compiled for matching.
//
// A Pack is immutable after loading, but the regular expressions in it share caches: for speed give each thread its own
// (clone()). Loading fails with Cause::bad_rules; the message names file, line and the offending fragment.
#ifndef DEMARCHE_PACK_H
#define DEMARCHE_PACK_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"

namespace demarche {

// One file of a pack: its path inside the pack ("actions/consult.toml") and its TOML text.
struct PackFile {
  std::string path;
  std::string text;
};

// The files embedded in the program, sorted by path. They live as long as the program.
struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
};
const std::vector<EmbeddedFile>& builtin_files();

// The hash of the built-in files, 16 hexadecimal digits; `demarche --version` prints it.
std::string_view builtin_hash();

class Pack {
 public:
  // The built-in pack; with a folder, its files lie over the built-in ones (a file of the same path replaces it).
  static Result<Pack> load(const std::string& overlay_folder = "");
  static Result<Pack> compile(std::vector<PackFile> files);

  Pack(Pack&&) noexcept;
  Pack& operator=(Pack&&) noexcept;
  ~Pack();

  // An independent copy for another thread.
  Pack clone() const;

  const std::string& hash() const;  // of the files' paths and texts, 16 hexadecimal digits

  struct Rep;
  const Rep& rep() const { return *rep_; }

 private:
  explicit Pack(std::shared_ptr<const Rep> rep);
  std::shared_ptr<const Rep> rep_;
};

}  // namespace demarche

#endif
