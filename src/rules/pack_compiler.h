// Compiling a pack's files into one table. It runs when the program is built (tools/compile_pack.cpp), and at run time
// for packs of the user's own.
#ifndef DEMARCHE_RULES_PACK_COMPILER_H
#define DEMARCHE_RULES_PACK_COMPILER_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/pack.h"
#include "rules/table_writer.h"

namespace demarche::rules {

// Every .toml file under a folder, sorted by path. An error: no such folder, none inside, one that cannot be read.
Result<std::vector<PackFile>> read_pack_folder(const std::string& folder);

// The built-in files with the folder's laid over them, as Pack::load() takes them; "" = the built-in ones. Sorted by
// path. (In pack.cpp: it needs the built-in table.)
Result<std::vector<PackFile>> pack_files(const std::string& overlay_folder);

// Those that name actors, offices and places, in the order of loading. Borrows `files`; REQUIRES them sorted by path.
std::vector<const PackFile*> actor_files(const std::vector<PackFile>& files);

// Whether a pack keeps the texts that it is compiled from: for export, and to lay others over them.
enum class Texts { left_out, kept };

// The bytes of a table with a PackTables root. The same files give the same bytes, in whatever order they come.
// Cause::bad_rules; the message names file, line and fragment.
Result<TableBytes> compile_pack(std::vector<PackFile> files, Texts texts = Texts::left_out);

}  // namespace demarche::rules

#endif
