#include "graph/family.h"

#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace demarche::graph {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<std::pair<std::string_view, Contact>, 15> contacts = {{
    {"talk", Contact::talk},
    {"speak", Contact::talk},
    {"discuss", Contact::talk},
    {"consult", Contact::talk},
    {"converse", Contact::talk},
    {"negotiate", Contact::negotiate},
    {"call", Contact::call},
    {"phone", Contact::call},
    {"telephone", Contact::call},
    {"videoconference", Contact::videoconference},
    {"meet", Contact::meet},
    {"visit", Contact::visit},
    {"travel", Contact::visit},
    {"host", Contact::host},
    {"receive", Contact::host},
}};

// Verbs that one event is told with, each with the leading verb of its set.
constexpr std::array<Word, 22> synonyms = {{
    {"condemn", "criticise"}, {"criticize", "criticise"}, {"denounce", "criticise"},
    {"deplore", "criticise"}, {"hail", "praise"},         {"commend", "praise"},
    {"applaud", "praise"},    {"laud", "praise"},         {"ask", "urge"},
    {"demand", "urge"},       {"request", "urge"},        {"call-on", "urge"},
    {"call on", "urge"},      {"press", "urge"},          {"warn", "threaten"},
    {"blame", "accuse"},      {"kick-out", "expel"},      {"send", "write"},
    {"refuse", "reject"},     {"decline", "reject"},      {"impose-sanctions", "sanction"},
    {"endorse", "back"},
}};

constexpr unsigned bit(Contact c) { return 1U << static_cast<unsigned>(c); }

constexpr unsigned bits(std::initializer_list<Contact> list) {
  unsigned out = 0;
  for (const Contact c : list) out |= bit(c);
  return out;
}

// Row i: what may tell of the same event as contact i.
constexpr std::array<unsigned, 8> partners = {
    0,
    ~0U,
    bits({Contact::talk, Contact::negotiate, Contact::meet}),
    bits({Contact::talk, Contact::call, Contact::videoconference}),
    bits({Contact::talk, Contact::call, Contact::videoconference}),
    bits({Contact::talk, Contact::negotiate, Contact::meet, Contact::visit, Contact::host}),
    bits({Contact::talk, Contact::meet, Contact::visit, Contact::host}),
    bits({Contact::talk, Contact::meet, Contact::visit, Contact::host}),
};

}  // namespace

Contact contact_of(std::string_view event, std::string_view action, std::string_view mode) {
  if (event != "CONSULT") return Contact::none;
  for (const auto& [word, contact] : contacts) {
    if (action == word) return contact;
  }
  if (!action.empty()) return Contact::none;
  if (mode == "phone") return Contact::call;
  return mode == "visit" ? Contact::visit : Contact::talk;
}

Family family_of(const Mention& mention) {
  const Contact contact = contact_of(mention.event, mention.action, mention.mode);
  if (contact != Contact::none) return {"contact", contact};
  std::string_view verb = mention.action.empty() ? std::string_view(mention.mode) : std::string_view(mention.action);
  for (const auto& [word, lead] : synonyms) {
    if (verb == word) verb = lead;
  }
  return {mention.event + ' ' + std::string(verb), Contact::none};
}

bool same_event(Contact a, Contact b) { return a == b || (partners[static_cast<std::size_t>(a)] & bit(b)) != 0; }

int detail(Contact contact) {
  constexpr std::array<int, 8> order = {0, 1, 2, 3, 4, 3, 4, 4};
  return order[static_cast<std::size_t>(contact)];
}

bool in_person(Contact contact) {
  return contact == Contact::meet || contact == Contact::host || contact == Contact::negotiate;
}

}  // namespace demarche::graph
