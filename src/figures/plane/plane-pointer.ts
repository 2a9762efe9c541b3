import type {Point} from "./plane-geometry.js";

/** What the reader's hand does on the plane, whatever the device. */
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

/**
 * Listens to pointer and keys on `surface` and reports places in plane coordinates. Arrow keys move a cursor by 0.05, with
 * Shift by 0.25; Space or Enter presses; Backspace takes back. `toPlace` turns an event's offset into a place.
 */
export function listenToHand(
  surface: HTMLElement,
  extent: number,
  toPlace: (offset: Point) => Point,
  hand: PlaneHand,
): void {
  let cursor: Point = {x: 0, y: 0};
  let pressed = false;
  const placeOf = ({offsetX, offsetY}: PointerEvent) => toPlace({x: offsetX, y: offsetY});
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = true;
    surface.setPointerCapture(event.pointerId);
    hand.move(placeOf(event), false);
    hand.press(placeOf(event));
  });
  surface.addEventListener("pointermove", (event) => {
    hand.move(placeOf(event), false);
    if (pressed) hand.drag(placeOf(event));
  });
  for (const end of ["pointerup", "pointercancel"])
    surface.addEventListener(end, () => {
      if (pressed) hand.release();
      pressed = false;
    });
  surface.addEventListener("pointerleave", () => hand.move(undefined, false));
  surface.addEventListener("blur", () => hand.move(undefined, false));
  surface.addEventListener("keydown", (event) => {
    const moved = cursorAfterKey(cursor, event, extent);
    const presses = event.key === " " || event.key === "Enter";
    cursor = moved ?? cursor;
    if (moved || presses) hand.move(cursor, true);
    if (presses) {
      hand.press(cursor);
      hand.release();
    }
    if (event.key === "Backspace") hand.undo();
    if (moved || presses || event.key === "Backspace") event.preventDefault();
  });
}

/** Where an arrow key moves the cursor, kept within the plane; `undefined` for another key. */
export function cursorAfterKey(
  {x, y}: Point,
  {key, shiftKey}: {readonly key: string; readonly shiftKey: boolean},
  extent: number,
): Point | undefined {
  const far = shiftKey ? 5 * stride : stride;
  const moves: Readonly<Record<string, Point>> = {
    ArrowLeft: {x: x - far, y},
    ArrowRight: {x: x + far, y},
    ArrowUp: {x, y: y + far},
    ArrowDown: {x, y: y - far},
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  const inside = (v: number) => Math.max(-extent, Math.min(extent, Math.round(v * 100) / 100));
  return next && {x: inside(next.x), y: inside(next.y)};
}
