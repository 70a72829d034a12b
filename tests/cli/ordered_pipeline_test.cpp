#include "cli/ordered_pipeline.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace demarche::cli {
namespace {

using Pipeline = OrderedPipeline<int, std::string>;

constexpr std::size_t whole_batch = Pipeline::batch_weight;

Pipeline::MakeWorker plain_worker() {
  return [](bool) { return [](int&& n) { return std::to_string(n); }; };
}

std::string run(unsigned threads, int inputs, std::size_t weight) {
  std::string out;
  Pipeline pipeline(threads, plain_worker(), [&](std::string&& s) {
    out += s + ",";
    return true;
  });
  for (int i = 0; i < inputs; ++i) CHECK(pipeline.push(int(i), weight));
  CHECK(pipeline.finish());
  return out;
}

TEST_CASE("the order of the results is the order of the inputs, for any number of threads and any batches") {
  const std::string expected = run(1, 500, 0);
  CHECK(expected.starts_with("0,1,2,"));
  CHECK(expected.ends_with(",499,"));
  for (unsigned threads : {1u, 2u, 3u, 8u}) {
    for (std::size_t weight : {std::size_t{0}, std::size_t{1000}, whole_batch / 3, whole_batch}) {
      CHECK(run(threads, 500, weight) == expected);
    }
  }
  CHECK(run(4, 0, 0).empty());
}

TEST_CASE("order holds when the work takes uneven time") {
  std::vector<int> out;
  OrderedPipeline<int, int> pipeline(
      4,
      [](bool) {
        return [](int&& n) {
          std::this_thread::sleep_for(std::chrono::microseconds((n * 7919) % 997));
          return n;
        };
      },
      [&](int&& n) {
        out.push_back(n);
        return true;
      });
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i) pipeline.push(int(i), random() % (2 * whole_batch));
  pipeline.finish();
  REQUIRE(out.size() == 400);
  CHECK(std::is_sorted(out.begin(), out.end()));
}

TEST_CASE("one thread: none is started, each result comes at once") {
  const std::thread::id here = std::this_thread::get_id();
  int received = 0;
  Pipeline pipeline(
      1,
      [&](bool own_thread) {
        CHECK(!own_thread);
        return [&](int&& n) {
          CHECK(std::this_thread::get_id() == here);
          return std::to_string(n);
        };
      },
      [&](std::string&&) { return ++received > 0; });
  pipeline.push(1, 1);
  CHECK(received == 1);
}

TEST_CASE("a short input starts no thread, and no more threads start than there is work for") {
  std::atomic<int> here{0}, threads{0};
  const auto make_worker = [&](bool own_thread) {
    ++(own_thread ? threads : here);
    return [](int&& n) { return std::to_string(n); };
  };
  const auto receive = [](std::string&&) { return true; };
  {
    Pipeline pipeline(8, make_worker, receive);
    for (int i = 0; i < 10; ++i) pipeline.push(int(i), 100);
    pipeline.finish();
  }
  CHECK(here == 1);
  CHECK(threads == 0);
  {
    Pipeline pipeline(8, make_worker, receive);
    pipeline.push(1, whole_batch);
    pipeline.push(2, whole_batch);
    pipeline.finish();
  }
  CHECK(threads <= 2);
}

TEST_CASE("results go to the calling thread, workers are made on their own") {
  const std::thread::id here = std::this_thread::get_id();
  std::atomic<bool> apart{true};
  Pipeline pipeline(
      2,
      [&](bool own_thread) {
        if (own_thread && std::this_thread::get_id() == here) apart = false;
        return [](int&& n) { return std::to_string(n); };
      },
      [&](std::string&&) {
        CHECK(std::this_thread::get_id() == here);
        return true;
      });
  for (int i = 0; i < 20; ++i) pipeline.push(int(i), whole_batch);
  pipeline.finish();
  CHECK(apart);
}

TEST_CASE("what is under way is bounded") {
  constexpr unsigned threads = 2;
  int pushed = 0, received = 0, most = 0;
  Pipeline pipeline(threads, plain_worker(), [&](std::string&&) { return ++received > 0; });
  for (int i = 0; i < 500; ++i) {
    pipeline.push(int(i), whole_batch);
    most = std::max(most, ++pushed - received);
  }
  pipeline.finish();
  CHECK(received == 500);
  CHECK(most <= static_cast<int>(threads * Pipeline::batches_per_thread) + 1);
}

TEST_CASE("a receiver that has enough ends the run") {
  for (unsigned threads : {1u, 3u}) {
    int received = 0, pushed = 0;
    Pipeline pipeline(threads, plain_worker(), [&](std::string&&) { return ++received < 5; });
    while (pushed < 1000 && pipeline.push(int(pushed), whole_batch)) ++pushed;
    CHECK(pushed < 100);
    CHECK(!pipeline.finish());
    CHECK(received == 5);
  }
}

TEST_CASE("pushing may go on after finish") {
  std::string out;
  Pipeline pipeline(2, plain_worker(), [&](std::string&& s) {
    out += s;
    return true;
  });
  for (int i = 0; i < 4; ++i) {
    pipeline.push(int(i), i % 2 == 0 ? whole_batch : 1);
    pipeline.finish();
  }
  CHECK(out == "0123");
}

TEST_CASE("an exception of a worker comes out on the calling thread") {
  for (unsigned threads : {1u, 2u}) {
    const auto make_worker = [](bool) {
      return [](int&& n) {
        if (n == 7) throw std::runtime_error("seven");
        return std::to_string(n);
      };
    };
    const auto all = [&] {
      Pipeline pipeline(threads, make_worker, [](std::string&&) { return true; });
      for (int i = 0; i < 50; ++i) pipeline.push(int(i), whole_batch);
      pipeline.finish();
    };
    CHECK_THROWS_WITH(all(), "seven");
  }
}

TEST_CASE("a pipeline that is thrown away in the middle of the work ends its threads") {
  Pipeline pipeline(
      3,
      [](bool) {
        return [](int&& n) {
          std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return std::to_string(n);
        };
      },
      [](std::string&&) { return true; });
  for (int i = 0; i < 8; ++i) pipeline.push(int(i), whole_batch);
}

}  // namespace
}  // namespace demarche::cli
