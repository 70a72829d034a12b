#include <algorithm>
#include <string>
#include <string_view>

#include "serve/http_server.h"
#include "text/utf8.h"

namespace demarche::serving {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool decode(std::string_view escaped, bool plus_is_space, std::string* out) {
  std::string bytes;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '+' && plus_is_space) {
      bytes.push_back(' ');
    } else if (escaped[i] != '%') {
      bytes.push_back(escaped[i]);
    } else {
      if (i + 2 >= escaped.size() || digit(escaped[i + 1]) < 0 || digit(escaped[i + 2]) < 0) return false;
      bytes.push_back(static_cast<char>(digit(escaped[i + 1]) * 16 + digit(escaped[i + 2])));
      i += 2;
    }
  }
  *out = text::repair_utf8(bytes);
  return true;
}

bool is_ip(std::string_view name) {
  if (name.starts_with('[')) return name.ends_with(']');
  return !name.empty() && name.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace

bool parse_target(std::string_view target, Request* request) {
  if (!target.starts_with('/')) return false;
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  if (!decode(target.substr(0, mark), false, &request->path)) return false;
  if (mark == std::string_view::npos) return true;
  std::string_view rest = target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t sign = std::min(pair.find('='), pair.size());
    auto& [name, value] = request->query.emplace_back();
    if (!decode(pair.substr(0, sign), true, &name)) return false;
    if (!decode(pair.substr(std::min(pair.size(), sign + 1)), true, &value)) return false;
  }
  return true;
}

bool names_this_server(std::string_view host, std::string_view address) {
  std::string name(without_port(host));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
  if (name == address || name == "[" + std::string(address) + "]") return true;
  return (address == "0.0.0.0" || address == "::") && is_ip(name);
}

}  // namespace demarche::serving
