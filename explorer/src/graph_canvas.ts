// What the page needs of a graph on the screen, whoever draws it, and what is done on it.
import { Scene, Tie } from "./scene";

export interface GraphActions {
  selectNode(ref: string): void;
  selectTie(tie: Tie): void;
  focusOn(ref: string): void;
  clear(): void;
}

export interface Drawing {
  scene: Scene;
  at(ref: string): { x: number; y: number };
  width: number;
  height: number;
  zoom: number;
}

export interface GraphCanvas {
  // Draws a scene. Nodes keep their places when filters change; they move when the focus does.
  show(scene: Scene, centre: string): void;
  // What stays bright; the rest fades while there is something.
  choose(nodes: Iterable<string>, ties: Iterable<string>): void;
  recolour(): void;
  resize(): void;
  // Moves the camera so that these nodes are seen; without any, to where it stood at first.
  fit(refs?: string[]): void;
  // So that everything is seen; where it is, to where it stood at first.
  fitAll(): void;
  zoom(inwards: boolean): void;
  // Where things stand on the screen now.
  drawn(): Drawing;
}
