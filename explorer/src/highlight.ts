// What stays bright while something is pointed at, walked to or chosen, and how the rest fades.
import { otherEnd, Scene } from "./scene";
import { Palette } from "./style";

export class Highlight {
  scene: Scene = { nodes: new Map(), ties: new Map() };
  centre = "";
  hovered: string | null = null;
  cursor: string | null = null; // of the keyboard
  private chosen = new Set<string>(); // nodes that stay bright
  private chosenTies = new Set<string>();
  private chosenNames = new Set<string>();
  private brightNow: Set<string> | null = null;

  // Whether anything looks different now.
  choose(nodes: Iterable<string>, ties: Iterable<string>): boolean {
    const before = this.chosen.size;
    this.chosen = new Set(nodes);
    this.chosenTies = new Set(ties);
    this.chosenNames = new Set([...this.chosen].map((ref) => this.scene.nodes.get(ref)?.name ?? ""));
    return before > 0 || this.chosen.size > 0;
  }

  isChosenName(name: string): boolean {
    return this.chosenNames.has(name);
  }

  // After a change of any of it, before nodes and ties are asked for.
  settle(): void {
    if (!this.cursor || !this.scene.nodes.has(this.cursor)) this.cursor = null;
    this.brightNow = this.bright();
  }

  nodeLook(ref: string, data: any, colours: Palette): any {
    const bright = this.brightNow;
    const picked = this.chosen.has(ref) && this.chosen.size <= 12;
    if (ref === this.cursor) return { ...data, highlighted: true, forceLabel: true, zIndex: 3 };
    if (bright && !bright.has(ref)) return { ...data, color: colours.faint, rim: colours.paper, label: "", zIndex: 0 };
    if (ref === this.centre || picked) return { ...data, forceLabel: true, zIndex: 2 };
    return bright ? { ...data, forceLabel: bright.size <= 40, zIndex: 1 } : data;
  }

  tieLook(key: string, data: any, colours: Palette): any {
    const at = this.hovered ?? this.cursor;
    if (at) {
      const tie = this.scene.ties.get(key)!;
      return tie.a.ref === at || tie.b.ref === at ? { ...data, zIndex: 1 } : { ...data, color: colours.faint, zIndex: 0 };
    }
    if (!this.chosen.size) return data;
    return this.chosenTies.has(key)
      ? { ...data, size: data.size + 1, zIndex: 1 }
      : { ...data, color: colours.faint, zIndex: 0 };
  }

  private bright(): Set<string> | null {
    const at = this.hovered ?? this.cursor;
    if (at && this.scene.nodes.has(at)) {
      const node = this.scene.nodes.get(at)!;
      return new Set([at, ...node.ties.map((tie) => otherEnd(tie, node).ref)]);
    }
    return this.chosen.size ? this.chosen : null;
  }
}
