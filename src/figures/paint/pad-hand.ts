import {type CursorRoom, listenToCursor} from "../cursor-keys.js";
import type {Point} from "../point.js";
import {listenToStroke} from "../stroke.js";
import {side} from "./drawn-digit.js";

/** Actions of a hand on a drawing pad, whatever the device. Places are in pixels of the picture. */
export interface PadHand {
  /** A stroke begins, or goes on. */
  press(place: Point): void;
  drag(place: Point): void;
  /** The keyboard's cursor is at `place`; `undefined` when the keys have left. */
  point(place: Point | undefined, isDown: boolean): void;
  undo(): void;
}

/** Whole pixels, a pixel from the edge. */
export const padRoom: CursorRoom = {
  start: {x: side / 2, y: side / 2},
  stride: 1,
  far: 4,
  least: 1,
  most: side - 1,
  isUpwards: false,
};

/**
 * Listens to pointer and keys on `surface`. Arrow keys move a cursor by a pixel, with Shift by four; Space or Enter puts the
 * pen down there and lifts it again, in between the arrow keys draw; Backspace takes the last stroke back.
 */
export function listenToPad(surface: HTMLElement, hand: PadHand): void {
  const onPicture = ({x, y}: Point): Point => ({x: x * side, y: y * side});
  listenToStroke(surface, {
    press: (place) => hand.press(onPicture(place)),
    drag: (place) => hand.drag(onPicture(place)),
  });
  let isDown = false;
  listenToCursor(surface, padRoom, {
    move(place) {
      if (!place) isDown = false;
      else if (isDown) hand.drag(place);
      hand.point(place, isDown);
    },
    press(place) {
      isDown = !isDown;
      if (isDown) hand.press(place);
      hand.point(place, isDown);
    },
    undo() {
      isDown = false;
      hand.undo();
    },
  });
}
