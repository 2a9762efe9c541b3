/** Keys that are held, and a walk that goes on by itself. Where motion is to be reduced each press is one step, and nothing moves by itself. */
import {watchNearness} from "../nearness.js";

/** Turns right by degrees, goes ahead by cells, or looks up by degrees. */
export type Motion = "turn" | "go" | "raise";

export interface WalkHand {
  move(motion: Motion, by: number): void;
  /** Whether the walk goes on by itself, or nothing moves any more. */
  changed(isWalking: boolean): void;
}

/** In degrees and cells: of a second of a held key, and of one step. */
const pace = {turn: 60, go: 3, raise: 20} as const;
export const walkStep = {turn: 15, go: 1, raise: 5} as const;

const keys: Readonly<Record<string, readonly [motion: Motion, sign: 1 | -1]>> = {
  ArrowLeft: ["turn", -1],
  ArrowRight: ["turn", 1],
  ArrowUp: ["go", 1],
  ArrowDown: ["go", -1],
  PageUp: ["raise", 1],
  PageDown: ["raise", -1],
};
/** A page that was asleep must not leap. */
const longestMs = 100;

/** Listens to the keys on `surface`; `toggle` starts or ends the walk that goes on by itself. */
export function walkByKeys(surface: HTMLElement, hand: WalkHand) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const held = new Set<string>();
  let isWalking = false;
  let [frame, last] = [0, 0];

  const goOn = (now: number) => {
    const share = Math.max(0, Math.min(now - last, longestMs)) / 1000;
    last = now;
    if (!surface.isConnected) return release();
    for (const key of held) {
      const [motion, sign] = keys[key]!;
      hand.move(motion, sign * pace[motion] * share);
    }
    if (isWalking) hand.move("go", pace.go * share);
    // After what the moves asked to be drawn: it comes first in the next frame then, and none goes by without a drawing.
    frame = requestAnimationFrame(goOn);
  };
  const follow = () => {
    const isMoving = isWalking || held.size > 0;
    if (isMoving && frame === 0) {
      last = performance.now();
      frame = requestAnimationFrame(goOn);
    }
    if (!isMoving) {
      cancelAnimationFrame(frame);
      frame = 0;
    }
    hand.changed(isWalking);
  };
  const release = () => {
    held.clear();
    isWalking = false;
    follow();
  };
  surface.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [motion, sign] = keys[event.key]!;
    if (still.matches) hand.move(motion, sign * walkStep[motion]);
    else if (!held.has(event.key)) {
      held.add(event.key);
      follow();
    }
  });
  surface.addEventListener("keyup", ({key}) => {
    if (held.delete(key)) follow();
  });
  surface.addEventListener("blur", () => {
    held.clear();
    follow();
  });
  still.addEventListener("change", release);
  watchNearness(surface, (isNear) => {
    if (!isNear) release();
  });
  return {
    still,
    /** Whether something moves in each frame. */
    isMoving: () => frame !== 0,
    toggle() {
      isWalking = !isWalking && !still.matches;
      follow();
    },
  };
}
