/** Pictures of a recorded run for the text of a lesson: its last sheet, its film strip, its plane. */
import {type ByteImages, pick} from "../lib/image.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Snapshot} from "../lib/training/protocol.js";
import {sheetPng} from "./png.js";
import {type FileFacts, writeData} from "./write-manifest.js";

/** What holds of all files of the run. */
type Facts = Pick<FileFacts, "source" | "author" | "licence" | "licenceNote" | "script">;

/** A square of pictures without a gap: every second row and column of the plane, for a page may not weigh much. */
export function writePlane(id: string, {title}: Experiment, plane: ByteImages, facts: Facts): void {
  const side = Math.sqrt(plane.shape[0]);
  const isShown = (i: number) => (i % side) % 2 === 0 && Math.floor(i / side) % 2 === 0;
  const shown = pick(plane, [...Array(plane.shape[0]).keys()].filter(isShown));
  writeData(`recorded-${id}-plane`, sheetPng(shown, Math.ceil(side / 2), 2, 0), {
    ...facts,
    file: `recorded/${id}-plane.png`,
    title: `every second place of the plane of that run of ${title}`,
    shape: shown.shape,
  });
}

/** The last sheet, and a film strip: fourteen places of the sheet, or all there are, at every step that was kept, a row each. Where a
 * sheet has a row for each class they go through all of them. */
export function writeSheets(
  id: string,
  {title}: Experiment,
  snapshots: readonly Snapshot[],
  facts: Facts,
): void {
  const sheets = snapshots.map(({arrays}) => arrays.samples as ByteImages);
  const [count] = sheets[0]!.shape;
  const across = Math.min(14, count);
  const apart = count > 40 ? (count - 1) / (across - 1) : 1;
  const places = Array.from({length: across}, (_, i) => Math.round(i * apart));
  const strip = sheets.map((sheet) => pick(sheet, places).data);
  const frames = new Uint8Array(strip.flatMap((row) => [...row]));
  const [, h, w, c] = sheets[0]!.shape;
  writeData(`recorded-${id}-sheet`, sheetPng(sheets.at(-1)!, 8, 3), {
    ...facts,
    file: `recorded/${id}-sheet.png`,
    title: `last pictures of that run of ${title}`,
    shape: sheets.at(-1)!.shape,
  });
  writeData(
    `recorded-${id}-frames`,
    sheetPng({data: frames, shape: [strip.length * across, h, w, c]}, across, 2),
    {
      ...facts,
      file: `recorded/${id}-frames.png`,
      title: `that run of ${title} as a film strip`,
      shape: [strip.length, across, h, w, c],
      details: {steps: snapshots.map(({step}) => step).join(", ")},
    },
  );
}
