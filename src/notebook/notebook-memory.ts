/**
 * What is kept of a notebook while it is written: its script, and how to undo in each cell. Only a cell that has changed is asked again how,
 * so that to keep two hundred cells costs little more than one. Where all is too much to be kept, the cells changed last keep theirs.
 */
import type {EditorMemory} from "../editor/text-field.js";
import type {Notebook} from "./notebook.js";
import {writeScript} from "./notebook-script.js";

interface KeptHistory {
  readonly history: unknown;
  /** Characters of it as JSON. */
  readonly length: number;
}

export class NotebookMemory {
  readonly #historyOf: (id: number) => unknown;
  readonly #limit: number;
  readonly #known = new Map<number, KeptHistory>();
  /** Cells that have changed, the last at the end. */
  readonly #changed = new Set<number>();

  /** `historyOf` gives how to undo in a cell, `limit` is what may be kept of all of them, in characters of JSON. */
  constructor(historyOf: (id: number) => unknown, limit: number) {
    this.#historyOf = historyOf;
    this.#limit = limit;
  }

  /** The cell `id` has another text now. */
  changed(id: number): void {
    this.#known.delete(id);
    this.#changed.delete(id);
    this.#changed.add(id);
  }

  of(notebook: Notebook): EditorMemory {
    const ids = notebook.cells.map(({id}) => id);
    const fitting = this.#fitting(ids);
    return {text: writeScript(notebook), history: ids.map((id) => fitting.get(id) ?? null)};
  }

  #fitting(ids: readonly number[]): ReadonlyMap<number, unknown> {
    const there = new Set(ids);
    const changed = [...this.#changed].filter((id) => there.has(id)).reverse();
    const fitting = new Map<number, unknown>();
    let left = this.#limit - "[]".length - "null,".length * ids.length;
    for (const id of new Set([...changed, ...ids])) {
      const {history, length} = this.#kept(id);
      if (length > left) continue;
      left -= length;
      fitting.set(id, history);
    }
    return fitting;
  }

  #kept(id: number): KeptHistory {
    const kept = this.#known.get(id) ?? this.#ask(id);
    this.#known.set(id, kept);
    return kept;
  }

  #ask(id: number): KeptHistory {
    const history = this.#historyOf(id);
    return {history, length: JSON.stringify(history)?.length ?? 0};
  }
}
