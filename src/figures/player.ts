import {button, element, uniqueId} from "../controls/element.js";
import {setText} from "../controls/set-text.js";

export interface PlayerOptions {
  /** Of the slider. */
  readonly label: string;
  /** Of the button where motion is to be reduced: "Next place". */
  readonly nextLabel: string;
  /** From one place to the next. */
  readonly frameMs: number;
  /** The places that Play goes through from `place` on. */
  route(place: number, last: number): readonly number[];
  /** Goes to a place, by the reader's hand or by playing. */
  go(place: number): void;
}

/**
 * A slider over places from 0, and a button that plays through them, from the start when it is at the end. Where motion is to be
 * reduced the button goes on by one place instead.
 */
export function player({label, nextLabel, frameMs, route, go}: PlayerOptions) {
  const id = uniqueId("fig-player");
  const range = element("input", {type: "range", id, min: 0, max: 1, step: 1, disabled: true});
  const play = button("Play", () => (halt ? stop() : start()));
  play.disabled = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let at = {place: 0, last: 0};
  let halt: (() => void) | undefined;
  const stop = () => {
    halt?.();
    halt = undefined;
    setText(play, still.matches ? nextLabel : "Play");
  };
  const start = () => {
    if (at.place === at.last) go(0);
    else if (still.matches) go(at.place + 1);
    if (still.matches) return;
    setText(play, "Stop");
    halt = playThrough(route(at.place, at.last), frameMs, (place, isLast) => {
      go(Math.min(place, at.last));
      if (isLast || !range.isConnected) stop();
    });
  };
  still.addEventListener("change", stop);
  range.addEventListener("input", () => {
    stop();
    go(Number(range.value));
  });
  stop();
  return {
    play,
    label: element("label", {for: id}, label),
    range,
    isPlaying: () => halt !== undefined,
    /** Plays from where it is; where motion is to be reduced it waits for the button. */
    begin() {
      if (!still.matches && !halt) start();
    },
    /** Shows where it is: at `place` of 0 to `last`, which is said as `words`. */
    show(place: number, last: number, words: string) {
      at = {place, last};
      range.max = String(last);
      range.value = String(place);
      range.setAttribute("aria-valuetext", words);
      range.disabled = play.disabled = last === 0;
    },
  };
}

/** Visits the places one after the other, the first after `frameMs`. Returns what ends it sooner. */
export function playThrough(
  places: readonly number[],
  frameMs: number,
  visit: (place: number, isLast: boolean) => void,
): () => void {
  const rest = [...places];
  const timer = setInterval(() => {
    const place = rest.shift();
    const isLast = rest.length === 0;
    if (isLast) clearInterval(timer);
    if (place !== undefined) visit(place, isLast);
  }, frameMs);
  return () => clearInterval(timer);
}
