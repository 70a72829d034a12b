// Addresses and host names, one row each.
#include <doctest/doctest.h>

#include <string>

#include "serve/http_server.h"

namespace demarche::serving {
namespace {

std::string parsed(std::string_view target) {
  Request request;
  if (!parse_target(target, &request)) return "no";
  std::string out = request.path;
  for (const auto& [name, value] : request.query) out += " " + name + "=" + value;
  return out;
}

TEST_CASE("addresses") {
  CHECK(parsed("/") == "/");
  CHECK(parsed("/a?x=1&y=2") == "/a x=1 y=2");
  CHECK(parsed("/a%20b/c+d?q=e+f%2Bg") == "/a b/c+d q=e f+g");
  CHECK(parsed("/?x=1&x=2&&z") == "/ x=1 x=2 z=");
  CHECK(parsed("/?q=a=b") == "/ q=a=b");
  CHECK(parsed("/a#b") == "/a");
  CHECK(parsed("/%C3%A9?q=%c3%a9") == "/é q=é");
  CHECK(parsed("/%ff") == "/\uFFFD");
  CHECK(parsed("/%") == "no");
  CHECK(parsed("/%4") == "no");
  CHECK(parsed("/?q=%zz") == "no");
  CHECK(parsed("/?%zz=q") == "no");
  CHECK(parsed("http://elsewhere/") == "no");
  CHECK(parsed("*") == "no");
  CHECK(parsed("") == "no");
}

TEST_CASE("only names of this server are ours") {
  for (const char* host : {"localhost", "localhost:8080", "LOCALHOST", "127.0.0.1:1", "[::1]", "[::1]:8080"}) {
    CHECK_MESSAGE(names_this_server(host, "127.0.0.1"), host);
  }
  for (const char* host :
       {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.7", "[::2]"}) {
    CHECK_MESSAGE(!names_this_server(host, "127.0.0.1"), host);
  }
  CHECK(names_this_server("10.0.0.7:80", "10.0.0.7"));
  CHECK(names_this_server("10.0.0.7:80", "0.0.0.0"));
  CHECK(names_this_server("[fe80::1]:80", "::"));
  CHECK(!names_this_server("evil.example", "0.0.0.0"));
}

}  // namespace
}  // namespace demarche::serving
