// Colours, shapes and words of the page; the colours are those of style.css, and of `demarche render`.
import { Kind, Status, Step } from "./model";

export const kindWords: Record<Kind, string> = {
  person: "person", state: "state", government: "government", organisation: "organisation", group: "group",
  other: "other",
};

// Number of the shape in node_program.ts, and whether only its rim is drawn.
export const shapes: Record<Kind, { shape: number; hollow: boolean }> = {
  person: { shape: 0, hollow: false },
  state: { shape: 1, hollow: false },
  government: { shape: 1, hollow: true },
  organisation: { shape: 2, hollow: false },
  group: { shape: 3, hollow: false },
  other: { shape: 4, hollow: true },
};

export const statusWords: Record<Status, string> = {
  actual: "happened", planned: "planned", possible: "possible", denied: "denied",
};
export const stepWords: Record<Step, string> = { ...statusWords, postponed: "postponed", cancelled: "cancelled" };

export const quadWords = ["unclear", "words, friendly", "deeds, friendly", "words, hostile", "deeds, hostile"];

export interface Palette {
  paper: string;
  ink: string;
  quiet: string;
  faint: string;
  accent: string;
  kind: Record<Kind, string>;
  quad: string[];
  denied: string;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"), ink: colour("ink"), quiet: colour("quiet"), faint: colour("faint"),
    accent: colour("accent"),
    kind: {
      person: colour("person"), state: colour("state"), government: colour("state"),
      organisation: colour("organisation"), group: colour("group"), other: colour("other"),
    },
    quad: [0, 1, 2, 3, 4].map((quad) => colour(`quad-${quad}`)),
    denied: colour("denied"),
  };
}

// "CONSULT" → "Consult".
export function eventWords(event: string): string {
  return event ? event[0] + event.slice(1).toLowerCase() : "Unknown";
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
