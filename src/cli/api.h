// The answers of `demarche serve`: the explorer's page and the read-only JSON API that docs/openapi.yaml describes.
//
// Thread safety: answer() may be called from several threads at once.
#ifndef DEMARCHE_CLI_API_H
#define DEMARCHE_CLI_API_H

#include <memory>
#include <string>

#include "cli/served_graph.h"
#include "demarche/error.h"
#include "demarche/explore.h"
#include "serve/http_server.h"

namespace demarche::cli {

class Api {
 public:
  // Lays the page out once. Fails like explore_data(); without the page (built without npm) only the API answers.
  static Result<Api> open(ServedGraph graph, ExploreOptions options);

  Api(Api&&) noexcept;
  Api& operator=(Api&&) noexcept;
  ~Api();

  serving::Response answer(const serving::Request& request) const;

  const std::string& note() const;  // what the page leaves out

 private:
  struct Rep;
  explicit Api(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche::cli

#endif
