// The server on a free port of this machine, with clients that behave and clients that do not.
#include "serve/http_server.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "serve/http_client.h"

namespace demarche::serving {
namespace {

using namespace std::chrono_literals;

// Runs until it goes out of scope.
class Running {
 public:
  explicit Running(
      ServerOptions options, Handler handler =
                                 [](const Request& r) {
                                   return Response{200, "text/plain", r.path};
                                 })
      : server_(open(options, std::move(handler))), port_(server_.port()), thread_([this] { server_.run(stop_); }) {}
  ~Running() {
    stop_ = true;
    thread_.join();
  }
  unsigned short port() const { return port_; }

 private:
  static HttpServer open(ServerOptions options, Handler handler) {
    options.port = 0;
    auto server = HttpServer::open(options, std::move(handler));
    REQUIRE(server.ok());
    return std::move(*server);
  }
  HttpServer server_;
  unsigned short port_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

TEST_CASE("an answer carries its type, its length and what browsers should know") {
  const Running server({});
  CHECK(get(server.port(), "/a%20b?x=1") ==
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\n"
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nConnection: close\r\n"
        "Content-Length: 4\r\n\r\n/a b");
}

TEST_CASE("HEAD has the length and no body; a connection is used again") {
  const Running server({});
  const std::string head = get(server.port(), "/abc", "HEAD");
  CHECK(status_of(head) == "200");
  CHECK(head.find("Content-Length: 4\r\n") != std::string::npos);
  CHECK(body_of(head).empty());
  const std::string request = "GET /x HTTP/1.1\r\nHost: localhost\r\n";
  CHECK(body_of(send_and_read(server.port(), request + "\r\n" + request + "Connection: close\r\n\r\n"))
            .ends_with("\r\n\r\n/x"));
}

TEST_CASE("what it does not take") {
  const Running server({});
  const auto answer = [&](const std::string& request) { return status_of(send_and_read(server.port(), request)); };
  const std::string rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  CHECK(answer("POST /" + rest + "\r\n") == "405");
  CHECK(answer("POST /" + rest + "Content-Length: 3\r\n\r\nabc") == "405");
  CHECK(answer("DELETE /" + rest + "\r\n") == "405");
  CHECK(answer("GET /" + rest + "Content-Length: 3\r\n\r\nabc") == "413");
  CHECK(answer("GET /" + rest + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == "413");
  CHECK(answer("GET /%zz" + rest + "\r\n") == "400");
  CHECK(answer("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n") == "403");
  CHECK(answer("GET / HTTP/1.1\r\nConnection: close\r\n\r\n") == "403");
  CHECK(answer("GET /" + std::string(9000, 'a') + rest + "\r\n") == "431");
  CHECK(answer("rubbish\r\n\r\n") == "400");
  CHECK(answer(std::string("\0\x01\xff\r\n\r\n", 7)) == "400");
}

TEST_CASE("who sends slowly is let go, however often a byte comes") {
  ServerOptions options;
  options.read_time = 300ms;
  const Running server(options);
  const auto start = std::chrono::steady_clock::now();
  Client client(server.port());
  client.send("GET / HT");
  for (int i = 0; i < 8; ++i) {
    std::this_thread::sleep_for(60ms);
    client.send("T");
  }
  CHECK(client.rest().empty());
  CHECK(std::chrono::steady_clock::now() - start < 5s);
  CHECK(status_of(get(server.port(), "/")) == "200");
}

// A handler that waits until it is told to go on.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++inside_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void wait_for_somebody() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return inside_ > 0; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int inside_ = 0;
  bool open_ = false;
};

TEST_CASE("more requests than it has places for are turned away, later ones are not") {
  Gate gate;
  ServerOptions options;
  options.most_requests = 1;
  const Running server(options, [&gate](const Request& request) {
    if (request.path == "/slow") gate.wait();
    return Response{200, "text/plain", request.path};
  });
  std::string slow;
  std::thread first([&] { slow = get(server.port(), "/slow"); });
  gate.wait_for_somebody();
  const std::string second = get(server.port(), "/");
  CHECK(status_of(second) == "503");
  CHECK(second.find("Retry-After: 1\r\n") != std::string::npos);
  gate.open();
  first.join();
  CHECK(status_of(slow) == "200");
  CHECK(status_of(get(server.port(), "/")) == "200");
}

TEST_CASE("an answer that takes too long is given up") {
  Gate gate;
  ServerOptions options;
  options.answer_time = 100ms;
  {
    const Running server(options, [&gate](const Request&) {
      gate.wait();
      return Response{};
    });
    CHECK(status_of(get(server.port(), "/")) == "503");
    gate.open();
  }
}

TEST_CASE("a handler that throws costs one answer") {
  const Running server({}, [](const Request&) -> Response { throw std::runtime_error("x"); });
  CHECK(status_of(get(server.port(), "/")) == "500");
  CHECK(status_of(get(server.port(), "/")) == "500");
}

TEST_CASE("further connections wait for a place") {
  ServerOptions options;
  options.most_connections = 2;
  options.read_time = 200ms;
  const Running server(options);
  const Client idle(server.port()), also_idle(server.port());
  CHECK(status_of(get(server.port(), "/")) == "200");
}

TEST_CASE("it stops while clients hold their connections open") {
  const auto start = std::chrono::steady_clock::now();
  {
    const Running server({});
    const Client idle(server.port());
    CHECK(idle.connected());
  }
  CHECK(std::chrono::steady_clock::now() - start < 5s);
}

TEST_CASE("a port that is taken, an address that is none") {
  const Running server({});
  ServerOptions options;
  options.port = server.port();
  const Handler nothing = [](const Request&) { return Response{}; };
  const auto taken = HttpServer::open(options, nothing);
  REQUIRE(!taken.ok());
  CHECK(taken.error().cause == Cause::failed);
  CHECK(taken.error().message ==
        "port " + std::to_string(server.port()) + " of 127.0.0.1 is taken; choose another with --port");
  options.address = "example.org";
  const auto nowhere = HttpServer::open(options, nothing);
  REQUIRE(!nowhere.ok());
  CHECK(nowhere.error().cause == Cause::wrong_use);
  CHECK(nowhere.error().message == "\"example.org\" is no address; write one like 127.0.0.1");
}

}  // namespace
}  // namespace demarche::serving
