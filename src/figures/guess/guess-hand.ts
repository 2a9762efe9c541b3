import type {Point} from "../point.js";
import {listenToStroke} from "../stroke.js";
import {type GuessPoint, placeNear} from "./guess.js";

/** Actions of a hand on a plot that a guess is drawn on, whatever the device. */
export interface GuessHand {
  /** A stroke goes from one point to another; from and to are the same where it begins. */
  stroke(from: GuessPoint, to: GuessPoint): void;
  /** The stroke has ended. */
  rest(): void;
  /** The keyboard's cursor goes to `place`. */
  go(place: number): void;
  /** The value at the cursor goes up by `by` shares of the axis, down when it is negative. */
  raise(by: number): void;
  /** Sets the value at the cursor to where the cursor is. */
  put(): void;
  erase(): void;
  /** The keys have left. */
  leave(): void;
}

/**
 * Listens to pointer and keys on `surface`. Left and right go from point to point, with Shift by five, Home and End to the ends; up
 * and down move the point, with Shift by more; Space or Enter puts one, Backspace takes it away.
 */
export function listenToGuess(surface: HTMLElement, last: number, hand: GuessHand): void {
  listenToPointer(surface, hand);
  let place = 0;
  surface.addEventListener("focus", () => {
    if (surface.matches(":focus-visible")) hand.go(place);
  });
  surface.addEventListener("blur", () => hand.leave());
  surface.addEventListener("keydown", (event) => {
    const next = placeAfterKey(place, event, last);
    const rise = riseOfKey(event);
    if (next !== undefined) {
      place = next;
      hand.go(place);
    } else if (rise !== undefined) hand.raise(rise);
    else if (event.key === " " || event.key === "Enter") hand.put();
    else if (event.key === "Backspace" || event.key === "Delete") hand.erase();
    else return;
    event.preventDefault();
  });
}

function listenToPointer(surface: HTMLElement, hand: GuessHand): void {
  let from: GuessPoint | undefined;
  const drawTo = ({x, y}: Point) => {
    const to = {x, y: 1 - y};
    hand.stroke(from ?? to, to);
    from = to;
  };
  listenToStroke(surface, {
    press: drawTo,
    drag: drawTo,
    release() {
      from = undefined;
      hand.rest();
    },
  });
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key moves the cursor; `undefined` for another key. */
export function placeAfterKey(
  place: number,
  {key, shiftKey}: Key,
  last: number,
): number | undefined {
  const far = shiftKey ? 5 : 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: place - far,
    ArrowRight: place + far,
    Home: 0,
    End: last,
  };
  const next = Object.hasOwn(moves, key) ? moves[key]! : undefined;
  return next === undefined ? undefined : placeNear(Math.max(0, Math.min(last, next)) / last);
}

/** By how much of the axis a key raises the point at the cursor; `undefined` for another key. */
export function riseOfKey({key, shiftKey}: Key): number | undefined {
  const by = shiftKey ? 0.1 : 0.02;
  if (key === "ArrowUp") return by;
  return key === "ArrowDown" ? -by : undefined;
}
