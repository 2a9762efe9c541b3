import type {Manifest} from "../lib/datasets/manifest.js";

/** When and how a recorded run was made, in one sentence of HTML for the caption of its pictures. */
export function recordedRun({files}: Manifest, key: string): string {
  const entry = files[key];
  if (!entry)
    throw new RangeError(`unknown recording: ${key} (one of ${Object.keys(files).join(", ")})`);
  const {seed, steps, backend} = entry.details ?? {};
  return `Recorded on <time>${entry.date}</time>: seed ${seed}, ${steps} steps, ${backend}.`;
}

/** The steps of a recorded run's film strip, for its caption. */
export function recordedFrames(manifest: Manifest, key: string): string {
  return `Rows are steps ${manifest.files[`${key}-frames`]?.details?.steps}. ${recordedRun(manifest, key)}`;
}
