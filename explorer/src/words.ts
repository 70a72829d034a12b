// Interactions in words: who did what to whom.
import { spanWords } from "./dates";
import { Deed, Model } from "./model";
import { eventWords } from "./style";

export function names(model: Model, numbers: number[]): string {
  const all = numbers.map((number) => model.actors[number].name);
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
}

export function whoToWhom(model: Model, deed: Deed): string {
  if (!deed.r.length) return names(model, deed.a);
  if (!deed.a.length) return `→ ${names(model, deed.r)}`;
  return `${names(model, deed.a)} ${deed.reciprocal ? "–" : "→"} ${names(model, deed.r)}`;
}

export function what(deed: Deed): string {
  return deed.action || eventWords(deed.event).toLowerCase();
}

export function when(deed: Deed): string {
  if (!deed.date) return "no date";
  const words = spanWords(deed.date, deed.enddate);
  if (deed.precision === "document") return `${deed.status === "actual" ? "by" : "as of"} ${words}`;
  return deed.precision === "week" ? `week of ${words}` : words;
}

export function inOneLine(model: Model, deed: Deed): string {
  return `${when(deed)}: ${whoToWhom(model, deed)}, ${what(deed)}`;
}
