// A field that finds actors as one types (an ARIA combobox with a list box).
import { el, replace } from "./dom";
import { fold } from "./model";

export interface Choice {
  label: string;
  note: string;
  run(): void;
}

interface Indexed<Item> {
  item: Item;
  name: string; // folded
  others: string[];
  weight: number;
}

export class NameIndex<Item> {
  private readonly all: Indexed<Item>[];

  constructor(items: Item[], names: (item: Item) => string[], weight: (item: Item) => number) {
    this.all = items.map((item) => {
      const [name, ...others] = names(item).map(fold);
      return { item, name, others, weight: weight(item) };
    });
  }

  // Names that begin with the words first, then words in names, then other names; the busiest first.
  find(words: string, most: number): Item[] {
    const sought = fold(words.trim());
    if (!sought) return [];
    const rank = ({ name, others }: Indexed<Item>) => {
      if (name.startsWith(sought)) return 0;
      if (` ${name}`.includes(` ${sought}`)) return 1;
      if (others.some((other) => ` ${other}`.includes(` ${sought}`))) return 2;
      return name.includes(sought) ? 3 : 4;
    };
    return this.all
      .map((entry) => ({ entry, rank: rank(entry) }))
      .filter((found) => found.rank < 4)
      .sort((a, b) => a.rank - b.rank || b.entry.weight - a.entry.weight || (a.entry.name < b.entry.name ? -1 : 1))
      .slice(0, most)
      .map((found) => found.entry.item);
  }
}

export class Combobox {
  private choices: Choice[] = [];
  private at = -1;

  // `find` may answer twice: at once, and again through `later` when a server has answered.
  constructor(
    private readonly input: HTMLInputElement, private readonly list: HTMLElement,
    private readonly find: (words: string, later: (choices: Choice[]) => void) => Choice[],
  ) {
    input.addEventListener("input", () => this.refresh());
    input.addEventListener("focus", () => input.value && this.refresh());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && this.close(), 120));
  }

  private refresh(): void {
    const words = this.input.value;
    this.offer(this.find(words, (choices) => {
      if (this.input.value === words && document.activeElement === this.input) this.offer([...this.choices, ...choices]);
    }));
  }

  private offer(choices: Choice[]): void {
    this.choices = choices;
    this.at = choices.length ? Math.max(0, Math.min(this.at, choices.length - 1)) : -1;
    const options = choices.map((choice, i) =>
      el("li", {
        role: "option", id: `${this.list.id}-${i}`, "aria-selected": i === this.at ? "true" : "false",
        onpointerdown: (event: Event) => event.preventDefault(), onclick: (event: Event) => {
          event.preventDefault(); // A label around it would take the focus back to its field.
          this.take(choice);
        },
      }, el("span", { dir: "auto" }, choice.label), choice.note ? el("span", { class: "quiet" }, ` ${choice.note}`) : null));
    const nothing = this.input.value.trim() && !choices.length;
    replace(this.list, ...options, nothing ? el("li", { class: "quiet", role: "option", "aria-disabled": "true" }, "nobody of that name") : null);
    this.list.hidden = !choices.length && !nothing;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  private mark(): void {
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.at)));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (this.list.hidden) this.input.value = "";
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = this.choices.length;
      if (!count) return;
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.mark();
    } else if (event.key === "Enter" && this.choices[this.at]) {
      event.preventDefault();
      this.take(this.choices[this.at]);
    }
  }

  private take(choice: Choice): void {
    this.input.value = "";
    this.close();
    choice.run();
  }

  private close(): void {
    this.choices = [];
    this.at = -1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
