#include "serve/http_server.h"

#include <fmt/format.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <limits>
#include <optional>

namespace demarche::serving {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using Error_code = boost::system::error_code;

constexpr std::chrono::milliseconds between_looks{100};
constexpr std::chrono::seconds grace{2};
constexpr unsigned most_requests_a_connection = 1000;

Response refusal(unsigned status, std::string_view words) {
  return {status, "application/json; charset=utf-8", fmt::format("{{\"error\":\"{}\"}}\n", words)};
}

// What all connections share; it outlives them.
struct Shared {
  ServerOptions options;
  Handler handler;
  std::size_t connections = 0;  // for the thread that runs `io` alone, like the next three
  std::size_t requests = 0;
  bool closing = false;
  std::function<void()> connection_ended;
  // Last, so that the threads are joined, and then what waits in `io` is let go, while all else is still there.
  asio::io_context io;
  asio::thread_pool workers;

  Shared(const ServerOptions& given, Handler handle)
      : options(given), handler(std::move(handle)), workers(std::max(1u, given.threads)) {}
};

// One connection. Each step keeps it alive until the next; a step that fails or takes too long lets it go.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared), deadline_(shared.io) {
    ++shared_.connections;
  }
  ~Connection() {
    --shared_.connections;
    if (shared_.connection_ended) shared_.connection_ended();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_.options.header_bytes));
    parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // None is ever read.
    stream_.expires_after(shared_.options.read_time);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](Error_code error, std::size_t) { self->on_read(error); });
  }

 private:
  void on_read(Error_code error) {
    if (error == http::error::header_limit) return write(refusal(431, "the request is too long"), false);
    if (error && error.category() == http::make_error_code(http::error::bad_version).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message) {
      return write(refusal(400, "this is no HTTP request"), false);
    }
    if (error) return;
    const auto& head = parser_->get();
    head_only_ = head.method() == http::verb::head;
    // A body is not read, so whatever follows it could not be told apart from it.
    const bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
    keep_alive_ = head.keep_alive() && !has_body && ++answered_ < most_requests_a_connection;
    if (head.method() != http::verb::get && !head_only_) {
      return write(refusal(405, "only GET and HEAD; this server does not write"), false);
    }
    if (has_body) return write(refusal(413, "a request here has no body"), false);
    const std::string_view host(head[http::field::host].data(), head[http::field::host].size());
    if (!names_this_server(host, shared_.options.address)) {
      return write(refusal(403, "the request names another host than this server"), keep_alive_);
    }
    Request request;
    if (!parse_target({head.target().data(), head.target().size()}, &request)) {
      return write(refusal(400, "this is no address"), keep_alive_);
    }
    if (shared_.requests >= shared_.options.most_requests) {
      return write(refusal(503, "too many requests at once; try again"), keep_alive_);
    }
    answer(std::move(request));
  }

  // The handler runs elsewhere; what it makes comes back to this thread. If time runs out first, nobody wants it any
  // more.
  void answer(Request request) {
    ++shared_.requests;
    waiting_ = true;
    stream_.expires_never();
    deadline_.expires_after(shared_.options.answer_time);
    deadline_.async_wait([self = shared_from_this()](Error_code error) {
      // The late answer must not be taken for that of a next request: this connection gets none.
      if (!error && self->waiting_) self->write(refusal(503, "the answer takes too long; ask for less"), false);
    });
    asio::post(shared_.workers, [self = shared_from_this(), request = std::move(request)]() mutable {
      Shared& shared = self->shared_;
      Response response;
      try {
        response = shared.handler(request);
      } catch (const std::exception&) {
        response = refusal(500, "the answer could not be made");
      }
      asio::post(shared.io, [self = std::move(self), response = std::move(response)]() mutable {
        --self->shared_.requests;
        if (!self->waiting_) return;
        self->deadline_.cancel();
        self->write(std::move(response), self->keep_alive_);
      });
    });
  }

  void write(Response response, bool keep_alive) {
    waiting_ = false;
    keep_alive_ = keep_alive && !shared_.closing;
    message_ = {static_cast<http::status>(response.status), 11};
    message_.set(http::field::content_type, response.type);
    message_.set(http::field::cache_control, "no-store");
    message_.set("X-Content-Type-Options", "nosniff");
    message_.set("Cross-Origin-Resource-Policy", "same-origin");
    message_.set("Referrer-Policy", "no-referrer");
    if (!response.policy.empty()) message_.set("Content-Security-Policy", response.policy);
    if (response.status == 405) message_.set(http::field::allow, "GET, HEAD");
    if (response.status == 503) message_.set(http::field::retry_after, "1");
    message_.keep_alive(keep_alive_);
    message_.content_length(response.body.size());
    if (!head_only_) message_.body() = std::move(response.body);
    stream_.expires_after(shared_.options.write_time);
    const auto done = [self = shared_from_this()](Error_code error, std::size_t) { self->on_written(error); };
    serializer_.emplace(message_);
    if (head_only_) {
      http::async_write_header(stream_, *serializer_, done);
    } else {
      http::async_write(stream_, *serializer_, done);
    }
  }

  void on_written(Error_code error) {
    if (!error && keep_alive_ && !shared_.closing) return read();
    Error_code ignored;
    stream_.socket().shutdown(Tcp::socket::shutdown_both, ignored);
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  Shared& shared_;
  asio::steady_timer deadline_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  http::response<http::string_body> message_;
  std::optional<http::response_serializer<http::string_body>> serializer_;
  unsigned answered_ = 0;
  bool waiting_ = false;
  bool keep_alive_ = true;
  bool head_only_ = false;
};

}  // namespace

struct HttpServer::Rep {
  Shared shared;
  Tcp::acceptor acceptor;
  asio::steady_timer clock;
  bool accepting = false;

  Rep(const ServerOptions& options, Handler handler)
      : shared(options, std::move(handler)), acceptor(shared.io), clock(shared.io) {}

  // At most so many connections; the next waits in the system's queue until one has ended.
  void accept() {
    if (accepting || shared.closing || shared.connections >= shared.options.most_connections) return;
    accepting = true;
    acceptor.async_accept([this](Error_code error, Tcp::socket socket) {
      accepting = false;
      if (shared.closing) return;
      if (!error) std::make_shared<Connection>(std::move(socket), shared)->read();
      accept();
    });
  }

  void watch(const std::atomic<bool>& stop) {
    clock.expires_after(between_looks);
    clock.async_wait([this, &stop](Error_code) {
      if (!stop) return watch(stop);
      shared.closing = true;
      Error_code ignored;
      acceptor.close(ignored);
      wait_for_the_last(std::chrono::steady_clock::now() + grace);
    });
  }

  void wait_for_the_last(std::chrono::steady_clock::time_point latest) {
    if (shared.requests == 0 || std::chrono::steady_clock::now() >= latest) return shared.io.stop();
    clock.expires_after(between_looks);
    clock.async_wait([this, latest](Error_code) { wait_for_the_last(latest); });
  }
};

HttpServer::HttpServer(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;

HttpServer::~HttpServer() {
  if (!rep_) return;
  rep_->shared.workers.stop();
  rep_->shared.workers.join();
}

Result<HttpServer> HttpServer::open(const ServerOptions& options, Handler handler) {
  auto rep = std::make_unique<Rep>(options, std::move(handler));
  Error_code error;
  const auto address = asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, error);
  if (error)
    return Error{Cause::wrong_use, fmt::format("\"{}\" is no address; write one like 127.0.0.1", options.address)};
  const Tcp::endpoint place(address, options.port);
  rep->acceptor.open(place.protocol(), error);
  if (!error) rep->acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) rep->acceptor.bind(place, error);
  if (!error) rep->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    const std::string why = error == asio::error::address_in_use ? "is taken; choose another with --port"
                                                                 : fmt::format("cannot be used ({})", error.message());
    return Error{Cause::failed, fmt::format("port {} of {} {}", options.port, options.address, why)};
  }
  return HttpServer(std::move(rep));
}

unsigned short HttpServer::port() const { return rep_->acceptor.local_endpoint().port(); }

void HttpServer::run(const std::atomic<bool>& stop) {
  rep_->shared.connection_ended = [rep = rep_.get()] { asio::post(rep->shared.io, [rep] { rep->accept(); }); };
  rep_->accept();
  rep_->watch(stop);
  rep_->shared.io.run();
  rep_->shared.connection_ended = nullptr;
}

}  // namespace demarche::serving
