import {FileAttachment} from "observablehq:stdlib";
import {styleSheet} from "../controls/style-sheet.js";
import {shelf} from "../storage/shelf.js";
import {codeDesk} from "./code-desk.js";
import {deskOpener} from "./desk-opener.js";
import * as grading from "./grading.js";
import {runDesk} from "./run-desk.js";

/** One name for this tab in all its exercises. */
const tab = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("");

/** Puts the desk of an exercise in its place. */
export async function openDesk(
  slug: string,
  section: HTMLElement,
  place: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const styles = Promise.all([
    styleSheet(FileAttachment("./desk.css").href),
    styleSheet(FileAttachment("./line-field.css").href),
  ]);
  const files = await grading.exerciseFiles(slug);
  await styles;
  const common = {section, place, shelf: shelf(), now: () => new Date(), signal};
  const {kind} = files.exercise;
  await (kind === "code" ? codeDesk : runDesk)({...common, files, grading, tab});
  if (kind === "code") place.prepend(deskOpener(place, section.dataset.status !== "not-attempted"));
}
