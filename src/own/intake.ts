/** Files on their way to the table, one after the other, so that ten thousand need no more room than one. */
import {counted} from "../controls/format.js";
import {mostOwn} from "../lib/datasets/own/own-set.js";
import type {FoundFile} from "./dropped-files.js";
import type {OwnTable} from "./own-table.js";
import type {Taken} from "./take-picture.js";

/** What became of the files so far. */
export interface Intake {
  readonly count: number;
  seen: number;
  added: number;
  alike: number;
  /** Not even opened: the table was full, or the reader stopped it. */
  left: number;
  isStopped: boolean;
  /** Why files were refused, by their names: the first ones. */
  readonly refused: string[];
  refusedCount: number;
  /** What of those that were added did not come along, with how many. */
  readonly notes: Map<string, number>;
}

export interface IntakeOptions {
  readonly table: OwnTable;
  readonly take: (file: File) => Promise<Taken>;
  /** Of a file in this folder. */
  readonly labelOf: (folder: string) => string;
  readonly takesCopies: () => boolean;
  readonly signal: AbortSignal;
  readonly tell: (intake: Intake) => void;
}

/** Refusals that are told by name; the others are counted. */
const named = 8;
/** So many pictures are kept at a time: what a closed tab would lose. */
const together = 50;

export async function takeIn(files: readonly FoundFile[], options: IntakeOptions): Promise<Intake> {
  const {table, signal, tell} = options;
  const intake: Intake = {
    ...{count: files.length, seen: 0, added: 0, alike: 0, left: 0, isStopped: false},
    ...{refused: [], refusedCount: 0, notes: new Map()},
  };
  for (const found of files) {
    if (signal.aborted || !table.hasRoom) break;
    await takeOne(found, intake, options);
    intake.seen += 1;
    if (intake.seen % together === 0) await table.keep();
    tell(intake);
  }
  await table.keep();
  intake.left = files.length - intake.seen;
  intake.isStopped = signal.aborted;
  tell(intake);
  return intake;
}

async function takeOne(
  {file, folder}: FoundFile,
  intake: Intake,
  {table, take, labelOf, takesCopies}: IntakeOptions,
): Promise<void> {
  const taken = await take(file);
  if ("refusal" in taken) {
    intake.refusedCount += 1;
    if (intake.refused.length < named)
      intake.refused.push(`${shortName(file.name)}: ${taken.refusal}.`);
    return;
  }
  const picture = {pixels: taken.pixels, label: labelOf(folder), name: shortName(file.name)};
  const laid = table.add(picture, takesCopies());
  if (laid === "alike") intake.alike += 1;
  if (laid !== "added") return;
  intake.added += 1;
  for (const note of taken.notes) intake.notes.set(note, (intake.notes.get(note) ?? 0) + 1);
}

/** A name that fits a line. */
function shortName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 37)}…` : name;
}

/** "12 pictures added. 3 look like one that is there and were left out. 2 files refused." */
export function intakeWords(intake: Intake): string {
  const {added, alike, left, isStopped, refusedCount} = intake;
  return [
    `${counted(added, "picture")} added.`,
    alike > 0 &&
      `${alike} left out: ${alike === 1 ? "it looks" : "they look"} like one that is there.`,
    refusedCount > 0 && `${counted(refusedCount, "file")} refused.`,
    left > 0 &&
      `${counted(left, "file")} not opened: ${isStopped ? "you stopped it" : `the table holds ${mostOwn.toLocaleString("en")}`}. Nothing of what is there was lost.`,
  ]
    .filter(Boolean)
    .join(" ");
}
