#include "actors/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "rules/gazetteer.h"
#include "text/fold.h"

namespace demarche::actors {
namespace {

using rules::ActorRow;
using rules::NameKind;
using rules::RowType;

std::string words_of(std::string_view name) {
  std::string out;
  for (const std::string& word : rules::name_words(name)) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

// A list's guess at what an actor is may be wrong, but a person is nobody else.
bool fits(const ActorRow& imported, const ActorRow& known) {
  return (imported.type == RowType::person) == (known.type == RowType::person) || imported.qid == known.qid;
}

class Matcher {
 public:
  explicit Matcher(const rules::Roster& pack) : pack_(pack) {
    for (const ActorRow& row : pack.rows()) {
      if (row.type == RowType::place) continue;
      std::set<std::string>& names = names_[row.id];
      see(row, row.name, NameKind::full, &names);
      for (const rules::RowName& n : row.names) see(row, n.text, n.kind, &names);
      if (!row.qid.empty()) by_qid_.emplace(row.qid, row.id);
    }
  }

  Matched run(std::vector<ActorRow> imported) {
    for (ActorRow& row : imported) {
      const std::string id = known_id(row);
      if (id.empty()) {
        ++out_.fresh;
        row.id = fresh_id(row);
        settle_country(&row);
      } else {
        ++out_.known;
        add_to(id, &row);
      }
      put(std::move(row));
    }
    return std::move(out_);
  }

 private:
  void see(const ActorRow& row, const std::string& name, NameKind kind, std::set<std::string>* names) {
    const std::string words = words_of(name);
    if (words.empty()) return;
    names->insert(words);
    if (kind == NameKind::full) by_name_[words].insert(row.id);
  }

  std::string known_id(const ActorRow& row) const {
    if (!row.id.empty() && pack_.find(row.id) != nullptr) return row.id;
    if (const auto at = by_qid_.find(row.qid); !row.qid.empty() && at != by_qid_.end()) return at->second;
    const auto at = by_name_.find(words_of(row.name));
    if (at == by_name_.end()) return {};
    std::vector<std::string> ids;
    for (const std::string& id : at->second) {
      const ActorRow& known = *pack_.find(id);
      const bool other_qid = !row.qid.empty() && !known.qid.empty();
      const bool other_country = row.type == RowType::person && !row.country.empty() && !known.country.empty() &&
                                 row.country != known.country && pack_.find(row.country) != nullptr;
      if (fits(row, known) && !other_qid && !other_country) ids.push_back(id);
    }
    return ids.size() == 1 ? ids.front() : std::string();
  }

  static std::string fresh_id(const ActorRow& row) {
    if (!row.id.empty()) return row.id;
    const char* prefix = row.type == RowType::person ? "p" : row.type == RowType::group ? "grp" : "org";
    const std::string country = !row.country.empty() ? row.country : row.code;
    if (!row.qid.empty()) return fmt::format("{}.{}", prefix, text::slug(row.qid));
    return fmt::format("{}.{}{}{}", prefix, text::slug(row.name), country.empty() ? "" : "-",
                       country.empty() ? "" : text::slug(country));
  }

  // Codes of regions ("EUR", "AFR") are no states.
  void settle_country(ActorRow* row) const {
    if (row->country.empty() || pack_.find(row->country) != nullptr) return;
    if (row->type != RowType::person && row->code.empty()) row->code = row->country;
    row->country.clear();
  }

  void add_to(const std::string& id, ActorRow* row) {
    const ActorRow& known = *pack_.find(id);
    const std::set<std::string>& names = names_.at(id);
    row->id = id;
    row->type = known.type;
    row->kind = known.kind;
    row->names.insert(row->names.begin(), {row->name, NameKind::full});
    row->name.clear();
    const std::size_t before = row->names.size();
    std::erase_if(row->names, [&](const rules::RowName& n) { return names.contains(words_of(n.text)); });
    out_.names_known += before - row->names.size();
    const std::size_t terms = row->terms.size();
    std::erase_if(row->terms, [&](const rules::RowTerm& t) { return has_term(id, t); });
    out_.terms_known += terms - row->terms.size();
    // What the pack says about the actor itself stands.
    row->qid.clear();
    row->country.clear();
    row->organisation.clear();
    row->code.clear();
    row->sector.clear();
    row->gender.clear();
    row->surname.clear();
    row->since.clear();
    row->until.clear();
  }

  // The same office at a common time.
  bool has_term(const std::string& id, const rules::RowTerm& t) const {
    for (const std::size_t i : pack_.rows_of(id)) {
      for (const rules::RowTerm& known : pack_.rows()[i].terms) {
        if (known.office != t.office || known.of != t.of) continue;
        const bool apart = (!t.until.empty() && !known.from.empty() && t.until < known.from) ||
                           (!known.until.empty() && !t.from.empty() && known.until < t.from);
        if (!apart) return true;
      }
    }
    return false;
  }

  void put(ActorRow row) {
    const auto [at, fresh] = rows_.try_emplace(row.id, out_.rows.size());
    if (fresh) {
      out_.rows.push_back(std::move(row));
      return;
    }
    ActorRow& one = out_.rows[at->second];
    if (!row.name.empty() && row.name != one.name) row.names.insert(row.names.begin(), {row.name, NameKind::full});
    for (rules::RowName& n : row.names) {
      const bool known = n.text == one.name ||
                         std::any_of(one.names.begin(), one.names.end(),
                                     [&](const rules::RowName& o) { return o.text == n.text && o.kind == n.kind; });
      if (!known) one.names.push_back(std::move(n));
    }
    std::move(row.codes.begin(), row.codes.end(), std::back_inserter(one.codes));
    std::move(row.terms.begin(), row.terms.end(), std::back_inserter(one.terms));
  }

  const rules::Roster& pack_;
  std::unordered_map<std::string, std::set<std::string>> names_;    // folded, by id
  std::unordered_map<std::string, std::set<std::string>> by_name_;  // ids by folded whole name
  std::unordered_map<std::string, std::string> by_qid_;
  std::unordered_map<std::string, std::size_t> rows_;
  Matched out_;
};

}  // namespace

Matched match(std::vector<ActorRow> imported, const rules::Roster& pack) {
  return Matcher(pack).run(std::move(imported));
}

}  // namespace demarche::actors
