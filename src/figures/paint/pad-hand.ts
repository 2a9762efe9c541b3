import type {Point} from "../plane/plane-geometry.js";
import {side} from "./drawn-digit.js";

/** What a hand does on a drawing pad, whatever the device. Places are in pixels of the picture. */
export interface PadHand {
  /** A stroke begins, goes on, or ends. */
  press(place: Point): void;
  drag(place: Point): void;
  release(): void;
  /** The keyboard's cursor is at `place`; `undefined` when the keys have left. */
  point(place: Point | undefined, isDown: boolean): void;
  undo(): void;
}

/**
 * Listens to pointer and keys on `surface`. Arrow keys move a cursor by a pixel, with Shift by four; Space or Enter puts the
 * pen down there and lifts it again, in between the arrow keys draw; Backspace takes the last stroke back.
 */
export function listenToPad(surface: HTMLElement, hand: PadHand): void {
  listenToPointer(surface, hand);
  listenToKeys(surface, hand);
}

function listenToPointer(surface: HTMLElement, hand: PadHand): void {
  let pressed = false;
  const placeOf = ({clientX, clientY}: PointerEvent): Point => {
    const {left, top, width} = surface.getBoundingClientRect();
    const scale = side / width;
    return {x: (clientX - left) * scale, y: (clientY - top) * scale};
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    pressed = true;
    surface.setPointerCapture(event.pointerId);
    hand.press(placeOf(event));
  });
  surface.addEventListener("pointermove", (event) => {
    if (!pressed || !event.isPrimary) return;
    for (const part of event.getCoalescedEvents()) hand.drag(placeOf(part));
    hand.drag(placeOf(event));
  });
  for (const end of ["pointerup", "pointercancel"])
    surface.addEventListener(end, () => {
      if (pressed) hand.release();
      pressed = false;
    });
}

function listenToKeys(surface: HTMLElement, hand: PadHand): void {
  let cursor: Point = {x: side / 2, y: side / 2};
  let isDown = false;
  const lift = () => {
    if (isDown) hand.release();
    isDown = false;
  };
  const obey = (event: KeyboardEvent): boolean => {
    const moved = cursorAfterKey(cursor, event);
    if (moved) {
      cursor = moved;
      if (isDown) hand.drag(cursor);
    } else if (event.key === " " || event.key === "Enter") {
      if (isDown) lift();
      else {
        isDown = true;
        hand.press(cursor);
      }
    } else if (event.key === "Backspace") {
      lift();
      hand.undo();
      return true;
    } else return false;
    hand.point(cursor, isDown);
    return true;
  };
  surface.addEventListener("keydown", (event) => {
    if (obey(event)) event.preventDefault();
  });
  surface.addEventListener("blur", () => {
    lift();
    hand.point(undefined, false);
  });
}

/** Where an arrow key moves the cursor, kept on the picture; `undefined` for another key. */
export function cursorAfterKey(
  {x, y}: Point,
  {key, shiftKey}: {readonly key: string; readonly shiftKey: boolean},
): Point | undefined {
  const far = shiftKey ? 4 : 1;
  const moves: Readonly<Record<string, Point>> = {
    ArrowLeft: {x: x - far, y},
    ArrowRight: {x: x + far, y},
    ArrowUp: {x, y: y - far},
    ArrowDown: {x, y: y + far},
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  const inside = (v: number) => Math.max(1, Math.min(side - 1, v));
  return next && {x: inside(next.x), y: inside(next.y)};
}
