#include "ingest/html_blocks.h"

#include <algorithm>
#include <string_view>

#include "ingest/clean_text.h"

namespace demarche::ingesting {
namespace {

constexpr std::string_view block_tags[] = {
    "address", "article", "aside",    "blockquote", "body",   "caption", "center", "dd",   "details", "dialog", "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer",  "form",   "h1",   "h2",      "h3",     "h4",
    "h5",      "h6",      "header",   "hgroup",     "hr",     "html",    "li",     "main", "nav",     "ol",     "p",
    "pre",     "section", "summary",  "table",      "tbody",  "td",      "tfoot",  "th",   "thead",   "tr",     "ul"};

constexpr std::string_view silent_tags[] = {"script", "style",  "noscript", "template", "iframe",   "object",
                                            "embed",  "svg",    "math",     "canvas",   "audio",    "video",
                                            "form",   "button", "select",   "input",    "textarea", "head",
                                            "dialog", "menu",   "map",      "title",    "applet"};

template <std::size_t n>
bool is_one_of(std::string_view tag, const std::string_view (&tags)[n]) {
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

int rank_of(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

bool is_hidden(xmlNode* element) {
  if (element->properties == nullptr) return false;
  if (xmlHasProp(element, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  if (attribute(element, "aria-hidden") == "true") return true;
  std::string style = attribute(element, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

class Writer {
 public:
  Writer(xmlNode* root, const std::function<bool(xmlNode*)>& leave_out) : root_(root), leave_out_(leave_out) {}

  std::vector<Block> run() {
    block_elements_.push_back(root_);
    for (xmlNode* node = root_;;) {
      const bool into = enter(node);
      if (into && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        node = node->children;
        continue;
      }
      if (into) leave(node);
      while (node != root_ && node->next == nullptr) {
        node = node->parent;
        leave(node);
      }
      if (node == root_) break;
      node = node->next;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  // False when nothing within is wanted; leave() is not called then.
  bool enter(xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add(reinterpret_cast<const char*>(node->content));
      return true;
    }
    if (node->type != XML_ELEMENT_NODE) return false;
    const std::string_view tag = tag_of(node);
    if (is_one_of(tag, silent_tags) || is_hidden(node) || (node != root_ && leave_out_(node))) return false;
    if (tag == "br") line_end();
    if (tag == "a") ++links_;
    if (tag == "pre") ++pre_;
    if (is_one_of(tag, block_tags)) {
      flush();
      block_elements_.push_back(node);
    }
    return true;
  }

  void leave(xmlNode* node) {
    const std::string_view tag = tag_of(node);
    if (tag == "a") --links_;
    if (tag == "pre") --pre_;
    if (!is_one_of(tag, block_tags)) return;
    flush();
    block_elements_.pop_back();
  }

  void add(std::string_view text) {
    Block& b = block_;
    const std::size_t before = b.text.size();
    if (pre_ > 0) {
      b.text += text;
    } else {
      append_collapsed(text, &b.text);
    }
    if (links_ > 0) b.linked += b.text.size() - before;
    if (b.element == nullptr && !trim(b.text).empty()) b.element = block_elements_.back();
  }

  // Two line ends are what a paragraph is on pages of the old kind.
  void line_end() {
    if (!block_.text.empty() && block_.text.back() == '\n') return flush();
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (!block_.text.empty()) block_.text.push_back('\n');
  }

  void flush() {
    const std::string_view kept = trim(block_.text);
    if (!kept.empty()) {
      const xmlNode* e = block_.element;
      // <h2><div>…</div></h2>
      for (int up = 0; up < 3 && e != nullptr && block_.rank == 0; ++up, e = e->parent)
        block_.rank = rank_of(tag_of(e));
      block_.text = std::string(kept);
      block_.linked = std::min(block_.linked, block_.text.size());
      blocks_.push_back(std::move(block_));
    }
    block_ = Block();
  }

  xmlNode* const root_;
  const std::function<bool(xmlNode*)>& leave_out_;
  std::vector<Block> blocks_;
  Block block_;
  std::vector<xmlNode*> block_elements_;
  int links_ = 0, pre_ = 0;
};

}  // namespace

std::vector<Block> blocks_within(xmlNode* root, const std::function<bool(xmlNode*)>& leave_out) {
  return Writer(root, leave_out).run();
}

std::string join(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

std::string text_of_fragment(std::string_view html, bool* too_deep) {
  *too_deep = false;
  if (html.find_first_of("<&") == std::string_view::npos) return std::string(trim(html));
  const HtmlTree tree = parse_html(html, too_deep);
  if (tree == nullptr) return "";
  return join(blocks_within(xmlDocGetRootElement(tree.get()), [](xmlNode*) { return false; }));
}

}  // namespace demarche::ingesting
