import {isGenerous, presentLine} from "./line.js";
import {touched} from "./page-life.js";
import type {Trainer} from "./run/trainer.js";
import type {ShownRun} from "./shown-run.js";

/** Who points at it so long means the experiment; a dial that rests so long is where it is wanted. */
const restMs = 250;
/** Who has it before them so long, and scrolls no further, looks at it. */
const lookMs = 1200;

/** The one experiment of the page whose worker waits for its reader. */
let waiting: Trainer | undefined;

/**
 * Has the worker draw how the reader's own run begins, before they train: as soon as they turn to the experiment, with the pointer, a finger
 * or the keys, set it otherwise, or stay to look at it. Not sooner, since engine and data are up to three megabytes, and nobody who only
 * reads on needs them; till then they see how the recorded run began. On a page only one worker waits. Gives how to say that it is wanted
 * at once.
 */
export function ownStart(
  section: HTMLElement,
  trainer: Trainer,
  shown: ShownRun,
  signal: AbortSignal,
): () => void {
  let isWanted = false;
  const want = () => {
    isWanted = true;
    draw();
  };
  const draw = () => {
    if (!trainer.lacksStart || shown.isReadersOwn) return;
    if (waiting !== trainer) waiting?.rest();
    waiting = trainer;
    void trainer.drawStart();
  };
  const coming = delayed(restMs, want);
  const resting = delayed(restMs, draw);
  for (const turn of ["pointerenter", "focusin"]) section.addEventListener(turn, coming.start);
  for (const turn of ["pointerleave", "focusout"]) section.addEventListener(turn, coming.stop);
  whenLookedAt(section.querySelector(".stage")!, want, signal);
  const first = trainer.run;
  trainer.subscribe(() => {
    if (trainer.run !== first) isWanted = true;
    if (isWanted && trainer.lacksStart) resting.start();
  });
  signal.addEventListener("abort", () => {
    coming.stop();
    resting.stop();
    if (waiting === trainer) waiting = undefined;
  });
  return want;
}

/** Calls `work` each time that the reader stays where `stage` is in the middle of the window, on a line that bears it. */
function whenLookedAt(stage: Element, work: () => void, signal: AbortSignal): void {
  let isThere = false;
  const looking = delayed(lookMs, () => {
    if (!document.hidden && isGenerous(presentLine())) work();
  });
  const look = () => {
    if (isThere) looking.start();
    else looking.stop();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isThere = entries.at(-1)!.isIntersecting;
      look();
    },
    {rootMargin: "-50% 0px"},
  );
  void touched().then(() => {
    if (signal.aborted) return;
    observer.observe(stage);
    addEventListener("scroll", look, {passive: true, signal});
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    looking.stop();
  });
}

/** Does `work` once nothing has started it anew for `ms`. */
function delayed(ms: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start() {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
