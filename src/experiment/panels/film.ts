import type {Snapshot} from "../../lib/training/protocol.js";
import type {RunRecord} from "../run/run-record.js";

const mostFrames = 48;
const mostBytes = 16 * 2 ** 20;

/**
 * The pictures of the present run as they came, thinned to even steps as they grow too many. They are kept in the page: a run that
 * was opened or resumed has those it made since.
 */
export class Film {
  #run: number | undefined;
  #frames: Snapshot[] = [];
  #steps = 0;

  /** By step, ascending. */
  get frames(): readonly Snapshot[] {
    return this.#frames;
  }

  /** Keeps a picture of the run. A branch goes on with the pictures that it shares with the run it came from. */
  add(run: RunRecord, snapshot: Snapshot): void {
    if (run.number !== this.#run) this.#cut(sharedSteps(run, this.#run));
    else if (run.step < this.#steps) this.#cut(run.step);
    this.#run = run.number;
    this.#steps = run.step;
    const others = this.#frames.filter(({step}) => step !== snapshot.step);
    this.#frames = [...others, snapshot].sort((a, b) => a.step - b.step);
    while (
      this.#frames.length > 2 &&
      (this.#frames.length > mostFrames || this.#bytes() > mostBytes)
    )
      this.#thin();
  }

  /** Forgets what came after `step`. */
  #cut(step: number): void {
    this.#frames = this.#frames.filter((frame) => frame.step <= step);
  }

  /** Forgets the one whose neighbours are nearest to each other; the first and the last stay. */
  #thin(): void {
    const gaps = this.#frames.slice(2).map(({step}, i) => step - this.#frames[i]!.step);
    this.#frames.splice(1 + gaps.indexOf(Math.min(...gaps)), 1);
  }

  #bytes(): number {
    return this.#frames.reduce((sum, frame) => sum + snapshotBytes(frame), 0);
  }
}

/** The last step that `run` shares with the run of that number; -1 when it shares none. */
function sharedSteps({parent}: RunRecord, number: number | undefined): number {
  return parent && parent.number === number ? parent.step : -1;
}

function snapshotBytes({arrays}: Snapshot): number {
  return Object.values(arrays).reduce((sum, {data}) => sum + data.byteLength, 0);
}
