// What the reader looks at: all of it stands in the address after "#", so that a copied address shows the same.

export type View = "graph" | "list" | "timeline";
export type Rows = "interactions" | "ties" | "actors";

// A node is an actor (by id) or, rolled up, a country ("@TUR").
export type Selection =
  | { kind: "node"; ref: string }
  | { kind: "tie"; ends: [string, string] }
  | { kind: "deeds"; ids: string[] };

export interface State {
  view: View;
  rows: Rows;
  selection: Selection | null;
  focus: string; // ref; empty for the whole graph
  hops: number;
  path: [string, string] | null;
  rollup: boolean;
  from: string; // ISO days; empty for no bound
  until: string;
  words: string;
  event: string[]; // empty lists do not restrict
  status: string[];
  country: string[];
  topic: string[];
  confidence: number; // 0 to 1
}

export const initial: Readonly<State> = {
  view: "graph", rows: "interactions", selection: null, focus: "", hops: 1, path: null, rollup: false,
  from: "", until: "", words: "", event: [], status: [], country: [], topic: [], confidence: 0,
};

export type Facet = "event" | "status" | "country" | "topic";
export const facets: Facet[] = ["event", "status", "country", "topic"];
const mostIds = 40; // in one address

export function toFragment(state: State): string {
  const out = new URLSearchParams();
  const put = (key: string, value: string, usual = "") => {
    if (value !== usual) out.append(key, value);
  };
  put("view", state.view, initial.view);
  put("rows", state.rows, initial.rows);
  const chosen = state.selection;
  if (chosen?.kind === "node") put("actor", chosen.ref);
  if (chosen?.kind === "tie") chosen.ends.forEach((end) => put("tie", end));
  if (chosen?.kind === "deeds") chosen.ids.slice(0, mostIds).forEach((id) => put("interaction", id));
  put("focus", state.focus);
  if (state.focus) put("hops", String(state.hops), "1");
  state.path?.forEach((end) => put("path", end));
  if (state.rollup) put("rollup", "country");
  put("from", state.from);
  put("until", state.until);
  put("words", state.words);
  for (const facet of facets) state[facet].forEach((value) => put(facet, value));
  if (state.confidence > 0) put("confidence", String(state.confidence));
  return out.toString();
}

function oneOf<Word extends string>(value: string | null, words: readonly Word[], otherwise: Word): Word {
  return words.includes(value as Word) ? (value as Word) : otherwise;
}

function day(value: string | null): string {
  return value && /^\d{4}(-\d\d){0,2}$/.test(value) ? value : "";
}

function selectionIn(given: URLSearchParams): Selection | null {
  const actor = given.get("actor");
  const tie = given.getAll("tie");
  const ids = given.getAll("interaction");
  if (actor) return { kind: "node", ref: actor };
  if (tie.length === 2) return { kind: "tie", ends: [tie[0], tie[1]] };
  return ids.length ? { kind: "deeds", ids } : null;
}

// Anything that makes no sense is left out: an address may have been cut or typed.
export function fromFragment(fragment: string): State {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const path = given.getAll("path");
  const confidence = Number(given.get("confidence") ?? 0);
  return {
    view: oneOf(given.get("view"), ["graph", "list", "timeline"], "graph"),
    rows: oneOf(given.get("rows"), ["interactions", "ties", "actors"], "interactions"),
    selection: selectionIn(given),
    focus: given.get("focus") ?? "",
    hops: Math.min(3, Math.max(1, Math.floor(Number(given.get("hops") ?? 1)) || 1)),
    path: path.length === 2 ? [path[0], path[1]] : null,
    rollup: given.get("rollup") === "country",
    from: day(given.get("from")),
    until: day(given.get("until")),
    words: given.get("words") ?? "",
    event: given.getAll("event"),
    status: given.getAll("status"),
    country: given.getAll("country"),
    topic: given.getAll("topic"),
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
  };
}
