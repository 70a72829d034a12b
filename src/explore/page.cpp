#include <string>
#include <string_view>

#include "demarche/explore.h"
#include "explore/embedded.h"

namespace demarche {
namespace {

// Both stand in the page exactly once; explorer/bundle.mjs sees to it.
constexpr std::string_view data_place = "{\"demarche\":\"data\"}";
constexpr std::string_view no_requests = "connect-src 'none'";
constexpr std::string_view own_requests = "connect-src 'self'";

std::string_view page() {
  return {demarche_explorer_page_data,
          static_cast<std::size_t>(demarche_explorer_page_end - demarche_explorer_page_data)};
}

}  // namespace

bool has_explorer_page() { return !page().empty(); }

Result<std::string> explorer_page(const ExploreData& data, bool served) {
  const std::size_t data_at = page().find(data_place);
  const std::size_t policy_at = page().find(no_requests);
  if (data_at == std::string_view::npos || policy_at == std::string_view::npos || policy_at > data_at) {
    return Error{Cause::failed,
                 "this program was built without the explorer's page; install nodejs and npm and build it again"};
  }
  std::string out;
  out.reserve(page().size() + data.json.size());
  out.append(page().substr(0, policy_at)).append(served ? own_requests : no_requests);
  out.append(page().substr(policy_at + no_requests.size(), data_at - policy_at - no_requests.size()));
  out.append(data.json).append(page().substr(data_at + data_place.size()));
  return out;
}

std::string explorer_notices() {
  return {demarche_explorer_notices_data,
          static_cast<std::size_t>(demarche_explorer_notices_end - demarche_explorer_notices_data)};
}

}  // namespace demarche
