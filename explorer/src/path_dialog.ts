// Asks for the two ends of a path.
import { byId } from "./dom";
import { Choice, Combobox } from "./search";

export interface End {
  ref: string;
  name: string;
}

export class PathDialog {
  private readonly dialog = byId<HTMLDialogElement>("path-dialog");
  private readonly inputs = [byId<HTMLInputElement>("path-from"), byId<HTMLInputElement>("path-to")];
  private readonly ends: (End | null)[] = [null, null];

  constructor(find: (words: string) => End[], note: (end: End) => string, done: (from: string, to: string) => void) {
    this.inputs.forEach((input, i) => {
      new Combobox(input, byId(`${input.id}-list`), (words) => {
        this.ends[i] = null;
        return find(words).map((end): Choice => ({ label: end.name, note: note(end), run: () => this.take(i, end) }));
      });
    });
    byId("path-cancel").addEventListener("click", () => this.dialog.close());
    byId("path-form").addEventListener("submit", (event) => {
      event.preventDefault();
      // A name that was typed in full, or its only fit, need not be picked from the list.
      this.inputs.forEach((input, i) => (this.ends[i] ??= input.value.trim() ? (find(input.value)[0] ?? null) : null));
      const [from, to] = this.ends;
      const problem = !from || !to ? "Name two actors of this page." : from.ref === to.ref ? "Name two different actors." : "";
      byId("path-problem").textContent = problem;
      if (problem) return;
      this.dialog.close();
      done(from!.ref, to!.ref);
    });
  }

  open(from: End | null): void {
    [from, null].forEach((end, i) => {
      this.ends[i] = end;
      this.inputs[i].value = end?.name ?? "";
    });
    byId("path-problem").textContent = "";
    this.dialog.showModal();
    this.inputs[from ? 1 : 0].focus();
  }

  private take(i: number, end: End): void {
    this.ends[i] = end;
    this.inputs[i].value = end.name;
    if (i === 0) this.inputs[1].focus();
    else byId("path-find").focus();
  }
}
