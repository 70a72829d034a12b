#include "cli/build_target.h"

#include <chrono>
#include <utility>

#include "cli/output.h"
#include "demarche/export.h"
#include "demarche/graph.h"

namespace demarche::cli {
namespace {

// Documents are committed in groups, because a commit waits for the disk. What a kill can cost is this much work.
constexpr std::chrono::seconds commit_interval{1};

class StoreTarget : public BuildTarget {
 public:
  StoreTarget(Store store, std::string pack_hash) : store_(std::move(store)), pack_hash_(std::move(pack_hash)) {}

  Result<bool> has(const Document& document) override { return store_.has(document, pack_hash_); }

  Result<Done> put(const Document& document, std::vector<Mention> mentions, const std::string& copy_of) override {
    if (!open_) {
      if (auto begun = store_.begin(); !begun) return begun;
      open_ = true;
      begun_ = Clock::now();
    }
    if (auto done = store_.put(document, mentions, pack_hash_, copy_of); !done) return done;
    return Clock::now() - begun_ >= commit_interval ? commit() : Done{};
  }

  Result<Done> add(StoredDocument document) override {
    if (!open_) {
      if (auto begun = store_.begin(); !begun) return begun;
      open_ = true;
      begun_ = Clock::now();
    }
    if (auto added = store_.add(document); !added) return added.error();
    return Clock::now() - begun_ >= commit_interval ? commit() : Done{};
  }

  bool keeps_part() const override { return true; }

  Result<std::vector<Document>> unread() override {
    if (auto merged = merge(); !merged) return merged.error();
    return store_.unread();
  }

  Result<Store::Counts> finish() override {
    if (auto merged = merge(); !merged) return merged.error();
    return store_.counts();
  }

 private:
  using Clock = std::chrono::steady_clock;

  Result<Done> merge() {
    if (auto committed = commit(); !committed) return committed;
    return store_.merge();
  }

  Result<Done> commit() {
    if (!open_) return Done{};
    open_ = false;
    return store_.commit();
  }

  Store store_;
  const std::string pack_hash_;
  bool open_ = false;
  Clock::time_point begun_;
};

class JsonTarget : public BuildTarget {
 public:
  JsonTarget(Output output, bool texts) : output_(std::move(output)), texts_(texts) {}

  Result<bool> has(const Document&) override { return false; }

  // What a copy repeats the merge finds by itself.
  Result<Done> put(const Document& document, std::vector<Mention> mentions, const std::string&) override {
    StoredDocument stored;
    stored.source = source_of(document);
    stored.mentions = std::move(mentions);
    return add(std::move(stored));
  }

  Result<Done> add(StoredDocument document) override {
    if (!texts_) {
      for (Mention& m : document.mentions) m.text.clear();
    }
    builder_.add(std::move(document.source), std::move(document.mentions));
    return Done{};
  }

  bool keeps_part() const override { return false; }

  // One run reads each document once, from the start.
  Result<std::vector<Document>> unread() override { return std::vector<Document>{}; }

  Result<Store::Counts> finish() override {
    const Graph graph = std::move(builder_).finish();
    output_.write(write_json(graph));
    if (auto finished = output_.finish(); !finished) return finished.error();
    return Store::Counts{graph.sources.size(), graph.mentions.size(), graph.actors.size(), graph.interactions.size()};
  }

 private:
  Output output_;
  const bool texts_;
  GraphBuilder builder_;
};

}  // namespace

Result<std::unique_ptr<BuildTarget>> open_build_target(const std::string& path, const std::string& pack_hash,
                                                       bool texts) {
  if (path == "-") return Error{Cause::wrong_use, "-: a graph needs a file; name one like graph.db"};
  if (auto checked = check_output_path(path); !checked) return checked.error();
  if (path.ends_with(".json")) {
    auto output = Output::open(path);
    if (!output) return output.error();
    return std::unique_ptr<BuildTarget>(std::make_unique<JsonTarget>(std::move(*output), texts));
  }
  auto store = Store::open(path, Store::Mode::write);
  if (!store) return store.error();
  store->keep_texts(texts);
  return std::unique_ptr<BuildTarget>(std::make_unique<StoreTarget>(std::move(*store), pack_hash));
}

}  // namespace demarche::cli
