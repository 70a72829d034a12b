// What the program has put into the page, read once. src/explore/README.md describes the format.
import { firstDay, lastDay } from "./dates";

export type Kind = "person" | "state" | "government" | "organisation" | "group" | "other";
export type Status = "actual" | "planned" | "possible" | "denied";
export type Step = Status | "postponed" | "cancelled"; // what became of a plan, in the order of its telling

export interface Actor {
  index: number;
  id: string;
  name: string;
  kind: Kind;
  country?: string; // alpha-3; a key of Model.countries
  code?: string;
  sector?: string;
  qid?: string;
  offices: string[];
  aliases: string[];
  x: number;
  y: number;
  rolled_x?: number; // beside the countries; for those without one
  rolled_y?: number;
  deeds: Deed[];
}

export interface Deed {
  index: number;
  id: string;
  a: number[]; // numbers of actors
  r: number[];
  date?: string;
  enddate?: string;
  precision?: "document" | "week";
  event: string;
  mode?: string;
  action: string;
  reciprocal: boolean;
  status: Status;
  history: { status: Step; said?: string }[];
  topic: string[];
  context: string[];
  place?: string;
  reports: number;
  independent: number;
  confidence: number;
  quad: number; // 1 to 4; 0 for none
  m: number[]; // numbers of mentions
  more: number; // mentions that the page leaves out
  from: number; // day numbers; NaN without a date
  until: number;
  themes: string[]; // topics and contexts
  countries: string[];
}

export interface Mention {
  s: number;
  text: string;
  marks: [number, number, "t" | "a" | "r"][];
  status: Step;
  by?: string;
  confidence: number;
  rule?: string;
}

export interface Source {
  title?: string;
  date?: string;
  url?: string;
  publication?: string;
}

export interface Country {
  name: string;
  x: number;
  y: number;
}

export interface Totals {
  actors: number;
  interactions: number;
  mentions: number;
  sources: number;
}

export interface Model {
  title: string;
  note: string;
  around: string;
  madeBy: string;
  served: boolean;
  totals: Totals;
  countries: Map<string, Country>;
  actors: Actor[];
  deeds: Deed[];
  mentions: Mention[];
  sources: Source[];
  actorById: Map<string, Actor>;
  deedById: Map<string, Deed>;
  from: number; // first and last day of all dated interactions; NaN if there are none
  until: number;
}

/* eslint-disable @typescript-eslint/no-explicit-any */
export function readModel(raw: any): Model {
  const countries = new Map<string, Country>(Object.entries(raw.countries ?? {}));
  const actors: Actor[] = raw.actors.map((actor: any, index: number) => ({
    offices: [], aliases: [], ...actor, index, deeds: [],
  }));
  const deeds: Deed[] = raw.interactions.map((deed: any, index: number) => readDeed(deed, index, actors));
  const days = deeds.filter((deed) => !Number.isNaN(deed.from));
  for (const deed of deeds) {
    for (const actor of new Set([...deed.a, ...deed.r])) actors[actor].deeds.push(deed);
  }
  return {
    title: raw.title ?? "",
    note: raw.note ?? "",
    around: raw.around ?? "",
    madeBy: raw.made_by,
    served: Boolean(raw.served),
    totals: raw.totals,
    countries,
    actors,
    deeds,
    mentions: raw.mentions,
    sources: raw.sources,
    actorById: new Map(actors.map((actor) => [actor.id, actor])),
    deedById: new Map(deeds.map((deed) => [deed.id, deed])),
    from: days.reduce((least, deed) => Math.min(least, deed.from), days.length ? Infinity : NaN),
    until: days.reduce((most, deed) => Math.max(most, deed.until), days.length ? -Infinity : NaN),
  };
}

function readDeed(raw: any, index: number, actors: Actor[]): Deed {
  const deed: Deed = {
    event: "", action: "", reciprocal: false, history: [], topic: [], context: [], quad: 0, more: 0,
    ...raw, index, themes: [], countries: [], from: firstDay(raw.date), until: lastDay(raw.enddate || raw.date),
  };
  if (Number.isNaN(deed.until)) deed.until = lastDay(raw.date);
  if (deed.until < deed.from) deed.until = deed.from;
  deed.themes = [...new Set([...deed.topic, ...deed.context])];
  const found = new Set<string>();
  for (const number of [...deed.a, ...deed.r]) {
    const country = actors[number].country;
    if (country) found.add(country);
  }
  deed.countries = [...found];
  return deed;
}

// Lower case without accents, for searching.
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
