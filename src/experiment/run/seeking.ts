import type {Checkpoint} from "../../lib/training/protocol.js";
import type {Engine} from "./engine.js";
import type {ParamChanges} from "./param-changes.js";
import type {RunBook} from "./run-book.js";
import type {RunStart} from "./run-start.js";
import type {RunState} from "./run-state.js";

/** Who takes part when the weights go back in time. */
export interface Travellers {
  readonly state: RunState;
  readonly engine: Engine;
  readonly book: RunBook;
  readonly start: RunStart;
  readonly changes: ParamChanges;
}

/** Going back in a run, and on again. The run stays whole until training branches from where its weights stand. */
export class Seeking {
  /** Where the reader has asked to go, until the weights are there. */
  destination: number | undefined;
  readonly #parts: Travellers;

  constructor(parts: Travellers) {
    this.#parts = parts;
  }

  /** Goes to the last checkpoint at or before `step`, unless the reader asks for another before it is its turn. */
  async to(step: number): Promise<void> {
    const {state, engine, book} = this.#parts;
    const checkpoint = book.checkpoints.nearest(step);
    if (!checkpoint) return;
    this.destination = checkpoint.step;
    const go = async () => {
      if (this.destination === checkpoint.step) await this.#goBack(checkpoint);
    };
    await state.attempt(() => engine.inTurn(go));
    if (this.destination === checkpoint.step) this.destination = undefined;
    state.emit("run");
  }

  async #goBack(checkpoint: Checkpoint): Promise<void> {
    const {state, engine, book, start, changes} = this.#parts;
    if (state.status === "running") await engine.request({type: "pause"});
    await start.ensure();
    await engine.request({type: "restore", checkpoint});
    book.position = checkpoint.step;
    await changes.makeAgain(checkpoint);
    state.set("paused");
  }
}
