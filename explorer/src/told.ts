// Answers of the server to questions in English.
import { dateWords } from "./dates";
import { el, webAddress } from "./dom";
import { Panel } from "./panel";
import { ask, Told } from "./server";

// The sentence with its trigger marked. Offsets count code points of the document.
function evidence(mention: Told["mentions"][number]): HTMLElement {
  const letters = [...mention.text];
  const at = mention.event_start - mention.start;
  const trigger = [...(mention.event_text ?? "")];
  const fits = trigger.length > 0 && letters.slice(at, at + trigger.length).join("") === mention.event_text;
  const cut = (from: number, to?: number) => letters.slice(from, to).join("");
  const address = webAddress(mention.url);
  const name = mention.title || mention.publication || "untitled document";
  return el(
    "li", {},
    el("p", { class: "sentence", dir: "auto" },
       ...(fits ? [cut(0, at), el("mark", {}, mention.event_text!), cut(at + trigger.length)] : [mention.text])),
    el("p", { class: "source" }, address ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, name) : name,
       mention.published ? ` · ${dateWords(mention.published)}` : null, mention.status !== "actual" ? ` · ${mention.status}` : null),
  );
}

export async function showTold(panel: Panel, question: string): Promise<void> {
  panel.show(question, el("p", {}, "Asking …"));
  try {
    const told = await ask(question);
    const answers = told.candidates?.length
      ? el("p", {}, `This name may be ${told.candidates.join(", ")}; give the whole name.`)
      : told.answers.length
        ? el("ul", { class: "answers" }, ...told.answers.map((answer) => el("li", {}, answer)))
        : el("p", {}, "Nothing found.");
    panel.show(question, answers, el("ul", { class: "sentences" }, ...told.mentions.map(evidence)));
  } catch (error) {
    panel.show(question, el("p", {}, (error as Error).message));
  }
}
