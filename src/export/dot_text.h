// A DOT file that is written as it comes: one node, edge or frame a line, nothing is held.
#ifndef DEMARCHE_EXPORT_DOT_TEXT_H
#define DEMARCHE_EXPORT_DOT_TEXT_H

#include <string>
#include <string_view>

#include "demarche/export.h"
#include "export/canvas.h"

namespace demarche::exporting {

class DotText : public Canvas {
 public:
  // Borrows the target.
  explicit DotText(ExportTarget* target);

  void graph_default(std::string_view name, std::string_view value) override;
  void node_default(std::string_view name, std::string_view value) override;
  void edge_default(std::string_view name, std::string_view value) override;
  void begin_node(std::string_view id) override;
  void begin_edge(std::string_view from, std::string_view to, std::string_view key) override;
  void begin_frame(std::string_view name) override;
  void add_member(std::string_view node) override;
  void set(std::string_view name, std::string_view value) override;
  void set_html(std::string_view name, std::string_view markup) override;
  void set_heading(std::string_view markup) override;

  // Ends the file.
  void close();

 private:
  enum class Open : unsigned char { nothing, element, frame };

  void begin(Open what);
  void end();
  void append_name(std::string_view name);

  ExportTarget* target_;
  Open open_ = Open::nothing;
  bool has_attributes_ = false;
  std::string line_;
};

}  // namespace demarche::exporting

#endif
