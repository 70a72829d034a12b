#include "ingest/converter.h"

#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

extern char** environ;

namespace demarche::ingesting {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_answer = 256u << 20;
constexpr unsigned protocol = 2;  // as in src/convert/main.cpp, which reads no other

// Beside the program, where it is built; in its libexec folder, where it is installed.
std::string find_program() {
  std::error_code error;
  const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"demarche-convert", "../demarche-convert", "../libexec/demarche/demarche-convert"}) {
    const fs::path path = here / place;
    if (!error && ::access(path.c_str(), X_OK) == 0) return path.string();
  }
  return ::access(DEMARCHE_CONVERT, X_OK) == 0 ? DEMARCHE_CONVERT : "";
}

}  // namespace

bool Converter::may_try_again() const { return errno == EINTR && (stop_ == nullptr || !stop_->load()); }

void Converter::wait_at_most(unsigned seconds) const {
  const timeval time{static_cast<time_t>(seconds), 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

bool Converter::send_all(const char* bytes, std::size_t size) const {
  while (size > 0) {
    const ssize_t n = ::send(socket_, bytes, size, MSG_NOSIGNAL);
    if (n < 0 && may_try_again()) continue;
    if (n <= 0) return false;
    bytes += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

bool Converter::receive_all(char* bytes, std::size_t size) const {
  while (size > 0) {
    const ssize_t n = ::recv(socket_, bytes, size, 0);
    if (n < 0 && may_try_again()) continue;
    if (n <= 0) return false;
    bytes += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

Converter::~Converter() {
  if (process_ > 0) end(false);
}

bool Converter::start() {
  if (process_ > 0) return true;
  const std::string program = find_program();
  std::array<int, 2> ends{};
  if (program.empty() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string name = program;
  std::array<char*, 2> arguments = {name.data(), nullptr};
  pid_t process = -1;
  const int error = ::posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    return false;
  }
  socket_ = ends[0];
  process_ = process;
  return true;
}

std::string Converter::end(bool silent) {
  ::close(socket_);
  // It heeds no milder signal, see src/convert.
  if (silent || (stop_ != nullptr && stop_->load())) ::kill(process_, SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  socket_ = process_ = -1;
  if (silent) return "does not answer";
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) return "takes too long";
  if (WIFEXITED(status) && WEXITSTATUS(status) == 1) return "demarche-convert is of another version";
  return "crashes the library that reads it";
}

nlohmann::json Converter::convert(std::string_view kind, std::string_view bytes, Allowance allowance,
                                  std::string* fault) {
  if (!start()) {
    *fault = "demarche-convert is not installed beside demarche";
    return {};
  }
  // src/convert/main.cpp reads the same: a line of words, then the bytes; the answer is its size, then JSON.
  errno = 0;
  wait_at_most(30 + 20 * allowance.seconds);
  const std::string head =
      fmt::format("{} {} {} {} {}\n", protocol, kind, allowance.seconds, allowance.pages, bytes.size());
  std::uint64_t size = 0;
  std::string answer;
  bool whole = send_all(head.data(), head.size()) && send_all(bytes.data(), bytes.size()) &&
               receive_all(reinterpret_cast<char*>(&size), sizeof size) && size <= largest_answer;
  if (whole) {
    answer.resize(static_cast<std::size_t>(size));
    whole = receive_all(answer.data(), answer.size());
  }
  const bool silent = !whole && errno == EAGAIN;
  auto out = whole ? nlohmann::json::parse(answer, nullptr, false) : nlohmann::json();
  if (out.is_object()) return out;
  *fault = end(silent);
  if (*fault == "takes too long") *fault = fmt::format("takes more than {} s", allowance.seconds);
  return {};
}

}  // namespace demarche::ingesting
