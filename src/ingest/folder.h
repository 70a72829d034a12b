// The files of a folder and of the folders in it.
#ifndef DEMARCHE_INGEST_FOLDER_H
#define DEMARCHE_INGEST_FOLDER_H

#include <functional>
#include <string>

#include "ingest/reading.h"

namespace demarche::ingesting {

// True when the file is read by its name (.txt, .md, .markdown, .jsonl, .ndjson, in any case).
bool has_known_name(const std::string& path);

// Calls `on_file` with every file that can hold documents, sorted by name in each folder, until it returns false or
// reading stops. Passed over in silence: hidden names, folders that are symbolic links, what is no regular file. Passed
// over with a problem: what cannot be opened, what is not text. Only one folder's names of each depth are in memory.
void walk_folder(const std::string& folder, Reading* reading, const std::function<bool(const std::string&)>& on_file);

// True when walk_folder() would call `on_file` at least once. Reports nothing.
bool holds_readable_file(const std::string& folder);

}  // namespace demarche::ingesting

#endif
