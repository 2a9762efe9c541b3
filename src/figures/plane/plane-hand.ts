import {type CursorRoom, listenToCursor} from "../cursor-keys.js";
import type {Point} from "../point.js";
import {listenToStroke} from "../stroke.js";
import {toPlane} from "./plane-geometry.js";

/** Actions of the reader's hand on the plane, whatever the device. Places are in coordinates of the plane. */
export interface PlaneHand {
  /** The place pointed at; `undefined` when the hand has left. `byKey` when it should be spoken. */
  move(place: Point | undefined, byKey: boolean): void;
  /** A stroke begins, goes on (both with a place), or ends. Keys make strokes of one point. */
  press(place: Point): void;
  drag(place: Point): void;
  release(): void;
  undo(): void;
}

const stride = 0.05;

export function planeRoom(extent: number): CursorRoom {
  const start = {x: 0, y: 0};
  return {start, stride, far: 5 * stride, least: -extent, most: extent, isUpwards: true};
}

/**
 * Listens to pointer and keys on `surface`. Arrow keys move a cursor by 0.05, with Shift by 0.25; Space or Enter presses;
 * Backspace takes back.
 */
export function listenToPlane(surface: HTMLElement, extent: number, hand: PlaneHand): void {
  const onPlane = (share: Point) => toPlane({extent, size: 1}, share);
  listenToStroke(surface, {
    hover: (share) => hand.move(share && onPlane(share), false),
    press: (share) => hand.press(onPlane(share)),
    drag: (share) => hand.drag(onPlane(share)),
    release: () => hand.release(),
  });
  listenToCursor(surface, planeRoom(extent), {
    move: (place) => hand.move(place, place !== undefined),
    press(place) {
      hand.move(place, true);
      hand.press(place);
      hand.release();
    },
    undo: () => hand.undo(),
  });
}
