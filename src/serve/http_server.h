// A small HTTP server for reading only: GET and HEAD, answers made by one function.
//
// It is meant for one machine and a few readers. Whoever sends slowly, much, or to another name than this server's is
// turned away. Requests are read and answers written by one thread; the handler runs on others.
#ifndef DEMARCHE_SERVE_HTTP_SERVER_H
#define DEMARCHE_SERVE_HTTP_SERVER_H

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "demarche/error.h"

namespace demarche::serving {

struct Request {
  std::string path;                                        // decoded, valid UTF-8: "/api/actors/p.x"
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in the order of the address
};

struct Response {
  unsigned status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::string policy = "default-src 'none'; frame-ancestors 'none'";  // Content-Security-Policy; empty = none
};

// Called from several threads at once.
using Handler = std::function<Response(const Request&)>;

struct ServerOptions {
  std::string address = "127.0.0.1";             // an IP address, or "localhost"
  unsigned short port = 8080;                    // 0 = any that is free
  unsigned threads = 2;                          // that run the handler
  std::size_t most_connections = 64;             // further ones wait until one ends
  std::size_t most_requests = 16;                // under way or waiting for a thread; further ones get 503
  std::size_t header_bytes = 8192;               // of a request, with its address; more gets 431
  std::chrono::milliseconds read_time{10000};    // for a whole request, however slowly it comes
  std::chrono::milliseconds answer_time{30000};  // for the handler; then 503
  std::chrono::milliseconds write_time{60000};   // for a whole answer
};

class HttpServer {
 public:
  // Listens from now on. Cause::wrong_use for an address that is none; Cause::failed when the port is taken or may not
  // be used; the message says which.
  static Result<HttpServer> open(const ServerOptions& options, Handler handler);

  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  unsigned short port() const;

  // Answers until `stop` is set (looked at ten times a second), then finishes what is under way, for two seconds at
  // most.
  void run(const std::atomic<bool>& stop);

 private:
  struct Rep;
  explicit HttpServer(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

// Decodes "/a%20b?x=1&y=a+b". False for a target that is no path or has a broken escape; invalid UTF-8 is repaired.
bool parse_target(std::string_view target, Request* request);

// Whether a Host header names this server: its address, a loopback name, or any IP address where it listens on all.
// Pages of strangers can make a browser send requests here under their own names (DNS rebinding); those are not for us.
bool names_this_server(std::string_view host, std::string_view address);

}  // namespace demarche::serving

#endif
