import type {Point} from "./point.js";

/** Room in which the keys' cursor moves. */
export interface CursorRoom {
  readonly start: Point;
  /** Lengths of a move by an arrow key, alone and with Shift. */
  readonly stride: number;
  readonly far: number;
  readonly least: number;
  readonly most: number;
  /** Whether y goes upwards. */
  readonly isUpwards: boolean;
}

/** Actions of the keys on a surface. */
export interface CursorHand {
  /** The cursor went to a place; `undefined` when the keys have left. */
  move(place: Point | undefined): void;
  /** Space or Enter. */
  press(place: Point): void;
  /** Backspace. */
  undo(): void;
}

/** Listens to the keys on `surface`: arrows move a cursor, with Shift farther; Space or Enter presses there; Backspace takes back. */
export function listenToCursor(surface: HTMLElement, room: CursorRoom, hand: CursorHand): void {
  let cursor = room.start;
  const obey = (event: KeyboardEvent): boolean => {
    const moved = cursorAfterKey(cursor, event, room);
    if (moved) {
      cursor = moved;
      hand.move(cursor);
    } else if (event.key === " " || event.key === "Enter") hand.press(cursor);
    else if (event.key === "Backspace") hand.undo();
    else return false;
    return true;
  };
  surface.addEventListener("keydown", (event) => {
    if (obey(event)) event.preventDefault();
  });
  surface.addEventListener("blur", () => hand.move(undefined));
}

/** Where an arrow key moves the cursor, kept within its room; `undefined` for another key. */
export function cursorAfterKey(
  {x, y}: Point,
  {key, shiftKey}: {readonly key: string; readonly shiftKey: boolean},
  {stride, far, least, most, isUpwards}: CursorRoom,
): Point | undefined {
  const by = shiftKey ? far : stride;
  const up = isUpwards ? by : -by;
  const moves: Readonly<Record<string, Point>> = {
    ArrowLeft: {x: x - by, y},
    ArrowRight: {x: x + by, y},
    ArrowUp: {x, y: y + up},
    ArrowDown: {x, y: y - up},
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  const inside = (v: number) => Math.max(least, Math.min(most, Math.round(v * 100) / 100));
  return next && {x: inside(next.x), y: inside(next.y)};
}
