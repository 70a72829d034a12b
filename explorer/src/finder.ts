// What the search field and the path's ends offer: actors of the page, sentences, and what a server knows besides.
import { Model } from "./model";
import { End } from "./path_dialog";
import { Node, Scene } from "./scene";
import { Choice, NameIndex } from "./search";
import * as server from "./server";
import { kindWords } from "./style";

export interface Findings {
  visit(ref: string): void;
  seekWords(words: string): void;
  loadAround(id: string): void;
  ask(words: string): void;
}

const mostFound = 8;

export class Finder {
  private names!: NameIndex<Node>;
  private namesOf: Scene | null = null;

  // `whole` gives the scene of the moment, without a focus.
  constructor(private readonly model: Model, private readonly whole: () => Scene, private readonly to: Findings) {}

  ends(words: string): End[] {
    return this.index().find(words, mostFound);
  }

  noteOf(ref: string): string {
    const node = this.whole().nodes.get(ref);
    if (!node) return "";
    return [node.country ?? kindWords[node.kind], String(node.deeds.length)].join(" · ");
  }

  // `later` is told what the server adds, if there is one.
  choices(typed: string, later: (choices: Choice[]) => void): Choice[] {
    const words = typed.trim();
    const found = this.index().find(typed, mostFound);
    const choices: Choice[] = found.map((node) => ({
      label: node.name, note: this.noteOf(node.ref), run: () => this.to.visit(node.ref),
    }));
    if (words.length < 2) return choices;
    choices.push({ label: `Sentences that say “${words}”`, note: "", run: () => this.to.seekWords(words) });
    if (this.model.served) this.onServer(words, new Set(found.map((node) => node.ref)), later);
    return choices;
  }

  private index(): NameIndex<Node> {
    const whole = this.whole();
    if (this.namesOf !== whole) {
      this.names = new NameIndex([...whole.nodes.values()],
        (node) => [node.name, ...node.actors.flatMap((actor) => [actor.name, ...actor.aliases])], (node) => node.deeds.length);
      this.namesOf = whole;
    }
    return this.names;
  }

  private onServer(words: string, known: Set<string>, later: (choices: Choice[]) => void): void {
    const question: Choice[] = [{ label: `Ask: ${words}`, note: "", run: () => this.to.ask(words) }];
    server.findActors(words).then(
      (actors) => later([
        ...actors.filter((actor) => !known.has(actor.id) && !this.model.actorById.has(actor.id))
          .map((actor) => ({
            label: actor.name, note: `${actor.interactions} · load from the whole graph`, run: () => this.to.loadAround(actor.id),
          })),
        ...question,
      ]),
      () => later(question),
    );
  }
}
