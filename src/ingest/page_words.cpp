#include "ingest/page_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "ingest/html_tree.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t longest_label = 80;
constexpr std::size_t longest_class = 500;

const std::unordered_set<std::string_view>& frame_words() {
  static const auto* const words = new std::unordered_set<std::string_view>{"ad",
                                                                            "ads",
                                                                            "advert",
                                                                            "advertisement",
                                                                            "advertising",
                                                                            "adslot",
                                                                            "sponsor",
                                                                            "sponsored",
                                                                            "promo",
                                                                            "promotion",
                                                                            "promos",
                                                                            "nav",
                                                                            "navbar",
                                                                            "navigation",
                                                                            "menu",
                                                                            "breadcrumb",
                                                                            "breadcrumbs",
                                                                            "masthead",
                                                                            "toolbar",
                                                                            "skip",
                                                                            "skiplink",
                                                                            "pagination",
                                                                            "pager",
                                                                            "share",
                                                                            "sharing",
                                                                            "sharebar",
                                                                            "sharebuttons",
                                                                            "sharedaddy",
                                                                            "social",
                                                                            "socials",
                                                                            "comment",
                                                                            "comments",
                                                                            "disqus",
                                                                            "respond",
                                                                            "related",
                                                                            "recirc",
                                                                            "recirculation",
                                                                            "teaser",
                                                                            "teasers",
                                                                            "newsletter",
                                                                            "subscribe",
                                                                            "subscription",
                                                                            "signup",
                                                                            "sidebar",
                                                                            "sidebars",
                                                                            "footer",
                                                                            "cookie",
                                                                            "cookies",
                                                                            "consent",
                                                                            "gdpr",
                                                                            "banner",
                                                                            "bio",
                                                                            "biography",
                                                                            "authorbio",
                                                                            "byline",
                                                                            "tags",
                                                                            "taglist",
                                                                            "trending",
                                                                            "popular",
                                                                            "mostread",
                                                                            "mostpopular",
                                                                            "recommended",
                                                                            "recommendation",
                                                                            "recommendations",
                                                                            "outbrain",
                                                                            "taboola",
                                                                            "popup",
                                                                            "modal",
                                                                            "paywall",
                                                                            "caption",
                                                                            "credit",
                                                                            "widget",
                                                                            "widgets",
                                                                            "noprint",
                                                                            "morefrom",
                                                                            "readmore",
                                                                            "readnext",
                                                                            "upnext",
                                                                            "jp",
                                                                            "dropdown",
                                                                            "tooltip",
                                                                            "alert",
                                                                            "search",
                                                                            "login",
                                                                            "donate",
                                                                            "correction",
                                                                            "timestamp",
                                                                            "dateline-meta"};
  return *words;
}

// Words that turn the next one round: "has-sidebar", "no-comments".
bool turns(std::string_view word) {
  return word == "has" || word == "no" || word == "with" || word == "without" || word == "show" || word == "is" ||
         word == "hide";
}

// "relatedArticles share-bar" → related, articles, share, bar.
std::vector<std::string> words_of(std::string_view names) {
  std::vector<std::string> out;
  bool in_word = false;
  char before = ' ';
  for (const char c : names.substr(0, longest_class)) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    if (upper || lower) {
      const bool camel = upper && before >= 'a' && before <= 'z';
      if (!in_word || camel) out.emplace_back();
      out.back().push_back(static_cast<char>(c | 0x20));
    } else if (c == ' ') {
      out.emplace_back(" ");
    }
    in_word = upper || lower;
    before = c;
  }
  return out;
}

// Two words that only together say something: "author-box", "most-read".
bool is_frame_pair(std::string_view first, std::string_view second) {
  constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"author", "bio"},   {"author", "box"},   {"author", "info"}, {"author", "card"},  {"author", "profile"},
      {"author", "block"}, {"about", "author"}, {"most", "read"},   {"most", "popular"}, {"most", "viewed"},
      {"more", "from"},    {"more", "stories"}, {"more", "on"},     {"more", "news"},    {"read", "next"},
      {"read", "more"},    {"up", "next"},      {"also", "read"},   {"also", "like"},    {"article", "meta"},
      {"post", "meta"},    {"entry", "meta"},   {"post", "tags"},   {"site", "header"},  {"page", "header"},
      {"site", "footer"},  {"top", "stories"},  {"latest", "news"}, {"sign", "up"},      {"call", "action"}};
  return std::find(std::begin(pairs), std::end(pairs), std::make_pair(first, second)) != std::end(pairs);
}

bool says_frame(std::string_view names) {
  const std::vector<std::string> words = words_of(names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && turns(words[i - 1])) continue;
    if (frame_words().contains(words[i])) return true;
    if (i + 1 < words.size() && is_frame_pair(words[i], words[i + 1])) return true;
  }
  return false;
}

bool matches(std::string_view s, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(s.data(), s.size()), pattern);
}

// "To continue reading, subscribe …", "We use cookies …": long lines, too.
bool is_wall(std::string_view line) {
  if (line.size() > 400) return false;
  static const RE2 pattern(
      "(?i)^(?:this (?:article|story|content|page) is (?:for|only for|reserved for|exclusive to|available (?:only "
      ")?(?:to|for)) "
      "(?:our )?(?:paying |registered )?(?:subscribers|members|readers)\\b|"
      "(?:to )?continue reading,? (?:subscribe|sign|log|register|with|your)|already (?:a |have a "
      ")?(?:subscri|member|account)|"
      "you have (?:read|reached|\\d+) (?:your|all|the|free)\\b.*(?:articles?|limit)|subscribe (?:now |today )?to "
      "(?:read|continue|unlock|get)\\b|"
      "(?:log|sign) in (?:or (?:subscribe|register) )?to (?:read|continue)|we use cookies\\b|we (?:and our partners "
      ")?value your privacy|"
      "by (?:continuing to use|using) this (?:site|website)|you are receiving this (?:e-?mail|newsletter|message))");
  return matches(line, pattern);
}

}  // namespace

bool is_frame_by_class(xmlNode* element) {
  if (element->properties == nullptr || is_tag(element, "html") || is_tag(element, "body") || is_tag(element, "main"))
    return false;
  return says_frame(attribute(element, "class")) || says_frame(attribute(element, "id"));
}

bool is_section_label(std::string_view line) {
  if (line.size() > longest_label) return false;
  static const RE2 pattern(
      "(?i)^(?:more (?:from|on|in|about|stories|news|coverage)\\b|related(?: "
      "(?:stories|articles|content|coverage|topics|news|posts|links|"
      "reading))?:?$|see also:?$|read (?:more|next|also):?$|also read:?$|most "
      "(?:read|popular|viewed|shared)\\b|trending(?: now)?:?$|"
      "you (?:may|might) (?:also )?(?:like|be interested)|recommended(?: (?:for you|reading|stories))?:?$|don.t "
      "miss:?$|"
      "(?:\\d+ )?comments?(?: \\(\\d+\\))?:?$|leave a (?:reply|comment)|join the (?:conversation|discussion)|about the "
      "authors?:?$|"
      "(?:latest|top) (?:news|stories)\\b|editor.?s.? (?:picks|choice)|sponsored(?: "
      "(?:links|content|stories))?:?$|from our partners|"
      "up next:?$|next article|previous article|what to read next|in this section:?$|follow us\\b|newsletters?:?$|sign "
      "up (?:for|to)\\b|"
      "subscribe\\b|(?:filed under|tags|topics|categories):?$|share this(?: article| story| page)?:?$)");
  return matches(line, pattern);
}

bool is_comment_label(std::string_view line) {
  if (line.size() > 160) return false;  // the title of the article may stand in it
  static const RE2 pattern(
      "(?i)^(?:\\d[\\d,.]* (?:comments?|replies|reply|responses?|thoughts?)(?: (?:on|to)\\b.*)?|"
      "(?:readers?.? |view |show |all )?comments?(?: \\(\\d+\\))?|leave a (?:reply|comment).*|post a comment|"
      "join the (?:conversation|discussion)|have your say)[:.]?$");
  return matches(line, pattern);
}

bool is_junk_line(std::string_view line) {
  if (is_wall(line)) return true;
  if (line.size() > 160) return false;
  static const RE2 pattern(
      "(?i)^(?:(?:scroll down to continue|story continues below(?: advertisement)?|article continues "
      "(?:after|below).*|advertisement|sponsored|"
      "continue reading(?: the main story)?|(?:click|tap) here\\b.*|read more\\b.{0,120}|read "
      "also\\b.{0,120}|related:.{0,120}|see also:.{0,120}|"
      "share(?: (?:this|on|via)\\b.*)?|tweet(?: this)?|pin it|email(?: this)?|print(?: this)?(?: "
      "(?:page|article))?|save|copy link|link copied!?|"
      "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|follow us\\b.*|sign up\\b.{0,120}|subscribe\\b.{0,120}|"
      "\\d+ min(?:ute)?s? read|\\d+ comments?|getty images|photo(?:graph)?:? .{0,80}|image credit.*|listen to (?:this "
      ")?article.*|"
      "all rights reserved.*|(?:copyright|©).*|the post .{1,140} appeared first on .*|view (?:this email )?in (?:your "
      ")?browser.*|"
      "unsubscribe\\b.*|skip to (?:main )?content)[.: ]*)$");
  return matches(line, pattern);
}

bool is_byline(std::string_view line) {
  if (line.size() > 120) return false;
  static const RE2 pattern("^(?:(?:By|BY)|(?:Written|Reported|Story) by) \\p{Lu}[^.!?:]*(?:\\p{Lu}\\.[^.!?:]*)*$");
  return matches(line, pattern);
}

bool is_biography(std::string_view paragraph) {
  if (paragraph.size() > 700) return false;
  static const RE2 pattern(
      "^(?:[A-Z][\\w.'’-]+ ){1,4}(?:is|was) (?:a|an|the|our) "
      ".{0,80}\\b(?i:reporter|correspondent|writer|editor|columnist|journalist|fellow|"
      "contributor|bureau chief|blogger|producer)\\b|"
      "^(?:[A-Z][\\w.'’-]+ ){1,4}(?:covers|writes (?:about|on)|reports on|reports for|writes for)\\b|"
      "(?i:\\bfollow (?:him|her|them|me) on\\b|\\bcan be reached at\\b|\\bon (?:twitter|x) (?:at )?@|"
      "^\\(?(?:additional )?(?:reporting|writing|editing) by\\b|^our standards:|^the associated press "
      "contributed|contributed to this (?:report|story)\\.?$)");
  return matches(paragraph, pattern);
}

}  // namespace demarche::ingesting
