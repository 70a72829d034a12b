#include "ingest/main_text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ingest/page_sections.h"
#include "ingest/page_words.h"

namespace demarche::ingesting {
namespace {

constexpr double most = 0.6;  // of the running text, in the element that holds the article

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

// Pages of the AMP kind have tags of their own for what is not the article, and hold the text of their paywall.
bool is_amp_frame(xmlNode* n) {
  const std::string_view tag = tag_of(n);
  return tag == "amp-ad" || tag == "amp-embed" || tag == "amp-sidebar" || tag == "amp-consent" ||
         tag == "amp-user-notification" || tag == "amp-sticky-ad" || tag == "amp-lightbox" ||
         attribute(n, "amp-access").starts_with("NOT ") ||
         attribute(n, "subscriptions-section") == "content-not-granted";
}

bool is_frame_by_tag(xmlNode* n) {
  const std::string_view tag = tag_of(n);
  if (tag == "nav" || tag == "aside" || tag == "footer" || tag == "figure" || tag == "figcaption") return true;
  if (is_amp_frame(n)) return true;
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
  std::vector<Block> all = blocks_within(page, leave_out);
  leave_out_comments(&all);
  leave_out_cards(&all);
  out.root = find_root(page, Weights(page, all));
  out.blocks = blocks_within(out.root, leave_out);
  leave_out_comments(&out.blocks);
  leave_out_cards(&out.blocks);
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
