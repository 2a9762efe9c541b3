import {cursorAfterKey} from "../cursor-keys.js";
import type {Point} from "../point.js";
import {listenToStroke} from "../stroke.js";
import {toPlane} from "./plane-geometry.js";

export interface MovablePoint {
  readonly extent: number;
  /** Lengths of a move by an arrow key; with Shift five times as long. */
  readonly stride: number;
  /** Where it is now. */
  place(): Point;
  move(place: Point): void;
}

/** Lets pointer and arrow keys move one point on a plane; it stays within the plane. */
export function listenToPoint(surface: HTMLElement, point: MovablePoint): void {
  const {extent, stride} = point;
  const inside = (value: number) => Math.max(-extent, Math.min(extent, value));
  const go = (share: Point) => {
    const {x, y} = toPlane({extent, size: 1}, share);
    point.move({x: inside(x), y: inside(y)});
  };
  listenToStroke(surface, {press: go, drag: go});
  const room = {start: point.place(), stride, far: 5 * stride, isUpwards: true};
  surface.addEventListener("keydown", (event) => {
    const next = cursorAfterKey(point.place(), event, {...room, least: -extent, most: extent});
    if (!next) return;
    event.preventDefault();
    point.move(next);
  });
}
