// Which interactions are left by the filters.
import { firstDay, lastDay } from "./dates";
import { Deed, fold, Model } from "./model";
import { Facet, facets, State } from "./state";

export type Counts = Map<string, number>;

export interface Filtered {
  deeds: Deed[];
  // How many interactions each value of a facet would show, the other filters as they are.
  counts: Record<Facet, Counts>;
  // Those that all filters but the time let through: for the histogram.
  anyTime: Deed[];
}

export function valuesOf(deed: Deed, facet: Facet): string[] {
  if (facet === "event") return [deed.event];
  if (facet === "status") return [deed.status];
  return facet === "country" ? deed.countries : deed.themes;
}

const sentences = new WeakMap<Model, string[]>();

// Folded once, when somebody searches for words.
function sentencesOf(model: Model): string[] {
  let folded = sentences.get(model);
  if (!folded) sentences.set(model, (folded = model.mentions.map((mention) => fold(mention.text))));
  return folded;
}

export function holdsWords(model: Model, deed: Deed, words: string): boolean {
  const folded = sentencesOf(model);
  return deed.m.some((number) => folded[number].includes(words));
}

export function filter(model: Model, state: State): Filtered {
  const from = state.from ? firstDay(state.from) : -Infinity;
  const until = state.until ? lastDay(state.until) : Infinity;
  const timed = from !== -Infinity || until !== Infinity;
  const words = fold(state.words.trim());
  const wanted = new Map(facets.map((facet) => [facet, new Set(state[facet])]));
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()])) as Record<Facet, Counts>;
  const out: Filtered = { deeds: [], counts, anyTime: [] };
  for (const deed of model.deeds) {
    if (deed.confidence < state.confidence) continue;
    if (words && !holdsWords(model, deed, words)) continue;
    const inTime = !timed || (deed.from <= until && deed.until >= from);
    const missed = facets.filter((facet) => {
      const set = wanted.get(facet)!;
      return set.size > 0 && !valuesOf(deed, facet).some((value) => set.has(value));
    });
    if (missed.length === 0) out.anyTime.push(deed);
    if (!inTime) continue;
    if (missed.length === 0) out.deeds.push(deed);
    for (const facet of facets) {
      if (missed.length > 1 || (missed.length === 1 && missed[0] !== facet)) continue;
      for (const value of valuesOf(deed, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return out;
}
