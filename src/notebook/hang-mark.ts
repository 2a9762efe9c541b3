/**
 * A mark in this tab that the cells of a notebook are running, or took too much and were stopped, with the cell that began last. It is taken
 * away when their reader ends them, and when the page is left while they run: who finds it was cut off. So it stays until they run again.
 */
import {basePath} from "../storage/place.js";

const key = `from-noise.notebook-running ${basePath}`;

/** How the last run was cut off. */
export interface CutOff {
  /** Whether the page has said so, and lived on; otherwise it went with the run. */
  readonly wasTold: boolean;
  /** The place of the cell that began last, from 1. */
  readonly cell: number | undefined;
}

/** Marks `notebook`, a slug, or "shared" for what a link has brought. */
export function markRunning(notebook: string, {wasTold, cell}: CutOff): void {
  try {
    sessionStorage.setItem(key, `${wasTold ? "told" : "runs"} ${notebook} ${cell ?? ""}`);
  } catch {
    // denied with the storage: then nothing runs by itself in any case
  }
}

export function unmark(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // there is none
  }
}

/** How the last run of `notebook` was cut off, if it was. Where the browser keeps nothing, it may have been. */
export function cutOff(notebook: string): CutOff | undefined {
  try {
    const mark = sessionStorage.getItem(key);
    return mark === null ? undefined : markOf(notebook, mark);
  } catch {
    return {wasTold: false, cell: undefined};
  }
}

/** Nothing where `mark` is another notebook's. What cannot be read may be anybody's. */
function markOf(notebook: string, mark: string): CutOff | undefined {
  const [, state, marked = notebook, cell] = /^(told|runs) (\S+) (\d{1,4})?$/.exec(mark) ?? [];
  if (marked !== notebook) return undefined;
  return {wasTold: state === "told", cell: cell === undefined ? undefined : Number(cell)};
}

/** What a reader is told who opens a notebook after that. */
export function cutOffWords({wasTold, cell}: CutOff): string {
  const began = cell === undefined ? "" : ` Cell ${cell} was the last to begin.`;
  return wasTold
    ? `Nothing has run yet: the last run was stopped because it took too much.${began} Change it, then press Run all.`
    : `Nothing has run yet: the last run was cut off with the page, as happens when cells fill the memory.${began} What you wrote is kept. Read it, then press Run all.`;
}
