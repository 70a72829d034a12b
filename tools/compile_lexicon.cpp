// Compiles Debian's wordnet-base into the lexicon table of src/rules/lexicon.h. Runs at build time:
//   compile_lexicon WORDNET_FOLDER OUTPUT
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/lexicon.h"
#include "rules/lexicon_table.h"

namespace {

using namespace demarche::rules;

struct Word {
  std::string verb_lemma, noun_lemma;
  unsigned forms = 0;
  unsigned verb_count = 0, noun_count = 0, adjective_count = 0;
  int noun_class = 0;
  bool person = false, group = false;
};

using Words = std::map<std::string, Word>;
// From cntlist.rev: occurrences by lemma, part of speech and lexicographer file.
using Counts = std::unordered_map<std::string, std::map<std::pair<char, int>, unsigned>>;

[[noreturn]] void fail(const std::string& message) {
  std::cerr << "compile_lexicon: " << message << "\n";
  std::exit(1);
}

std::ifstream open(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail(path + ": cannot be read; install wordnet-base");
  return in;
}

bool single_word(const std::string& s) {
  return !s.empty() && s.size() < 200 &&
         std::all_of(s.begin(), s.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '\''; });
}

Counts read_counts(const std::string& folder) {
  Counts counts;
  std::ifstream in = open(folder + "/cntlist.rev");
  std::string key;
  int number = 0;
  unsigned count = 0;
  while (in >> key >> number >> count) {
    const std::size_t percent = key.find('%');
    if (percent == std::string::npos) continue;
    counts[key.substr(0, percent)][{key[percent + 1], std::stoi(key.substr(percent + 3))}] += count;
  }
  return counts;
}

unsigned total(const Counts& counts, const std::string& lemma, char pos) {
  const auto it = counts.find(lemma);
  unsigned sum = 0;
  if (it == counts.end()) return 0;
  for (const auto& [key, n] : it->second) {
    if (key.first == pos || (pos == '3' && key.first == '5')) sum += n;
  }
  return sum;
}

std::unordered_map<std::string, std::vector<std::string>> read_exceptions(const std::string& path) {
  std::unordered_map<std::string, std::vector<std::string>> forms;  // lemma → irregular forms
  std::ifstream in = open(path);
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form;
    while (fields >> lemma) {
      // "co-ordinated" is another spelling of a regular form, no irregular one.
      const bool spelling = form.find('-') != std::string::npos && lemma.find('-') == std::string::npos;
      if (single_word(form) && single_word(lemma) && !spelling) forms[lemma].push_back(form);
    }
  }
  return forms;
}

bool vowel(char c) { return std::strchr("aeiou", c) != nullptr; }
bool ends(const std::string& s, const char* suffix) {
  const std::size_t n = std::strlen(suffix);
  return s.size() >= n && s.compare(s.size() - n, n, suffix) == 0;
}

std::string with_s(const std::string& w) {
  if (ends(w, "s") || ends(w, "x") || ends(w, "z") || ends(w, "ch") || ends(w, "sh")) return w + "es";
  if (ends(w, "y") && w.size() > 1 && !vowel(w[w.size() - 2])) return w.substr(0, w.size() - 1) + "ies";
  if (ends(w, "o") && w.size() > 1 && !vowel(w[w.size() - 2])) return w + "es";
  return w + "s";
}

bool may_double(const std::string& w) {
  const std::size_t n = w.size();
  return n >= 3 && !vowel(w[n - 1]) && vowel(w[n - 2]) && !vowel(w[n - 3]) && !std::strchr("wxyh", w[n - 1]);
}

// "rap", "ban", not "visit": the last consonant doubles always ("raped" is of "rape").
bool must_double(const std::string& w) {
  return may_double(w) && std::count_if(w.begin(), w.end(), [](char c) { return vowel(c); }) == 1;
}

std::vector<std::string> with_ed(const std::string& w) {
  if (ends(w, "e")) return {w + "d"};
  if (ends(w, "y") && w.size() > 1 && !vowel(w[w.size() - 2])) return {w.substr(0, w.size() - 1) + "ied"};
  if (must_double(w)) return {w + w.back() + "ed"};
  std::vector<std::string> out = {w + "ed"};
  if (may_double(w)) out.push_back(w + w.back() + "ed");
  return out;
}

std::vector<std::string> with_ing(const std::string& w) {
  if (ends(w, "ie")) return {w.substr(0, w.size() - 2) + "ying"};
  if (ends(w, "e") && !ends(w, "ee") && !ends(w, "oe") && !ends(w, "ye")) return {w.substr(0, w.size() - 1) + "ing"};
  if (must_double(w)) return {w + w.back() + "ing"};
  std::vector<std::string> out = {w + "ing"};
  if (may_double(w)) out.push_back(w + w.back() + "ing");
  return out;
}

struct PastForms {
  std::string past, participle;    // both empty: regular; only `past` empty: regular, with a participle of its own
  std::vector<std::string> other;  // "sunken", "forbad"
};

// What the exceptions list leaves out or leaves open.
const std::map<std::string, PastForms>& corrected_forms() {
  static const std::map<std::string, PastForms> forms = [] {
    std::map<std::string, PastForms> out = {
        {"beat", {"beat", "beaten", {}}},         {"become", {"became", "become", {}}},
        {"come", {"came", "come", {}}},           {"forbid", {"forbade", "forbidden", {"forbad"}}},
        {"get", {"got", "gotten", {"got"}}},      {"overcome", {"overcame", "overcome", {}}},
        {"overrun", {"overran", "overrun", {}}},  {"run", {"ran", "run", {}}},
        {"slide", {"slid", "slid", {"slidden"}}},
    };
    for (const char* same :
         {"beset", "bet", "bid",     "broadcast", "burst",  "cast",  "cost",   "cut",    "forecast",    "hit",
          "hurt",  "let", "misread", "offset",    "outbid", "put",   "quit",   "read",   "rebroadcast", "recast",
          "reset", "rid", "set",     "shed",      "shut",   "split", "spread", "thrust", "undercut",    "upset"}) {
      out[same] = {same, same, {}};
    }
    return out;
  }();
  return forms;
}

bool participle_of(const std::string& form) { return ends(form, "n") || ends(form, "ne"); }

// A single form in -n is the participle of a regular verb (shown, proven, swollen), unless the vowel changes (won).
bool only_participle(const std::string& lemma, const std::string& form) {
  return participle_of(form) && (form.compare(0, lemma.size(), lemma) == 0 || ends(form, "en"));
}

// Where the exceptions list two different forms, the participle is the one in -n, or the one with the vowel u (begun).
PastForms irregular_forms(const std::string& lemma, const std::vector<std::string>& forms) {
  if (const auto it = corrected_forms().find(lemma); it != corrected_forms().end()) return it->second;
  PastForms out;
  std::vector<std::string> rest;
  for (const auto& f : forms) {
    if (!ends(f, "ing") && !ends(f, "s") && f != lemma) rest.push_back(f);
  }
  if (rest.empty()) return out;
  if (rest.size() == 1) {
    out.participle = rest.front();
    if (!only_participle(lemma, rest.front())) out.past = rest.front();
    return out;
  }
  for (const auto& f : rest) {
    if (participle_of(f)) out.participle = f;
  }
  for (const auto& f : rest) {
    if (f == out.participle) continue;
    if (out.participle.empty() && f.find('u') != std::string::npos && lemma.find('i') != std::string::npos) {
      out.participle = f;
    } else if (out.past.empty()) {
      out.past = f;
    } else {
      out.other.push_back(f);
    }
  }
  if (out.participle.empty()) out.participle = out.past;
  if (out.past.empty()) out.past = out.participle;
  return out;
}

void add_verb_form(Words& words, const std::string& form, const std::string& lemma, unsigned bits, unsigned count) {
  Word& w = words[form];
  if (w.verb_lemma.empty() || (w.verb_lemma != lemma && count > w.verb_count)) {
    w.verb_lemma = lemma;
    w.verb_count = count;
  } else if (w.verb_lemma != lemma) {
    return;
  }
  w.forms |= bits;
}

// Verbs whose regular past lives beside the irregular one: "burned" and "burnt", "hanged" and "hung".
bool also_regular(const std::string& lemma) {
  static const std::set<std::string> verbs = {
      "burn",  "hang",   "learn",   "dream", "lean",  "leap", "kneel",  "spell", "spill", "spoil",   "smell",   "light",
      "plead", "strive", "thrive",  "speed", "sneak", "dive", "clothe", "wed",   "knit",  "abide",   "shine",   "heave",
      "work",  "dwell",  "bereave", "chide", "gild",  "gird", "cleave", "stave", "weave", "beseech", "misspell"};
  return verbs.count(lemma) != 0;
}

void add_past_forms(Words& words, const std::string& lemma, const PastForms& forms, unsigned count) {
  // "addrest", "blest", "curst": old spellings of the regular form.
  const bool old_spelling = ends(forms.past, "st") && (ends(lemma, "ss") || ends(lemma, "se"));
  const bool regular = forms.past.empty() || ends(forms.past, "ed") || old_spelling || also_regular(lemma);
  if (regular) {
    for (const auto& f : with_ed(lemma)) add_verb_form(words, f, lemma, verb_past | verb_participle, count);
  }
  if (!forms.past.empty()) add_verb_form(words, forms.past, lemma, verb_past, count);
  if (!forms.participle.empty()) add_verb_form(words, forms.participle, lemma, verb_participle, count);
  if (regular && !forms.past.empty()) add_verb_form(words, forms.past, lemma, verb_participle, count);
  for (const auto& f : forms.other) add_verb_form(words, f, lemma, verb_past | verb_participle, count);
}

// "cordon off", "dole out": verbs that WordNet lists only with their particle.
constexpr const char* particle_verbs[] = {"cordon", "cosy", "cozy", "dole", "eke", "fess", "mete", "pony"};

void add_verbs(Words& words, const std::string& folder, const Counts& counts) {
  const auto exceptions = read_exceptions(folder + "/verb.exc");
  std::ifstream in = open(folder + "/index.verb");
  std::string line;
  while (std::getline(in, line)) {
    const std::string lemma = line.substr(0, line.find(' '));
    if (line[0] == ' ' || !single_word(lemma)) continue;
    const unsigned count = total(counts, lemma, '2') + 1;
    add_verb_form(words, lemma, lemma, verb_base, count);
    add_verb_form(words, with_s(lemma), lemma, verb_third, count);
    const auto it = exceptions.find(lemma);
    const std::vector<std::string> listed = it == exceptions.end() ? std::vector<std::string>() : it->second;
    add_past_forms(words, lemma, irregular_forms(lemma, listed), count);
    for (const auto& f : listed) {
      if (ends(f, "ing")) add_verb_form(words, f, lemma, verb_ing, count);
      if (ends(f, "s") && f != lemma) add_verb_form(words, f, lemma, verb_third, count);  // "has"
    }
    for (const auto& f : with_ing(lemma)) add_verb_form(words, f, lemma, verb_ing, count);
  }
  for (const std::string lemma : particle_verbs) {
    add_verb_form(words, lemma, lemma, verb_base, 1);
    add_verb_form(words, with_s(lemma), lemma, verb_third, 1);
    add_past_forms(words, lemma, {}, 1);
    for (const auto& f : with_ing(lemma)) add_verb_form(words, f, lemma, verb_ing, 1);
  }
}

// A synset's lexicographer file, or -1 where the lemma is a proper name in it ("Clinton", "Turkey" the state).
int class_at(std::ifstream& data, const std::string& offset, const std::string& lemma) {
  data.clear();
  data.seekg(std::stol(offset));
  std::string skip, word, kind, count;
  int file = 0;
  data >> skip >> file >> kind >> count;
  for (int i = std::stoi(count, nullptr, 16); i > 0; --i) {
    data >> word >> skip;
    const bool same = std::equal(word.begin(), word.end(), lemma.begin(), lemma.end(),
                                 [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
    if (same) return word[0] >= 'A' && word[0] <= 'Z' ? -1 : file;
  }
  return file;
}

void add_noun_form(Words& words, const std::string& form, const std::string& lemma, unsigned bit, const Word& of) {
  Word& w = words[form];
  if (!w.noun_lemma.empty() && w.noun_lemma != lemma && w.noun_count >= of.noun_count) return;
  if (w.noun_lemma != lemma) w.forms &= ~static_cast<unsigned>(any_noun);
  w.noun_lemma = lemma;
  w.forms |= bit;
  w.noun_count = of.noun_count;
  w.noun_class = of.noun_class;
  w.person = of.person;
  w.group = of.group;
}

bool foreign_plural(const std::string& form) {
  return ends(form, "a") || ends(form, "i") || ends(form, "ae") || ends(form, "im") || ends(form, "eaux") ||
         ends(form, "ces");
}

void add_nouns(Words& words, const std::string& folder, const Counts& counts) {
  auto exceptions = read_exceptions(folder + "/noun.exc");
  std::ifstream in = open(folder + "/index.noun");
  std::ifstream data = open(folder + "/data.noun");
  std::string line;
  while (std::getline(in, line)) {
    if (line[0] == ' ') continue;
    std::istringstream fields(line);
    std::string lemma, pos, field;
    int synsets = 0, pointers = 0;
    fields >> lemma >> pos >> synsets >> pointers;
    if (!single_word(lemma)) continue;
    for (int i = 0; i < pointers + 2; ++i) fields >> field;
    Word of;
    of.noun_count = total(counts, lemma, '1') + 1;
    int common = 0;
    for (int sense = 0; sense < synsets && common < 3; ++sense) {
      fields >> field;
      const int file = class_at(data, field, lemma);
      if (file < 0) continue;
      if (common++ == 0) of.noun_class = file;
      of.person |= file == static_cast<int>(NounClass::person);
      of.group |= file == static_cast<int>(NounClass::group);
    }
    if (common == 0) continue;
    add_noun_form(words, lemma, lemma, noun_singular, of);
    const auto it = exceptions.find(lemma);
    if (it != exceptions.end()) {
      for (const auto& f : it->second) add_noun_form(words, f, lemma, noun_plural, of);
      // "forums" beside "fora", "bans" (no Romanian coins).
      if (std::all_of(it->second.begin(), it->second.end(), foreign_plural))
        add_noun_form(words, with_s(lemma), lemma, noun_plural, of);
    } else {
      add_noun_form(words, with_s(lemma), lemma, noun_plural, of);
      // WordNet's exceptions leave these out: "spokeswomen".
      if (ends(lemma, "man")) add_noun_form(words, lemma.substr(0, lemma.size() - 2) + "en", lemma, noun_plural, of);
    }
  }
}

void add_simple(Words& words, const std::string& path, unsigned bit, const Counts& counts) {
  std::ifstream in = open(path);
  std::string line;
  while (std::getline(in, line)) {
    const std::string lemma = line.substr(0, line.find(' '));
    if (line[0] == ' ' || !single_word(lemma)) continue;
    Word& w = words[lemma];
    w.forms |= bit;
    if (bit == adjective) w.adjective_count = total(counts, lemma, '3') + 1;
  }
}

void write_table(const Words& words, const std::string& path) {
  std::unordered_map<std::string, std::uint32_t> number;
  std::uint32_t next = 0;
  for (const auto& [text, w] : words) number[text] = ++next;
  std::vector<LexiconEntry> entries;
  std::string pool;
  const auto cap = [](unsigned n) { return static_cast<std::uint16_t>(std::min(n, 65535u)); };
  for (const auto& [text, w] : words) {
    LexiconEntry e{};
    e.text = static_cast<std::uint32_t>(pool.size());
    e.length = static_cast<std::uint8_t>(text.size());
    pool += text;
    e.verb_lemma = w.verb_lemma.empty() ? 0 : number.at(w.verb_lemma);
    e.noun_lemma = w.noun_lemma.empty() ? 0 : number.at(w.noun_lemma);
    e.forms = static_cast<std::uint16_t>(w.forms);
    e.verb_count = cap(w.verb_count);
    e.noun_count = cap(w.noun_count);
    e.adjective_count = cap(w.adjective_count);
    e.noun_class = static_cast<NounClass>(w.noun_class);
    e.can_be_person = w.person;
    e.can_be_group = w.group;
    entries.push_back(e);
  }
  std::uint32_t slots = 1;
  while (slots < entries.size() * 2) slots *= 2;
  std::vector<std::uint32_t> slot(slots, 0);
  next = 0;
  for (const auto& [text, w] : words) {
    std::uint32_t at = lexicon_hash(text) & (slots - 1);
    while (slot[at]) at = (at + 1) & (slots - 1);
    slot[at] = ++next;
  }
  LexiconHeader header{
      {'D', 'M', 'L', 'E', 'X', '0', '1', '\n'}, slots, next, static_cast<std::uint32_t>(pool.size()), 0};
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(reinterpret_cast<const char*>(slot.data()), static_cast<std::streamsize>(slot.size() * sizeof slot[0]));
  out.write(reinterpret_cast<const char*>(entries.data()),
            static_cast<std::streamsize>(entries.size() * sizeof entries[0]));
  out.write(pool.data(), static_cast<std::streamsize>(pool.size()));
  if (!out.flush()) fail(path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("usage: compile_lexicon WORDNET_FOLDER OUTPUT");
  const std::string folder = argv[1];
  const Counts counts = read_counts(folder);
  Words words;
  add_verbs(words, folder, counts);
  add_nouns(words, folder, counts);
  add_simple(words, folder + "/index.adj", adjective, counts);
  add_simple(words, folder + "/index.adv", adverb, counts);
  write_table(words, argv[2]);
}
