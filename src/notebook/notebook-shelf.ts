/** Notebooks that the browser keeps: each lies on the shelf as an exercise's work does, with its versions and how to undo. */
import type {EditorMemory} from "../editor/text-field.js";
import {DraftKeeper} from "../exercise/draft-keeper.js";
import type {Shelf} from "../storage/shelf.js";
import {readScript} from "./notebook-script.js";

const prefix = "notebook-";

export interface KeptNotebook {
  readonly slug: string;
  readonly title: string;
}

/** All that are kept, by title. */
export async function keptNotebooks(shelf: Shelf): Promise<readonly KeptNotebook[]> {
  const work = await shelf.all("work");
  return [...work]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, {draft}]) => ({slug: key.slice(prefix.length), title: titleOf(draft.text)}))
    .toSorted((a, b) => a.title.localeCompare(b.title));
}

export function keeperOf(slug: string, shelf: Shelf): DraftKeeper {
  const tab = Math.random().toString(36).slice(2, 10);
  return new DraftKeeper({exercise: prefix + slug, shelf, tab, now: () => new Date()});
}

/** A slug that none of the kept notebooks has. */
export async function newSlug(shelf: Shelf): Promise<string> {
  const taken = new Set((await keptNotebooks(shelf)).map(({slug}) => slug));
  for (let i = 1; ; i++) if (!taken.has(`mine-${i}`)) return `mine-${i}`;
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60;
}

/** How to undo, cell by cell; what is kept may be of another version. */
export function historiesOf({history}: EditorMemory): readonly unknown[] {
  return Array.isArray(history) ? history : [];
}

function titleOf(script: string): string {
  try {
    return readScript(script).title;
  } catch {
    return "A notebook that cannot be read";
  }
}
