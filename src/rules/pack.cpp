#include "demarche/pack.h"

#include <map>

#include "rules/embedded.h"
#include "rules/pack_cache.h"
#include "rules/pack_compiler.h"
#include "rules/pack_data.h"

namespace demarche {
namespace {

using namespace rules;

const PackTables& builtin_tables() { return *table_root<PackTables>(demarche_pack_data); }

std::string_view builtin_bytes() {
  return {demarche_pack_data, reinterpret_cast<const TableHeader*>(demarche_pack_data)->size};
}

// The built-in files, those of the same path replaced and the others added. Sorted by path.
std::vector<PackFile> laid_over(std::vector<PackFile> overlay) {
  std::map<std::string, std::string> files;
  for (const EmbeddedFile& f : builtin_files()) files.emplace(f.path, f.text);
  for (PackFile& f : overlay) files[f.path] = std::move(f.text);
  std::vector<PackFile> all;
  for (auto& [path, text] : files) all.push_back({path, std::move(text)});
  return all;
}

std::shared_ptr<const Pack::Rep> rep_of(TableBytes bytes) {
  const std::shared_ptr<const char[]> owner = std::move(bytes.data);
  const PackTables* const root = table_root<PackTables>(owner.get());
  return std::make_shared<const Pack::Rep>(std::shared_ptr<const PackTables>(owner, root));
}

}  // namespace

Result<std::vector<PackFile>> rules::pack_files(const std::string& overlay_folder) {
  if (overlay_folder.empty()) return laid_over({});
  auto overlay = read_pack_folder(overlay_folder);
  if (!overlay) return overlay.error();
  return laid_over(std::move(*overlay));
}

const std::vector<EmbeddedFile>& builtin_files() {
  static const std::vector<EmbeddedFile> files = [] {
    std::vector<EmbeddedFile> out;
    for (const SourceText& f : builtin_tables().files) out.push_back({f.path, f.text});
    return out;
  }();
  return files;
}

std::string_view builtin_hash() { return builtin_tables().hash; }

Pack::Rep::Rep(std::shared_ptr<const PackTables> pack_tables)
    : tables(std::move(pack_tables)), hash(tables->hash.view()) {
  auto words = std::make_shared<text::Abbreviations>();
  for (const Abbreviation& a : tables->vocabulary.abbreviations) words->add(a.word, a.ends);
  abbreviations = std::move(words);
}

Pack::Pack(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;
Pack::~Pack() = default;

Result<Pack> Pack::compile(std::vector<PackFile> files) {
  auto bytes = compile_pack(std::move(files));
  if (!bytes) return bytes.error();
  return Pack(rep_of(std::move(*bytes)));
}

Result<Pack> Pack::load(const std::string& overlay_folder) {
  if (overlay_folder.empty()) {
    const std::shared_ptr<const PackTables> constant(std::shared_ptr<void>(), &builtin_tables());
    return Pack(std::make_shared<const Rep>(constant));
  }
  auto overlay = read_pack_folder(overlay_folder);
  if (!overlay) return overlay.error();
  const std::string folder = cache_folder();
  const std::string key = folder.empty() ? "" : cache_key(builtin_bytes(), *overlay);
  if (!key.empty()) {
    if (auto kept = find_cached(folder, key)) return Pack(std::make_shared<const Rep>(std::move(kept)));
  }
  auto bytes = compile_pack(laid_over(std::move(*overlay)));
  if (!bytes) return bytes.error();
  if (!key.empty()) keep_cached(folder, key, *bytes);
  return Pack(rep_of(std::move(*bytes)));
}

Pack Pack::clone() const { return Pack(std::make_shared<const Rep>(rep_->tables)); }

const std::string& Pack::hash() const { return rep_->hash; }

}  // namespace demarche
