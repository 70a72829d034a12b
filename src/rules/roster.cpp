#include "rules/roster.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "rules/gazetteer_file.h"
#include "rules/pack_compiler.h"
#include "text/fold.h"

namespace demarche::rules {
namespace {

constexpr unsigned short_name = 5;  // up to here one wrong letter is near, above it two

unsigned slips_for(std::string_view word) { return word.size() <= short_name ? 1 : 2; }

bool holds_words(const std::vector<std::string>& name, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const std::string& word) { return std::find(name.begin(), name.end(), word) != name.end(); });
}

bool near_word(std::string_view a, std::string_view b) {
  if (a.size() < 3 || b.size() < 3) return a == b;
  const unsigned limit = slips_for(a);
  return text::edit_distance(a, b, limit) <= limit;
}

bool near_words(const std::vector<std::string>& name, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::any_of(name.begin(), name.end(), [&](const std::string& n) { return near_word(word, n); });
  });
}

// "Poland's foreign ministry", "the foreign ministry of Poland": also by the state's adjective, as its bodies are
// named. Empty where no state is named.
std::vector<std::string> by_adjective(const Roster& roster, const std::vector<std::string>& wanted) {
  std::vector<std::string> words;
  for (const std::string& word : wanted) {
    if (word != "the" && word != "of" && word != "'s" && word != "\u2019s") words.push_back(word);
  }
  std::vector<std::string> best;
  std::size_t longest = 0;
  for (const ActorRow& row : roster.rows()) {
    if (row.type != RowType::state) continue;
    const auto adjective = std::find_if(row.names.begin(), row.names.end(),
                                        [](const RowName& n) { return n.kind == NameKind::adjective; });
    if (adjective == row.names.end()) continue;
    const auto see = [&](const std::string& name) {
      const std::vector<std::string> state = name_words(name);
      const auto at = std::search(words.begin(), words.end(), state.begin(), state.end());
      if (state.size() <= longest || state.size() == words.size() || at == words.end()) return;
      longest = state.size();
      const std::vector<std::string> instead = name_words(adjective->text);
      best.assign(words.begin(), at);
      best.insert(best.end(), instead.begin(), instead.end());
      best.insert(best.end(), at + static_cast<std::ptrdiff_t>(state.size()), words.end());
    };
    see(row.name);
    for (const RowName& n : row.names) {
      if (n.kind == NameKind::full) see(n.text);
    }
  }
  return best;
}

bool fits(const std::vector<std::string>& wanted, const std::string& name, NameFit* fit) {
  const std::vector<std::string> words = name_words(name);
  if (words == wanted) {
    *fit = NameFit::exact;
  } else if (holds_words(words, wanted)) {
    *fit = NameFit::words;
  } else if (near_words(words, wanted)) {
    *fit = NameFit::near;
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<Roster> Roster::read(const std::vector<PackFile>& files) {
  Roster roster;
  for (const PackFile* file : actor_files(files)) {
    auto table = parse_toml(file->text, file->path);
    if (!table) return table.error();
    auto rows = read_actor_file(*table, file->path);
    if (!rows) return rows.error();
    std::move(rows->begin(), rows->end(), std::back_inserter(roster.rows_));
  }
  in_order_of_loading(&roster.rows_);
  for (std::size_t i = 0; i < roster.rows_.size(); ++i) {
    if (!roster.rows_[i].id.empty()) roster.by_id_[roster.rows_[i].id].push_back(i);
  }
  return roster;
}

const std::vector<std::size_t>& Roster::rows_of(std::string_view id) const {
  static const std::vector<std::size_t> none;
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? none : found->second;
}

const ActorRow* Roster::find(std::string_view id) const {
  const std::vector<std::size_t>& rows = rows_of(id);
  return rows.empty() ? nullptr : &rows_[rows.front()];
}

std::vector<Roster::Held> Roster::held_of(std::string_view id) const {
  std::vector<Held> out;
  for (const ActorRow& row : rows_) {
    for (const RowTerm& term : row.terms) {
      if (term.of == id) out.push_back({find(row.id), &term});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Held& a, const Held& b) {
    return std::tie(a.term->office, a.term->from, a.term->until) <
           std::tie(b.term->office, b.term->from, b.term->until);
  });
  return out;
}

std::vector<Found> search(const Roster& roster, std::string_view name, std::size_t limit) {
  const std::vector<std::string> wanted = name_words(name);
  if (wanted.empty()) return {};
  const std::vector<std::string> with_adjective = by_adjective(roster, wanted);
  std::map<std::string_view, Found> best;  // by id
  const auto see = [&](const ActorRow& row, const std::string& of_row) {
    NameFit fit;
    const bool body = row.type == RowType::organisation && !with_adjective.empty();
    if (!fits(wanted, of_row, &fit) && !(body && fits(with_adjective, of_row, &fit))) return;
    const auto [at, fresh] = best.try_emplace(row.id, Found{roster.find(row.id), of_row, fit});
    if (!fresh && fit < at->second.fit) at->second = {roster.find(row.id), of_row, fit};
  };
  for (const ActorRow& row : roster.rows()) {
    if (row.type == RowType::place) continue;
    see(row, row.name);
    for (const RowName& n : row.names) see(row, n.text);
    if (!row.surname.empty()) see(row, row.surname);
  }
  std::vector<Found> out;
  for (auto& [id, found] : best) out.push_back(std::move(found));
  std::stable_sort(out.begin(), out.end(), [](const Found& a, const Found& b) {
    return std::tie(a.fit, a.row->name) < std::tie(b.fit, b.row->name);
  });
  // Near misses are for when nothing fits.
  if (!out.empty() && out.front().fit != NameFit::near) {
    std::erase_if(out, [](const Found& f) { return f.fit == NameFit::near; });
  }
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace demarche::rules
