import {element} from "../../controls/element.js";

/** The cursor's path: places numbered from 0, each with a step and words for it. */
export interface CursorPlaces {
  readonly count: number;
  /** The place nearest to `x`, in CSS pixels from the left edge of the plot. */
  at(x: number): number;
  step(place: number): number;
  text(place: number): string;
}

export interface StepCursor {
  readonly element: HTMLElement;
  /** The place pointed at, by pointer or keys. */
  place(): number | undefined;
  /** After each update: the places have changed; the cursor stays at its step. */
  update(places: CursorPlaces): void;
}

const noSteps = "no steps yet";

/**
 * A transparent slider over a plot: pointing, touching or the arrow keys choose a step, `onMove` says that it changed.
 * Arrows go one place, with Shift or as Page keys a tenth of all; Home and End to the ends; Escape leaves.
 */
export function stepCursor(label: string, onMove: () => void): StepCursor {
  const slider = element("div", {
    class: "fig-cursor",
    role: "slider",
    tabindex: 0,
    "aria-label": label,
    "aria-valuenow": 0,
    "aria-valuetext": noSteps,
  });
  let places: CursorPlaces = {count: 0, at: () => 0, step: () => 0, text: () => ""};
  let place: number | undefined;
  let followsEnd = false;
  const describe = () => {
    const at = place ?? places.count - 1;
    if (at < 0) {
      slider.setAttribute("aria-valuenow", "0");
      return slider.setAttribute("aria-valuetext", noSteps);
    }
    slider.setAttribute("aria-valuemin", String(places.step(0)));
    slider.setAttribute("aria-valuemax", String(places.step(places.count - 1)));
    slider.setAttribute("aria-valuenow", String(places.step(at)));
    slider.setAttribute("aria-valuetext", places.text(at));
  };
  const move = (next: number | undefined) => {
    const inside = next === undefined ? undefined : Math.max(0, Math.min(places.count - 1, next));
    if (inside === place || places.count === 0) return;
    place = inside;
    followsEnd = inside === places.count - 1;
    describe();
    onMove();
  };
  slider.addEventListener("pointermove", (event) => move(places.at(event.offsetX)));
  slider.addEventListener("pointerdown", (event) => move(places.at(event.offsetX)));
  slider.addEventListener("pointerleave", () => {
    if (document.activeElement !== slider) move(undefined);
  });
  slider.addEventListener("blur", () => move(undefined));
  slider.addEventListener("keydown", (event) => {
    const next = placeAfterKey(event, place ?? places.count - 1, places.count);
    if (next === undefined && event.key !== "Escape") return;
    event.preventDefault();
    move(next);
  });
  return {
    element: slider,
    place: () => place,
    update(next) {
      const step = place === undefined ? undefined : places.step(place);
      places = next;
      if (places.count === 0) place = undefined;
      else if (step !== undefined) place = followsEnd ? places.count - 1 : placeOf(places, step);
      if (place !== undefined || document.activeElement !== slider) describe();
    },
  };
}

/** Places are ordered by step: the last one that is not past `step`. */
function placeOf(places: CursorPlaces, step: number): number {
  let low = 0;
  let high = places.count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (places.step(middle) <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function placeAfterKey(
  {key, shiftKey}: {readonly key: string; readonly shiftKey: boolean},
  place: number,
  count: number,
): number | undefined {
  const tenth = Math.max(1, Math.round(count / 10));
  const stride = shiftKey ? tenth : 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: place - stride,
    ArrowDown: place - stride,
    ArrowRight: place + stride,
    ArrowUp: place + stride,
    PageDown: place - tenth,
    PageUp: place + tenth,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}
