import type {Manifest, ManifestEntry} from "../lib/datasets/manifest.js";
import {descriptions, escapeHtml} from "./html.js";

type Details = NonNullable<ManifestEntry["details"]>;

/** What each classifier's training left in the manifest, as a model card (Mitchell et al., 2019). */
export function modelCards({files}: Manifest): string {
  const cards = Object.entries(files)
    .filter(([key]) => key.startsWith("classifier-"))
    .map(([, entry]) => modelCard(entry, files));
  return cards.join("\n") || "<p>There is no classifier in this build.</p>";
}

function modelCard(entry: ManifestEntry, files: Manifest["files"]): string {
  const set = entry.file.replace(/^classifier-(\w+)\..*$/, "$1");
  const classNames = entry.classNames ?? files[`${set}-train`]?.classNames ?? [];
  const rest = Object.entries(entry.details ?? {}).filter(([key]) => !written.has(key));
  return `<h3>The classifier of ${escapeHtml(set)}</h3>
${descriptions([
  ["Tells apart", escapeHtml(classNames.join(", "))],
  ...accuracy(entry.details ?? {}),
  ...rest.map(([key, value]) => [words(key), escapeHtml(show(value))] as const),
  ["Made", `${entry.date}, by <code>${escapeHtml(entry.script)}</code>`],
])}`;
}

/** Details that `accuracy` puts in a sentence. */
const written = new Set(["testAccuracy", "testPictures", "testAccuracyLow", "testAccuracyHigh"]);

function accuracy(details: Details): (readonly [string, string])[] {
  const {testAccuracy, testPictures, testAccuracyLow, testAccuracyHigh} = details;
  if (typeof testAccuracy !== "number") return [];
  const of = testPictures === undefined ? "" : ` of ${show(testPictures)} test pictures`;
  const interval =
    typeof testAccuracyLow === "number" && typeof testAccuracyHigh === "number"
      ? ` (95 % interval ${percent(testAccuracyLow)} to ${percent(testAccuracyHigh)})`
      : "";
  return [["Test accuracy", `${percent(testAccuracy)}${of}${interval}, none of them trained on`]];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function show(value: number | string): string {
  return typeof value === "number" ? value.toLocaleString("en-GB") : value;
}

/** `batchSize` as "Batch size". */
function words(key: string): string {
  const spaced = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}
