// Packs that --rules has compiled, kept between runs: compiling takes half a second and more, reading one back some
// milliseconds.
//
// They lie in $XDG_CACHE_HOME/demarche, else ~/.cache/demarche; DEMARCHE_CACHE names another folder, and "off" turns
// this off. A file is known by the program's own tables and by every path and text of the folder, so none can be out of
// date. One that is not this user's alone, or not whole, is not read. Whatever goes wrong, the pack is compiled:
// nothing here fails. The newest few are kept.
//
// Thread safety: functions of the process and its file system; any number of processes may use one folder.
#ifndef DEMARCHE_RULES_PACK_CACHE_H
#define DEMARCHE_RULES_PACK_CACHE_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/pack.h"
#include "rules/pack_data.h"
#include "rules/table_writer.h"

namespace demarche::rules {

// "" when there is to be no cache, or no place for it.
std::string cache_folder();

// 16 hexadecimal digits: `program` is the built-in table, `files` those laid over it, sorted by path.
std::string cache_key(std::string_view program, const std::vector<PackFile>& files);

// The pack of this key, or nullptr. It stays mapped as long as somebody holds it.
std::shared_ptr<const PackTables> find_cached(const std::string& folder, const std::string& key);

// Keeps a compiled pack for the next time; older ones beyond a few are removed.
void keep_cached(const std::string& folder, const std::string& key, const TableBytes& pack);

}  // namespace demarche::rules

#endif
