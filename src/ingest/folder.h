// The files of a folder and of the folders in it.
#ifndef DEMARCHE_INGEST_FOLDER_H
#define DEMARCHE_INGEST_FOLDER_H

#include <functional>
#include <string>

#include "ingest/reading.h"

namespace demarche::ingesting {

// Calls `on_file` with every file, sorted by name in each folder, until it returns false or reading stops. Hidden names
// are passed over in silence. Passed over with a problem: what may not be read, links to files outside of the folder
// and to folders (they may loop), what is no regular file (pipes, devices), folders too deep in each other. Only one
// folder's names of each depth are in memory.
void walk_folder(const std::string& folder, Reading* reading, const std::function<bool(const std::string&)>& on_file);

// True when at least one of these files looks as if it held documents. Reports nothing.
bool holds_readable_file(const std::string& folder);

}  // namespace demarche::ingesting

#endif
