#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "store/row_reader.h"
#include "store/rows.h"

namespace demarche::store {
namespace {

struct Told {
  std::int64_t independent = 0;
  double confidence = 0;
  std::string date;
  std::int64_t key = 0;
};

// The better one first; the keys stand in the order of the ids.
bool is_better(const Told& a, const Told& b) {
  return std::tie(b.independent, b.confidence, b.date, a.key) < std::tie(a.independent, a.confidence, a.date, b.key);
}

// How many of each side there are, and are left.
struct Sides {
  std::size_t actors = 0, recipients = 0, actors_left = 0, recipients_left = 0;

  // As the explorer cuts a graph (src/explore/part.h): nobody is left alone who dealt with somebody.
  bool still_tell(bool reciprocal) const {
    if (actors_left + recipients_left == 0) return false;
    if ((actors_left == 0) != (actors == 0) || (recipients_left == 0) != (recipients == 0)) return false;
    return !(reciprocal && recipients_left == 0 && actors_left < 2 && actors > 1);
  }
};

// Keeps the best `most`: a heap with the worst of them on top.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}

  void add(const Statement& row) {
    const bool full = kept_.size() == most_;
    if (most_ == 0) return;
    if (full && row.integer(1) < kept_.front().independent) return;
    Told told{row.integer(1), row.real(2), std::string(row.text(3)), row.integer(0)};
    if (full && !is_better(told, kept_.front())) return;
    if (full) {
      std::pop_heap(kept_.begin(), kept_.end(), is_better);
      kept_.pop_back();
    }
    kept_.push_back(std::move(told));
    std::push_heap(kept_.begin(), kept_.end(), is_better);
  }

  std::vector<std::int64_t> keys() const {
    std::vector<std::int64_t> out;
    for (const Told& each : kept_) out.push_back(each.key);
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::size_t most_;
  std::vector<Told> kept_;
};

}  // namespace

// Both tables are read once, side by side, as for the dealings.
BestTold best_told(Database* db, const std::vector<bool>& chosen, std::size_t most) {
  BestTold out;
  Best best(most);
  Statement& rows =
      db->statement("SELECT key, independent, confidence, date, reciprocal FROM interactions ORDER BY key");
  Statement& people = db->statement("SELECT interaction, role, actor FROM participants ORDER BY interaction");
  rows.start();
  people.start();
  bool more = people.next();
  while (rows.next()) {
    Sides sides;
    for (; more && people.integer(0) <= rows.integer(0); more = people.next()) {
      const bool left = chosen[actor_place(people.integer(2), chosen.size(), *db)];
      const bool acts = people.text(1) == "actor";
      ++(acts ? sides.actors : sides.recipients);
      if (left) ++(acts ? sides.actors_left : sides.recipients_left);
    }
    if (!sides.still_tell(rows.integer(4) != 0)) continue;
    ++out.among;
    best.add(rows);
  }
  while (more) more = people.next();
  Statement& id = db->statement("SELECT id FROM interactions WHERE key = ?");
  for (const std::int64_t key : best.keys()) {
    for (id.start(key); id.next();) out.interactions.emplace_back(id.text(0));
  }
  return out;
}

}  // namespace demarche::store
