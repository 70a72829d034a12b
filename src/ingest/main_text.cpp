#include "ingest/main_text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ingest/page_words.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t shortest_sentence = 60;  // bytes outside links that make a block running text
constexpr double most = 0.6;                   // of the running text, in the element that holds the article

std::size_t unlinked(const Block& block) { return block.text.size() - block.linked; }
std::size_t running(const Block& block) { return unlinked(block) >= shortest_sentence ? unlinked(block) : 0; }
std::size_t running(const std::vector<Block>& blocks) {
  std::size_t sum = 0;
  for (const Block& block : blocks) sum += running(block);
  return sum;
}

bool is_article_body(xmlNode* n) { return attribute(n, "itemprop") == "articleBody"; }

// Elements in which the article is for certain: whatever their classes say, they are not left out.
class Heart {
 public:
  explicit Heart(xmlNode* root) {
    for (xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
      if (n->type != XML_ELEMENT_NODE) continue;
      if (!is_tag(n, "h1") && !is_tag(n, "main") && attribute(n, "role") != "main" && !is_article_body(n)) continue;
      for (xmlNode* up = n; up != nullptr && holders_.insert(up).second; up = up->parent) {
      }
    }
  }
  bool within(xmlNode* element) const { return holders_.contains(element); }

 private:
  std::unordered_set<const xmlNode*> holders_;
};

bool is_frame_by_tag(xmlNode* n) {
  const std::string_view tag = tag_of(n);
  if (tag == "nav" || tag == "aside" || tag == "footer" || tag == "figure" || tag == "figcaption") return true;
  const std::string role = attribute(n, "role");
  return role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
         role == "banner" || role == "menu" || role == "dialog";
}

// Running text within each element.
class Weights {
 public:
  Weights(xmlNode* root, const std::vector<Block>& blocks) {
    std::vector<xmlNode*> elements;
    for (xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
      if (n->type == XML_ELEMENT_NODE) elements.push_back(n);
    }
    for (const Block& block : blocks) {
      if (block.element == nullptr) continue;
      own_[block.element] += running(block);
      all_[block.element] += running(block);
    }
    // Children stand behind their parents: from the back, each sum is complete when it is passed on.
    for (auto n = elements.rbegin(); n != elements.rend(); ++n) {
      const auto sum = all_.find(*n);
      if (sum == all_.end() || *n == root || (*n)->parent == nullptr) continue;
      const std::size_t passed_on = sum->second;
      all_[(*n)->parent] += passed_on;
    }
  }
  std::size_t own(const xmlNode* n) const { return find(own_, n); }
  std::size_t all(const xmlNode* n) const { return find(all_, n); }

 private:
  using Sums = std::unordered_map<const xmlNode*, std::size_t>;
  static std::size_t find(const Sums& sums, const xmlNode* n) {
    const auto at = sums.find(n);
    return at == sums.end() ? 0 : at->second;
  }
  Sums own_, all_;
};

// The largest element that calls itself the article, when it holds most of the page.
xmlNode* named_article(xmlNode* root, const Weights& weights) {
  xmlNode* best = nullptr;
  for (xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
    if (!is_tag(n, "article") && !is_tag(n, "main") && attribute(n, "role") != "main" && !is_article_body(n)) continue;
    if (best == nullptr || weights.all(n) >= weights.all(best)) best = n;
  }
  if (best == nullptr || static_cast<double>(weights.all(best)) < most * static_cast<double>(weights.all(root)))
    return root;
  return best;
}

xmlNode* find_root(xmlNode* page, const Weights& weights) {
  xmlNode* root = named_article(page, weights);
  for (;;) {
    xmlNode* heaviest = nullptr;
    for (xmlNode* n = root->children; n != nullptr; n = n->next) {
      if (n->type == XML_ELEMENT_NODE && (heaviest == nullptr || weights.all(n) > weights.all(heaviest))) heaviest = n;
    }
    if (heaviest == nullptr) return root;
    const double sum = static_cast<double>(weights.all(heaviest));
    const bool is_paragraph = static_cast<double>(weights.own(heaviest)) > 0.5 * sum;
    if (sum < most * static_cast<double>(weights.all(root)) || sum == 0 || is_paragraph) return root;
    root = heaviest;
  }
}

bool is_within(const xmlNode* n, const xmlNode* ancestor) {
  constexpr int levels = 200;  // pages that are deeper than that are made to be
  for (int up = 0; n != nullptr && up < levels; ++up, n = n->parent) {
    if (n == ancestor) return true;
  }
  return false;
}

bool is_mostly_links(const Block& block) {
  return block.linked * 10 > block.text.size() * 6 && unlinked(block) < shortest_sentence;
}

bool has_one_child(const xmlNode* element) {
  int elements = 0;
  for (const xmlNode* n = element->children; n != nullptr && elements < 2; n = n->next)
    elements += n->type == XML_ELEMENT_NODE;
  return elements == 1;
}

// The element whose content a heading heads: its parent, or where the heading is wrapped alone, that one's parent.
const xmlNode* scope_of(const xmlNode* heading) {
  const xmlNode* scope = heading->parent;
  for (int up = 0; up < 20 && scope != nullptr && scope->parent != nullptr && scope->parent->type == XML_ELEMENT_NODE &&
                   has_one_child(scope);
       ++up) {
    scope = scope->parent;
  }
  return scope;
}

// The first block behind what heading `at` heads: up to a heading of its rank or above that is no teaser, or the end of
// its scope.
std::size_t end_of_section(const std::vector<Block>& blocks, std::size_t at) {
  const xmlNode* const scope = scope_of(blocks[at].element);
  std::size_t end = at + 1;
  for (; end < blocks.size(); ++end) {
    const Block& b = blocks[end];
    if (b.rank != 0 && blocks[at].rank != 0 && b.rank <= blocks[at].rank && !is_mostly_links(b)) break;
    if (!is_within(b.element, scope)) break;
  }
  return end;
}

// Takes out "Related", "More from …", "About the author" with what they head. A heading under which a third of the text
// stands is not believed: then only the links right behind it go.
void leave_out_sections(std::vector<Block>* blocks) {
  const std::size_t whole = running(*blocks);
  std::vector<Block> kept;
  for (std::size_t i = 0; i < blocks->size();) {
    Block& block = (*blocks)[i];
    if (!is_section_label(block.text)) {
      kept.push_back(std::move(block));
      ++i;
      continue;
    }
    std::size_t end = end_of_section(*blocks, i);
    std::size_t inside = 0;
    for (std::size_t k = i + 1; k < end; ++k) inside += running((*blocks)[k]);
    if (inside * 3 > whole) {
      end = i + 1;
      while (end < blocks->size() && is_mostly_links((*blocks)[end])) ++end;
    }
    i = end;
  }
  *blocks = std::move(kept);
}

void leave_out_tail(std::vector<Block>* blocks) {
  constexpr std::size_t tail = 5;
  const std::size_t from = blocks->size() > tail ? blocks->size() - tail : 1;
  for (std::size_t i = blocks->size(); i-- > from;) {
    if (is_biography((*blocks)[i].text)) blocks->erase(blocks->begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// A block may go on behind the byline, with the date as a rule.
std::string take_byline(std::vector<Block>* blocks) {
  constexpr std::size_t head = 6;
  for (std::size_t i = 0; i < std::min(head, blocks->size()); ++i) {
    std::string& text = (*blocks)[i].text;
    const std::size_t end = text.find('\n');
    std::string byline = text.substr(0, end);
    if (!is_byline(byline)) continue;
    if (end == std::string::npos) {
      blocks->erase(blocks->begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      text.erase(0, end + 1);
    }
    return byline;
  }
  return "";
}

MainText choose(xmlNode* page, const std::function<bool(xmlNode*)>& leave_out, const std::string& title) {
  MainText out;
  const Weights weights(page, blocks_within(page, leave_out));
  out.root = find_root(page, weights);
  out.blocks = blocks_within(out.root, leave_out);
  leave_out_sections(&out.blocks);
  std::erase_if(out.blocks, [&title](const Block& b) {
    return is_mostly_links(b) || is_junk_line(b.text) || (b.rank != 0 && b.text == title) || b.rank == 1;
  });
  out.byline = take_byline(&out.blocks);
  leave_out_tail(&out.blocks);
  return out;
}

}  // namespace

MainText find_main_text(xmlDoc* page, const std::string& title) {
  xmlNode* const root = xmlDocGetRootElement(page);
  const Heart heart(root);
  const auto never = [](xmlNode*) { return false; };
  const auto by_tag = [&heart](xmlNode* n) {
    return is_frame_by_tag(n) && (!heart.within(n) || is_tag(n, "nav") || is_tag(n, "footer"));
  };
  const auto by_class = [&](xmlNode* n) { return by_tag(n) || (!heart.within(n) && is_frame_by_class(n)); };
  MainText out = choose(root, by_class, title);
  const std::size_t whole = running(blocks_within(root, by_tag));
  if (running(out.blocks) * 4 < whole) {
    MainText other = choose(root, by_tag, title);
    if (running(other.blocks) > running(out.blocks) * 2) out = std::move(other);
  }
  if (out.blocks.empty()) out = choose(root, never, title);
  return out;
}

}  // namespace demarche::ingesting
