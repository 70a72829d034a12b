// The page's title, what it holds and what it leaves out.
import { byId, el } from "./dom";
import { Model } from "./model";
import { plural } from "./style";

export function setUpHead(model: Model): void {
  const title = model.title || "Who dealt with whom";
  byId("title").textContent = title;
  document.title = `${title} · Demarche`;
  // From when to when stands over the strip of time.
  byId("subtitle").textContent =
    `${plural(model.actors.length, "actor")}, ${plural(model.deeds.length, "interaction")} from ${plural(model.sources.length, "document")}`;
  byId("note").textContent = model.note ? `This page holds ${model.note}.` : "";
  if (model.served && model.around) byId("note").append(" ", el("a", { href: "/" }, "Back to the whole graph"));
  byId("note").hidden = !model.note;
  byId("made-by").textContent = `Made by ${model.madeBy}.`;
}
