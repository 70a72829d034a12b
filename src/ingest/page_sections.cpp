#include "ingest/page_sections.h"

#include <algorithm>
#include <utility>

#include "ingest/html_tree.h"
#include "ingest/page_words.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t shortest_sentence = 60;  // bytes outside links that make a block running text

std::size_t unlinked(const Block& block) { return block.text.size() - block.linked; }

bool is_within(const xmlNode* n, const xmlNode* ancestor) {
  constexpr int levels = 200;  // pages that are deeper than that are made to be
  for (int up = 0; n != nullptr && up < levels; ++up, n = n->parent) {
    if (n == ancestor) return true;
  }
  return false;
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

// The first block behind the teaser that a linked heading at `at` begins; `at` itself when it begins none.
std::size_t end_of_card(const std::vector<Block>& blocks, std::size_t at) {
  constexpr std::size_t most_text = 300, most_blocks = 8;
  if (blocks[at].rank == 0 || !is_mostly_links(blocks[at])) return at;
  const xmlNode* const scope = scope_of(blocks[at].element);
  std::size_t end = at + 1, text = 0;
  for (; end < blocks.size() && is_within(blocks[end].element, scope); ++end) {
    if (blocks[end].rank != 0 && blocks[end].rank <= blocks[at].rank) break;
    text += running(blocks[end]);
    if (text > most_text || end - at > most_blocks) return at;
  }
  return end;
}

}  // namespace

std::size_t running(const Block& block) { return unlinked(block) >= shortest_sentence ? unlinked(block) : 0; }

std::size_t running(const std::vector<Block>& blocks) {
  std::size_t sum = 0;
  for (const Block& block : blocks) sum += running(block);
  return sum;
}

bool is_mostly_links(const Block& block) {
  return block.linked * 10 > block.text.size() * 6 && unlinked(block) < shortest_sentence;
}

void leave_out_comments(std::vector<Block>* blocks) {
  constexpr std::size_t an_article = 300;  // bytes of running text
  std::vector<Block> kept;
  std::size_t before = 0;
  for (std::size_t i = 0; i < blocks->size();) {
    Block& block = (*blocks)[i];
    if (before >= an_article && block.rank != 0 && is_comment_label(block.text)) {
      i = end_of_section(*blocks, i);
      continue;
    }
    before += running(block);
    kept.push_back(std::move(block));
    ++i;
  }
  *blocks = std::move(kept);
}

void leave_out_cards(std::vector<Block>* blocks) {
  constexpr int fewest = 3;
  std::vector<bool> in_card(blocks->size());
  std::size_t inside = 0;
  int cards = 0;
  for (std::size_t i = 0; i < blocks->size();) {
    const std::size_t end = end_of_card(*blocks, i);
    cards += end > i;
    for (std::size_t k = i; k < end; ++k) {
      in_card[k] = true;
      inside += running((*blocks)[k]);
    }
    i = std::max(end, i + 1);
  }
  if (cards < fewest || inside * 3 > running(*blocks) * 2) return;
  std::vector<Block> kept;
  for (std::size_t i = 0; i < blocks->size(); ++i) {
    if (!in_card[i]) kept.push_back(std::move((*blocks)[i]));
  }
  *blocks = std::move(kept);
}

void leave_out_sections(std::vector<Block>* blocks) {
  constexpr int most_doubted = 20;  // labels that would head most of the page; honest pages have few
  const std::size_t whole = running(*blocks);
  std::vector<Block> kept;
  int doubted = 0;
  for (std::size_t i = 0; i < blocks->size();) {
    Block& block = (*blocks)[i];
    if (!is_section_label(block.text)) {
      kept.push_back(std::move(block));
      ++i;
      continue;
    }
    std::size_t end = doubted < most_doubted ? end_of_section(*blocks, i) : i + 1;
    std::size_t inside = 0;
    for (std::size_t k = i + 1; k < end; ++k) inside += running((*blocks)[k]);
    if (inside * 3 > whole || doubted == most_doubted) {
      doubted = std::min(doubted + 1, most_doubted);
      end = i + 1;
      while (end < blocks->size() && is_mostly_links((*blocks)[end])) ++end;
    }
    i = end;
  }
  *blocks = std::move(kept);
}

}  // namespace demarche::ingesting
