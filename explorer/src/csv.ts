// Interactions as a table file (RFC 4180). A spreadsheet takes cells that begin with = + - @ for formulas: such cells get
// an apostrophe in front.
import { Deed, Model } from "./model";
import { names } from "./words";

const columns = [
  "date", "enddate", "actor", "action", "recipient", "event", "mode", "status", "topic", "place", "reports", "independent",
  "confidence", "sentence", "title", "publication", "published", "url", "id",
];

export function cell(value: string | number | undefined): string {
  let text = String(value ?? "");
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvOf(model: Model, deeds: Deed[]): string {
  const rows = deeds.map((deed) => {
    const mention = model.mentions[deed.m[0]];
    const source = mention ? model.sources[mention.s] : {};
    return [
      deed.date, deed.enddate, names(model, deed.a), deed.action, names(model, deed.r), deed.event, deed.mode, deed.status,
      deed.themes.join("; "), deed.place, deed.reports, deed.independent, deed.confidence, mention?.text, source.title,
      source.publication, source.date, source.url, deed.id,
    ];
  });
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

export function download(name: string, content: Blob | string, type = "text/csv;charset=utf-8"): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
