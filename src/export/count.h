// What a file really holds: each format read back by a reader of its own, for `export --verify`.
#ifndef DEMARCHE_EXPORT_COUNT_H
#define DEMARCHE_EXPORT_COUNT_H

#include <string>

#include "demarche/export.h"

namespace demarche::exporting {

using Counter = Result<ExportCounts> (*)(const std::string& path, const ExportOptions& options);

Result<ExportCounts> count_json(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_cytoscape(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_graphml(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_gexf(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_folder(const std::string& path, const ExportOptions& options);  // of two tables
Result<ExportCounts> count_csv(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_lines(const std::string& path, const ExportOptions& options);  // of JSON
Result<ExportCounts> count_rows(const std::string& path, const ExportOptions& options);   // of GDELT
Result<ExportCounts> count_cypher(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_nquads(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_turtle(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_report(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_vault(const std::string& path, const ExportOptions& options);
Result<ExportCounts> count_dot(const std::string& path, const ExportOptions& options);

}  // namespace demarche::exporting

#endif
