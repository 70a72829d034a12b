// The reports of `demarche serve`: profile, timeline, path, top, communities, changes, disputes. Each answers what the
// command of its name prints with --format json.
#ifndef DEMARCHE_CLI_API_REPORTS_H
#define DEMARCHE_CLI_API_REPORTS_H

#include <optional>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/report.h"
#include "serve/http_server.h"

namespace demarche::cli {

// nullopt when the request is for no report. Cause::wrong_use for a parameter that is unknown, missing or wrong.
// Thread safety: pure.
std::optional<Result<Report>> requested_report(const Graph& graph, const serving::Request& request);

}  // namespace demarche::cli

#endif
