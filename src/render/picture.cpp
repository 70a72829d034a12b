#include "render/picture.h"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "render/cards.h"
#include "render/placement.h"

namespace demarche::rendering {
namespace {

// Graphviz reports through a plain function pointer. Only one thread may be in it anyway.
std::string messages;

int keep_message(char* text) {
  messages += text;
  return 0;
}

// Collects what Graphviz says instead of letting it print.
class Listener {
 public:
  Listener() : before_(agseterrf(keep_message)), level_(agseterr(AGERR)) { messages.clear(); }
  ~Listener() {
    agseterrf(before_);
    agseterr(level_);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::string one_line() const {
    std::string line = messages;
    std::replace(line.begin(), line.end(), '\n', ' ');
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line.empty() ? "no reason given" : line;
  }

 private:
  agusererrf before_;
  agerrlevel_t level_;
};

// One for the life of the program: the text layout keeps pointers into the context that it saw first.
GVC_t* shared_context() {
  static GVC_t* const context = gvContext();
  return context;
}

struct FreeBytes {
  void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

// The same graph gives the same bytes, whenever it is drawn.
void drop_creation_date(std::string* pdf) {
  static constexpr std::string_view start = "/CreationDate (D:";
  static constexpr std::string_view fixed = "20000101000000";
  const std::size_t at = pdf->find(start);
  if (at != std::string::npos && at + start.size() + fixed.size() < pdf->size()) {
    pdf->replace(at + start.size(), fixed.size(), fixed);
  }
}

}  // namespace

Result<std::string> picture(exporting::Agraph diagram, const std::string& engine, const std::string& format) {
  const Listener listener;
  // Its engines draw from the C library's dice, wherever the picture before has left them.
  std::srand(1);
  srand48(1);
  GVC_t* const context = shared_context();
  const bool cards = engine == card_engine;
  if ((cards && !lay_out_cards(context, &diagram)) ||
      gvLayout(context, diagram.get(), cards ? "nop" : engine.c_str()) != 0) {
    return Error{Cause::failed,
                 fmt::format("Graphviz cannot lay the graph out with {}: {}", engine, listener.one_line())};
  }
  const bool labels_move = engine != "dot" && engine != fixed_engine;
  if (labels_move) place_labels(diagram.get());
  if (labels_move && !lift_labels(context, &diagram)) {
    return Error{Cause::failed, fmt::format("Graphviz cannot draw the labels: {}", listener.one_line())};
  }
  char* bytes = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context, diagram.get(), format.c_str(), &bytes, &size);
  const std::unique_ptr<char, FreeBytes> owner(bytes);
  Result<std::string> result =
      failed == 0 && bytes != nullptr
          ? Result<std::string>(std::string(bytes, size))
          : Error{Cause::failed, fmt::format("Graphviz cannot write {}: {}", format, listener.one_line())};
  gvFreeLayout(context, diagram.get());
  if (result.ok() && format == "pdf") drop_creation_date(&*result);
  return result;
}

}  // namespace demarche::rendering
