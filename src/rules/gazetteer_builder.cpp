#include "rules/gazetteer_builder.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "text/fold.h"

namespace demarche::rules {
namespace {

bool small_letter(char c) { return c >= 'a' && c <= 'z'; }

bool all_capitals(std::string_view name) {
  bool letter = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter;
}

void put_actor(TableWriter* writer, const ActorSource& a, KnownActor* row) {
  writer->put(&row->id, a.id);
  writer->put(&row->name, a.name);
  writer->put(&row->qid, a.qid);
  writer->put(&row->code, a.code);
  writer->put(&row->sector, a.sector);
  writer->put(&row->surname, a.surname);
  writer->put(&row->adjective, a.adjective);
  writer->put(&row->since, a.since);
  writer->put(&row->until, a.until);
  row->home = a.home;
  row->kind = a.kind;
  row->bloc = a.bloc;
  row->female = a.female;
  row->male = a.male;
}

void put_term(TableWriter* writer, const TermSource& t, Term* row) {
  writer->put(&row->office, t.office);
  writer->put(&row->of, t.of);
  writer->put(&row->title, t.title);
  writer->put(&row->folded_title, text::fold(t.title));
  writer->put(&row->from, t.from);
  writer->put(&row->until, t.until);
}

// Member by member, so that the padding stays zero.
void put_ref(const NameRef& ref, NameRef* row) {
  row->kind = ref.kind;
  row->caps_only = ref.caps_only;
  row->small_first = ref.small_first;
  row->small_last = ref.small_last;
  row->actor = ref.actor;
}

void put_membership(TableWriter* writer, const MembershipSource& m, Membership* row) {
  writer->put(&row->state, m.state);
  writer->put(&row->from, m.from);
  writer->put(&row->until, m.until);
}

void put_code(TableWriter* writer, const CodeSource& c, DatedCode* row) {
  writer->put(&row->code, c.code);
  writer->put(&row->sector, c.sector);
  writer->put(&row->from, c.from);
  writer->put(&row->until, c.until);
}

}  // namespace

ActorIndex GazetteerBuilder::add(ActorSource actor) {
  const auto index = static_cast<ActorIndex>(actors_.size());
  by_id_.emplace(actor.id, index);
  actors_.push_back(std::move(actor));
  return index;
}

void GazetteerBuilder::add_to(ActorIndex actor, std::vector<TermSource> terms, std::vector<MembershipSource> members,
                              std::vector<CodeSource> codes) {
  ActorSource& a = actors_[actor];
  std::move(terms.begin(), terms.end(), std::back_inserter(a.terms));
  std::move(members.begin(), members.end(), std::back_inserter(a.members));
  std::move(codes.begin(), codes.end(), std::back_inserter(a.codes));
}

ActorIndex GazetteerBuilder::find_id(std::string_view id) const {
  const auto it = by_id_.find(std::string(id));
  return it == by_id_.end() ? no_actor : it->second;
}

void GazetteerBuilder::add_name(std::string_view name, NameKind kind, ActorIndex actor) {
  std::uint32_t node = 0, first = 0;
  for (const std::string& word : name_words(name)) {
    const auto [id, fresh_word] = word_ids_.try_emplace(word, static_cast<std::uint32_t>(words_.size() + 1));
    if (fresh_word) words_.push_back(word);
    const std::uint64_t edge = (std::uint64_t{node} << 32) | id->second;
    const auto [next, fresh_edge] = edges_.try_emplace(edge, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh_edge) {
      nodes_[node].children.emplace_back(id->second, next->second);
      nodes_.emplace_back();
    }
    node = next->second;
    if (first == 0) first = node;
  }
  if (node == 0) return;
  const ActorSource& a = actors_[actor];
  const bool small_first = a.kind != Kind::person && small_letter(name.front());
  const bool small_last = a.sector == "IGO" && small_letter(name[name.rfind(' ') + 1]);
  nodes_[first].small = nodes_[first].small || small_first;
  for (NameRef& r : nodes_[node].refs) {
    if (r.actor != actor || r.kind != kind) continue;
    r.caps_only = r.caps_only && all_capitals(name);
    r.small_first = r.small_first || small_first;
    r.small_last = r.small_last || small_last;
    return;
  }
  nodes_[node].refs.push_back({kind, all_capitals(name), small_first, small_last, actor});
}

void GazetteerBuilder::write(TableWriter* writer, Rows<Gazetteer> to) const {
  write_names(writer, to);
  write_actors(writer, to);
  write_persons(writer, to);
  write_offices(writer, to);
}

void GazetteerBuilder::write_actors(TableWriter* writer, Rows<Gazetteer> to) const {
  std::size_t term_count = 0, member_count = 0, code_count = 0;
  std::vector<std::string_view> ids;
  for (const ActorSource& a : actors_) {
    term_count += a.terms.size();
    member_count += a.members.size();
    code_count += a.codes.size();
    ids.push_back(a.id);
  }
  const auto terms = writer->allocate<Term>(term_count);
  const auto members = writer->allocate<Membership>(member_count);
  const auto codes = writer->allocate<DatedCode>(code_count);
  const auto actors = writer->allocate<KnownActor>(actors_.size());
  const auto slots = writer->slots(ids);
  std::size_t term = 0, member = 0, code = 0;
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    const ActorSource& a = actors_[i];
    KnownActor& row = writer->row(actors, i);
    put_actor(writer, a, &row);
    writer->put(&row.terms, terms, term, a.terms.size());
    writer->put(&row.members, members, member, a.members.size());
    writer->put(&row.codes, codes, code, a.codes.size());
    for (const CodeSource& c : a.codes) put_code(writer, c, &writer->row(codes, code++));
    for (const TermSource& t : a.terms) put_term(writer, t, &writer->row(terms, term++));
    for (const MembershipSource& m : a.members) put_membership(writer, m, &writer->row(members, member++));
  }
  writer->put(&writer->row(to).actors_, slots, actors);
}

void GazetteerBuilder::write_persons(TableWriter* writer, Rows<Gazetteer> to) const {
  std::map<std::string, std::vector<ActorIndex>> surnames;
  std::map<std::string, bool> given;
  for (ActorIndex i = 0; i < actors_.size(); ++i) {
    const ActorSource& a = actors_[i];
    if (a.kind != Kind::person) continue;
    const std::vector<std::string> words = name_words(a.name);
    if (words.size() > 1) given[words.front()] = true;
    surnames[text::fold(a.surname)].push_back(i);
    for (const std::string& other : a.surnames) surnames[text::fold(other)].push_back(i);
  }
  const auto rows = writer->allocate<Namesakes>(surnames.size());
  std::size_t i = 0;
  for (const auto& [surname, persons] : surnames) {
    const auto list = writer->values(persons);
    writer->put(&writer->row(rows, i).key, surname);
    writer->put(&writer->row(rows, i++).persons, list);
  }
  const auto slots = writer->slots(keys_of(surnames));
  writer->put(&writer->row(to).surnames_, slots, rows);

  const std::vector<std::string_view> names = keys_of(given);
  const auto given_rows = writer->strings({names.begin(), names.end()});
  const auto given_slots = writer->slots(names);
  writer->put(&writer->row(to).given_names_, given_slots, given_rows);
}

void GazetteerBuilder::write_offices(TableWriter* writer, Rows<Gazetteer> to) const {
  std::map<std::string, std::vector<Holding>> offices;
  for (ActorIndex i = 0; i < actors_.size(); ++i) {
    const std::vector<TermSource>& terms = actors_[i].terms;
    for (std::uint32_t t = 0; t < terms.size(); ++t) offices[terms[t].office + "|" + terms[t].of].push_back({i, t});
  }
  const auto rows = writer->allocate<OfficeHoldings>(offices.size());
  std::size_t i = 0;
  for (const auto& [office, holdings] : offices) {
    const auto list = writer->values(holdings);
    writer->put(&writer->row(rows, i).key, office);
    writer->put(&writer->row(rows, i++).holdings, list);
  }
  const auto slots = writer->slots(keys_of(offices));
  writer->put(&writer->row(to).offices_, slots, rows);
}

void GazetteerBuilder::write_trie(TableWriter* writer, Rows<Gazetteer> to) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order = {{0, 0}};  // (word, builder's node), breadth first
  std::vector<std::uint32_t> first_child;
  std::size_t ref_count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& node = nodes_[order[i].second];
    first_child.push_back(static_cast<std::uint32_t>(order.size()));
    order.insert(order.end(), node.children.begin(), node.children.end());
    std::sort(order.end() - static_cast<std::ptrdiff_t>(node.children.size()), order.end());
    ref_count += node.refs.size();
  }
  first_child.push_back(static_cast<std::uint32_t>(order.size()));
  const auto refs = writer->allocate<NameRef>(ref_count);
  const auto nodes = writer->allocate<NameNode>(first_child.size());
  const auto by_first = writer->allocate<std::uint32_t>(words_.size() + 1);
  std::size_t ref = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::vector<NameRef>& of_node = nodes_[order[i].second].refs;
    writer->row(nodes, i).word = order[i].first;
    writer->row(nodes, i).small = nodes_[order[i].second].small;
    writer->put(&writer->row(nodes, i).refs, refs, ref, of_node.size());
    for (const NameRef& r : of_node) put_ref(r, &writer->row(refs, ref++));
  }
  for (std::size_t i = 0; i < first_child.size(); ++i) writer->row(nodes, i).first_child = first_child[i];
  for (std::uint32_t i = first_child[0]; i < first_child[1]; ++i) writer->row(by_first, order[i].first) = i;
  writer->put(&writer->row(to).nodes_, nodes);
  writer->put(&writer->row(to).by_first_, by_first);
}

void GazetteerBuilder::write_names(TableWriter* writer, Rows<Gazetteer> to) const {
  write_trie(writer, to);
  const auto words = writer->strings(words_);
  const auto slots = writer->slots({words_.begin(), words_.end()});
  writer->put(&writer->row(to).words_, slots, words);
}

}  // namespace demarche::rules
