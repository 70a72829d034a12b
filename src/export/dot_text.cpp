#include "export/dot_text.h"

namespace demarche::exporting {
namespace {

// Inside quotes only a quote needs a backslash; text comes with its own backslashes doubled (plain_attribute).
void append_quoted(std::string_view text, std::string* out) {
  out->push_back('"');
  for (const char c : text) {
    if (c == '"') out->push_back('\\');
    out->push_back(c);
  }
  out->push_back('"');
}

}  // namespace

DotText::DotText(ExportTarget* target) : target_(target) { target_->write("digraph demarche {\n"); }

void DotText::begin(Open what) {
  end();
  open_ = what;
  has_attributes_ = false;
  line_.assign("  ");
}

void DotText::end() {
  if (open_ == Open::element) line_.append(has_attributes_ ? "];\n" : ";\n");
  if (open_ == Open::frame) line_.append("}\n");
  if (open_ != Open::nothing) target_->write(line_);
  open_ = Open::nothing;
}

void DotText::graph_default(std::string_view name, std::string_view value) {
  line_.assign("  ").append(name).push_back('=');
  append_quoted(value, &line_);
  target_->write(line_.append(";\n"));
}

void DotText::node_default(std::string_view name, std::string_view value) {
  line_.assign("  node [").append(name).push_back('=');
  append_quoted(value, &line_);
  target_->write(line_.append("];\n"));
}

void DotText::edge_default(std::string_view name, std::string_view value) {
  line_.assign("  edge [").append(name).push_back('=');
  append_quoted(value, &line_);
  target_->write(line_.append("];\n"));
}

void DotText::begin_node(std::string_view id) {
  begin(Open::element);
  append_quoted(id, &line_);
}

void DotText::begin_edge(std::string_view from, std::string_view to, std::string_view key) {
  begin(Open::element);
  append_quoted(from, &line_);
  line_.append(" -> ");
  append_quoted(to, &line_);
  set("key", key);
}

void DotText::begin_frame(std::string_view name) {
  begin(Open::frame);
  line_.append("subgraph ");
  append_quoted(name, &line_);
  line_.append(" { ");
}

void DotText::add_member(std::string_view node) {
  append_quoted(node, &line_);
  line_.append("; ");
}

void DotText::append_name(std::string_view name) {
  if (open_ == Open::element) line_.append(has_attributes_ ? ", " : " [");
  has_attributes_ = true;
  line_.append(name).push_back('=');
}

void DotText::set(std::string_view name, std::string_view value) {
  append_name(name);
  append_quoted(value, &line_);
  if (open_ == Open::frame) line_.append("; ");
}

void DotText::set_html(std::string_view name, std::string_view markup) {
  append_name(name);
  line_.append("<").append(markup).append(">");
  if (open_ == Open::frame) line_.append("; ");
}

void DotText::set_heading(std::string_view markup) {
  end();
  line_.assign("  label=<").append(markup).append(">;\n");
  target_->write(line_);
}

void DotText::close() {
  end();
  target_->write("}\n");
}

}  // namespace demarche::exporting
