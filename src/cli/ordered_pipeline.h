// Work on a stream of inputs by several threads, with results in the order of the inputs.
//
// The calling thread pushes inputs and receives results; threads of their own do the work between. Small inputs travel
// in batches, so that handing over costs little. What is under way is bounded: push() waits when the workers are
// behind.
//
// With one thread none is started: push() does the work itself. Threads start one by one as the work demands, so a
// short input costs no more than with one.
//
// Thread safety: push() and finish() from one thread only. Each worker is made and used on its own thread; the
// receiver runs on the calling thread. An exception of a worker comes out of push() or finish().
#ifndef DEMARCHE_CLI_ORDERED_PIPELINE_H
#define DEMARCHE_CLI_ORDERED_PIPELINE_H

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "cli/interrupt.h"

namespace demarche::cli {

template <typename In, typename Out>
class OrderedPipeline {
 public:
  using Worker = std::function<Out(In&&)>;
  // `on_own_thread` is false when the worker runs on the calling thread. Called at most once a thread.
  using MakeWorker = std::function<Worker(bool on_own_thread)>;
  // Returns false when no more results are wanted.
  using Receive = std::function<bool(Out&&)>;

  static constexpr std::size_t batch_weight = 64u << 10;  // with weights in bytes: about 1 ms of extraction
  static constexpr std::size_t batches_per_thread = 4;    // under way at most

  // REQUIRES threads >= 1.
  OrderedPipeline(unsigned threads, MakeWorker make_worker, Receive receive)
      : thread_limit_(threads), make_worker_(std::move(make_worker)), receive_(std::move(receive)) {}

  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  // Work that nobody finished is dropped.
  ~OrderedPipeline() {
    for (std::jthread& thread : threads_) thread.request_stop();
    work_waits_.notify_all();
  }

  // `weight` says how much work the input is, in bytes. False when the receiver wants no more; the rest is dropped.
  bool push(In input, std::size_t weight) {
    if (!wanted_) return false;
    if (thread_limit_ == 1) return deliver(own_worker()(std::move(input)));
    if (filling_ == nullptr) filling_ = std::make_unique<Batch>();
    filling_->inputs.push_back(std::move(input));
    filling_->weight += weight;
    if (filling_->weight >= batch_weight) {
      send();
      receive_ready(thread_limit_ * batches_per_thread);
    }
    return wanted_;
  }

  // Does what is left and delivers it. False when the receiver wants no more. Pushing may go on afterwards.
  bool finish() {
    if (filling_ != nullptr && threads_.empty()) {
      const std::unique_ptr<Batch> last = std::move(filling_);
      for (In& input : last->inputs) {
        if (wanted_) deliver(own_worker()(std::move(input)));
      }
    } else if (filling_ != nullptr) {
      send();
    }
    receive_ready(0);
    return wanted_;
  }

 private:
  struct Batch {
    std::vector<In> inputs;
    std::vector<Out> outputs;
    std::size_t weight = 0;
    bool done = false;  // guarded by mutex_; the rest belongs to the worker until it is set
    std::exception_ptr fault;
  };

  Worker& own_worker() {
    if (!own_worker_) own_worker_ = make_worker_(false);
    return own_worker_;
  }

  bool deliver(Out&& output) {
    if (wanted_) wanted_ = receive_(std::move(output));
    return wanted_;
  }

  void send() {
    bool idle = false;
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(filling_.get());
      idle = idle_ >= waiting_.size();
    }
    under_way_.push_back(std::move(filling_));
    if (!idle && threads_.size() < thread_limit_) {
      threads_.emplace_back([this](std::stop_token stop) { work(stop); });
    }
    work_waits_.notify_one();
  }

  // Delivers the batches that are done at the head of the line, and waits for them while more than `allowed` are under
  // way.
  void receive_ready(std::size_t allowed) {
    while (!under_way_.empty()) {
      Batch& first = *under_way_.front();
      {
        std::unique_lock lock(mutex_);
        if (under_way_.size() > allowed) batch_done_.wait(lock, [&] { return first.done; });
        if (!first.done) return;
      }
      const std::unique_ptr<Batch> batch = std::move(under_way_.front());
      under_way_.pop_front();
      if (batch->fault) std::rethrow_exception(batch->fault);
      for (Out& output : batch->outputs) deliver(std::move(output));
    }
  }

  void work(const std::stop_token& stop) {
    keep_interrupts_from_this_thread();
    Worker worker;
    while (Batch* const batch = take(stop)) {
      try {
        if (!worker) worker = make_worker_(true);
        for (In& input : batch->inputs) batch->outputs.push_back(worker(std::move(input)));
      } catch (...) {
        batch->fault = std::current_exception();
      }
      batch->inputs.clear();
      const std::lock_guard lock(mutex_);
      batch->done = true;
      batch_done_.notify_one();
    }
  }

  // The next batch to work on; nullptr when the pipeline ends.
  Batch* take(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    ++idle_;
    work_waits_.wait(lock, stop, [&] { return !waiting_.empty(); });
    --idle_;
    if (stop.stop_requested()) return nullptr;
    Batch* const batch = waiting_.front();
    waiting_.pop_front();
    return batch;
  }

  const std::size_t thread_limit_;
  const MakeWorker make_worker_;
  const Receive receive_;
  Worker own_worker_;
  bool wanted_ = true;

  std::unique_ptr<Batch> filling_;
  std::deque<std::unique_ptr<Batch>> under_way_;  // in input order

  std::mutex mutex_;
  std::condition_variable_any work_waits_;
  std::condition_variable batch_done_;
  std::deque<Batch*> waiting_;  // guarded by mutex_; points into under_way_
  std::size_t idle_ = 0;        // guarded by mutex_

  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace demarche::cli

#endif
