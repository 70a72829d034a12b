// Where the browser has no WebGL: the same picture as an export, which stands still but opens what is clicked.
import { around, asLaidOut, Places } from "./arrange";
import { el, replace } from "./dom";
import type { Drawing, GraphActions, GraphCanvas } from "./graph_canvas";
import { Scene } from "./scene";
import { graphPicture } from "./svg_export";

const margin = 50;

export function hasWebGL(): boolean {
  return document.createElement("canvas").getContext("webgl") !== null;
}

export class StillGraph implements GraphCanvas {
  private scene: Scene = { nodes: new Map(), ties: new Map() };
  private places: Places = new Map();

  constructor(private readonly container: HTMLElement, private readonly actions: GraphActions) {}

  show(scene: Scene, centre: string): void {
    this.scene = scene;
    this.places = centre ? around(scene, centre) : asLaidOut(scene);
    this.draw();
  }

  recolour(): void {
    this.draw();
  }

  resize(): void {
    this.draw();
  }

  choose(): void {}
  fit(): void {}
  fitAll(): void {}
  zoom(): void {}

  drawn(): Drawing {
    const width = Math.max(200, this.container.clientWidth);
    const height = Math.max(200, this.container.clientHeight);
    const all = [...this.places.values()];
    const [left, right] = [Math.min(...all.map((p) => p.x)), Math.max(...all.map((p) => p.x))];
    const [low, high] = [Math.min(...all.map((p) => p.y)), Math.max(...all.map((p) => p.y))];
    const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (high - low || 1));
    return {
      scene: this.scene, width, height, zoom: 1,
      at: (ref) => {
        const place = this.places.get(ref)!;
        return { x: width / 2 + (place.x - (left + right) / 2) * scale, y: height / 2 - (place.y - (low + high) / 2) * scale };
      },
    };
  }

  private draw(): void {
    const picture = graphPicture(this, "Graph", (key, isTie) => {
      if (isTie) this.actions.selectTie(this.scene.ties.get(key)!);
      else this.actions.selectNode(key);
    });
    replace(
      this.container,
      el("p", { class: "note" }, "This browser cannot draw the graph (WebGL is off); here is a still picture. The list and the timeline work as ever."),
      picture);
  }
}
