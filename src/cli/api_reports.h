// The reports of `demarche serve`: profile, timeline, path, top, communities, changes, disputes. Each answers what the
// command of its name prints with --format json.
#ifndef DEMARCHE_CLI_API_REPORTS_H
#define DEMARCHE_CLI_API_REPORTS_H

#include <optional>

#include "cli/served_graph.h"
#include "demarche/error.h"
#include "demarche/query.h"
#include "serve/http_server.h"

namespace demarche::cli {

struct RequestedReport {
  Query query;
  ServedGraph::Kind kind = ServedGraph::Kind::as_asked;
};

// nullopt when the request is for no report. Cause::wrong_use for a parameter that is unknown, missing or wrong.
// Thread safety: pure.
std::optional<Result<RequestedReport>> requested_report(const serving::Request& request);

}  // namespace demarche::cli

#endif
