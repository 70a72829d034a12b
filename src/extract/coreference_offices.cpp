// Offices that the text gives without their state or body: "the President", "the Secretary-General".
#include <algorithm>

#include "extract/coreference.h"
#include "extract/office_words.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

bool has(const std::vector<ActorIndex>& list, ActorIndex a) {
  return std::find(list.begin(), list.end(), a) != list.end();
}

}  // namespace

// "the President": an office of states, that a text of one of them leaves unqualified.
bool Coreference::title_of_state(std::string_view title) {
  return title == "secretary" || title == "vice president" || title == "president" || title == "chancellor" ||
         title == "premier" || title == "prime minister" || title.starts_with("secretary of ") ||
         title.find("minister") != std::string_view::npos;
}

// Whose offices the text names with their state, and whose without.
void Coreference::count_offices(const Sentence& s, const ActorMention& m) {
  if (home_ != no_actor || m.merged || m.title_last == 0 || m.kind != Kind::person) return;
  if (m.country != no_actor) {
    if (g_[m.country].kind == Kind::state && !has(qualified_, m.country)) qualified_.push_back(m.country);
    return;
  }
  if (m.refers != Refers::person || m.former || m.owner != none) return;
  ActorIndex who = m.known;
  if (who == no_actor && m.name_last == m.name_first + 1)
    who = known_by_surname(s, m, text::fold(text::view(text_, s.tokens[m.head])));
  if (who == no_actor || g_[who].home == no_actor || g_[g_[who].home].kind != Kind::state) return;
  if (standing(who, "", false) != 0) unqualified_.push_back(g_[who].home);
}

// The state of those officials whose state the text leaves unsaid, where it says it of all others.
void Coreference::find_own_state() {
  own_ = home_;
  if (own_ != no_actor) return;
  std::erase_if(unqualified_, [&](ActorIndex a) { return has(qualified_, a); });
  if (unqualified_.empty()) return;
  const auto told = [&](ActorIndex a) { return std::count(unqualified_.begin(), unqualified_.end(), a); };
  const ActorIndex most = *std::max_element(unqualified_.begin(), unqualified_.end(),
                                            [&](ActorIndex a, ActorIndex b) { return told(a) < told(b); });
  if (2 * told(most) > static_cast<std::ptrdiff_t>(unqualified_.size())) own_ = most;
}

void Coreference::collected() { find_own_state(); }

// Whom the mention's clause names beside it: "President A assured the President" tells of two.
std::vector<std::uint32_t> Coreference::beside_in_clause(const Sentence& s, const ActorMention& m) const {
  std::vector<std::uint32_t> out;
  if (!m.definite) return out;
  const bool subject = roles_[static_cast<std::size_t>(&m - s.mentions.data())] == Role::subject;
  if (const ActorMention* acts = subject ? nullptr : subject_of(s, m))
    out.assign(acts->entities.begin(), acts->entities.end());
  const auto ends = [&](std::uint32_t i) {
    const Tag t = s.tagged[i].tag;
    if (t == Tag::subordinator || t == Tag::relative || t == Tag::quote || t == Tag::stop) return true;
    return t == Tag::comma && i + 1 < s.tagged.size() && s.tagged[i + 1].tag == Tag::conjunction;
  };
  std::uint32_t from = m.first, to = m.last;
  while (from > 0 && !ends(from - 1)) --from;
  while (to < s.tagged.size() && !ends(to)) ++to;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    if (&o == &m || o.merged || o.refers != Refers::person || o.first < from || o.last > to) continue;
    if (roles_[i] == Role::owner) continue;  // "of A's party, thanked the president": perhaps A
    out.insert(out.end(), o.entities.begin(), o.entities.end());
  }
  return out;
}

// Who holds the office in the text's own state; none where nobody does or nothing tells.
std::uint32_t Coreference::own_holder(const std::string& title, std::string_view category) {
  if (title == "secretary") {
    // Of an American department's text the one whom it names first; else the first of them all.
    Bearers& bearers = bearers_[title];
    for (const Told& t : salience_.told()) {
      const DocEntity& e = entities_[t.entity];
      const bool second = contains_word(e.folded_office, "deputy") || contains_word(e.folded_office, "assistant") ||
                          contains_word(e.folded_office, "under");
      if (labelled() || second || e.kind != Kind::person || e.country != own_) continue;
      if (same_office(t.entity, title, &bearers)) return t.entity;
    }
    const std::uint32_t first = holder("foreign-minister", own_);
    return first != none && same_office(first, title, &bearers) ? first : none;
  }
  const std::uint32_t found = holder(title == "vice president" ? "deputy-head" : category, own_);
  return found != none && same_office(found, title, &bearers_[title]) ? found : none;
}

// The only other bearer of the title whom the text has named, where it has not spoken of its own yet: "Secretary A met
// the President of Oman, B. The President thanked …". A transcript's "the President" is its own.
std::uint32_t Coreference::guest_of_title(const Sentence& s, const std::string& title, std::uint32_t own,
                                          const std::vector<std::uint32_t>& beside) {
  if (labelled() || title == "secretary") return none;
  std::uint32_t found = none;
  Bearers& bearers = bearers_[title];
  for (const std::uint32_t n : salience_.recent()) {
    if (n == own) return none;
    const DocEntity& e = entities_[n];
    if (e.kind != Kind::person || e.described || e.country == own_ || !same_office(n, title, &bearers)) continue;
    if (found != none) return none;
    found = n;
  }
  if (found == none || std::find(beside.begin(), beside.end(), found) != beside.end()) return none;
  const auto& told = salience_.told();
  const auto last = std::find_if(told.rbegin(), told.rend(), [&](const Told& t) { return t.entity == found; });
  return last != told.rend() && s.number - last->sentence <= 4 ? found : none;
}

// "the Secretary-General" of the body that the text has spoken of last; of the United Nations where it has of none. The
// pope is the Holy See's.
std::uint32_t Coreference::head_of_body(const std::string& title) {
  if (title == "pope" || title == "pontiff") {
    const std::vector<ActorIndex> holders = office_holders("head-of-state", "VAT");
    return holders.size() == 1 ? entity_of(holders.front()) : none;
  }
  std::string wanted = title;
  std::replace(wanted.begin(), wanted.end(), '-', ' ');
  if (wanted != "secretary general" && wanted != "director general" && wanted != "high representative" &&
      wanted != "high commissioner")
    return none;
  const auto head = [&](ActorIndex body) {
    if (body == no_actor || g_[body].kind == Kind::person || g_[body].kind == Kind::state) return none;
    for (const char* category : {"organisation-head", "foreign-minister"}) {
      for (const ActorIndex a : office_holders(category, g_[body].id)) {
        const auto& terms = g_[a].terms;
        const bool titled = std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
          return years_outside(t) == 0 && contains_words(t.folded_title, wanted);
        });
        if (titled) return entity_of(a);
      }
    }
    return none;
  };
  for (auto r = salience_.recent().rbegin(); r != salience_.recent().rend(); ++r) {
    const ActorIndex told = entities_[*r].known, of = entities_[*r].described ? entities_[*r].country : no_actor;
    const std::uint32_t known = head(told);
    const std::uint32_t found = known != none ? known : head(of);
    if (found != none) return found;
  }
  const char* const usual = wanted == "secretary general" ? "org.un" : wanted == "high representative" ? "org.eu" : "";
  return head(g_.find_id(usual));
}

}  // namespace demarche::extract
