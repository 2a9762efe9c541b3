import type {Trainer} from "./run/trainer.js";
import type {ShownRun} from "./shown-run.js";

/** Who stays so long means the experiment; a dial that rests so long is where it is wanted. */
const restMs = 250;

/** The one experiment of the page whose worker waits for its reader. */
let waiting: Trainer | undefined;

/**
 * Has the worker draw how the reader's own run begins, before they train: as soon as they turn to the experiment, with the pointer, a finger
 * or the keys, or set it otherwise. Not sooner, since engine and data are up to three megabytes, and nobody who only reads on needs them;
 * till then they see how the recorded run began. On a page only one worker waits. Gives how to say that it is wanted at once.
 */
export function ownStart(
  section: HTMLElement,
  trainer: Trainer,
  shown: ShownRun,
  signal: AbortSignal,
): () => void {
  let isWanted = false;
  const coming = delayed(() => {
    isWanted = true;
    draw();
  });
  const draw = () => {
    if (!trainer.lacksStart || shown.isReadersOwn) return;
    if (waiting !== trainer) waiting?.rest();
    waiting = trainer;
    void trainer.drawStart();
  };
  const resting = delayed(draw);
  for (const turn of ["pointerenter", "focusin"]) section.addEventListener(turn, coming.start);
  for (const turn of ["pointerleave", "focusout"]) section.addEventListener(turn, coming.stop);
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
  return () => {
    isWanted = true;
    draw();
  };
}

/** Does `work` once nothing has started it anew for a while. */
function delayed(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start() {
      clearTimeout(timer);
      timer = setTimeout(work, restMs);
    },
    stop: () => clearTimeout(timer),
  };
}
