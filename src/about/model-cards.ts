import type {Manifest, ManifestEntry} from "../lib/datasets/manifest.js";
import {descriptions, escapeHtml} from "./html.js";

type Details = NonNullable<ManifestEntry["details"]>;

/** A model card (Mitchell et al., 2019) for each network with trained weights, from what its training left in the manifest. */
export function modelCards({files}: Manifest): string {
  const cards = Object.entries(files)
    .filter(([key]) => /^(classifier|generator|transformer)-/.test(key))
    .map(([, entry]) => modelCard(entry, files));
  return cards.join("\n") || "<p>There is no classifier in this build.</p>";
}

function modelCard(entry: ManifestEntry, files: Manifest["files"]): string {
  const [, what = "", set = ""] = /^(\w+)-(\w+)\./.exec(entry.file) ?? [];
  const rest = Object.entries(entry.details ?? {}).filter(
    ([key]) => !written.has(key) && !key.startsWith(perAttribute),
  );
  const task =
    what === "classifier"
      ? (["Tells apart", escapeHtml(whatItTells(entry, files[`${set}-train`]))] as const)
      : (["Holds", escapeHtml(entry.title)] as const);
  return `<h3>The ${escapeHtml(what)} of ${escapeHtml(set)}</h3>
${descriptions([
  task,
  ...accuracy(entry.details ?? {}),
  ...attributeAccuracies(entry.details ?? {}),
  ...rest.map(([key, value]) => [words(key), escapeHtml(show(value))] as const),
  ["Made", `${entry.date}, by <code>${escapeHtml(entry.script)}</code>`],
])}`;
}

/** Its classes, or for several attributes the options of each. */
function whatItTells(entry: ManifestEntry, train: ManifestEntry | undefined): string {
  const {classNames = [], attributes} = {...train, ...entry};
  if (!attributes) return classNames.join(", ");
  return Object.entries(attributes)
    .map(([name, options]) => `${words(name).toLowerCase()} (${options.join(", ")})`)
    .join("; ");
}

/** How a detail that is the accuracy on one attribute begins. */
const perAttribute = "testAccuracy:";

function attributeAccuracies(details: Details): (readonly [string, string])[] {
  const shares = Object.entries(details)
    .filter(([key]) => key.startsWith(perAttribute))
    .map(([key, share]) => {
      const name = words(key.slice(perAttribute.length)).toLowerCase();
      return `${name} ${percent(Number(share))}`;
    });
  if (shares.length === 0) return [];
  const {testPictures = 0, meanTestAccuracy = 0} = details;
  return [
    [
      "Test accuracy",
      `${percent(Number(meanTestAccuracy))} on average over the attributes of ${show(testPictures)} test pictures, none of them trained on: ${escapeHtml(shares.join(", "))}`,
    ],
  ];
}

/** Details that are put in a sentence. */
const written = new Set([
  "testAccuracy",
  "meanTestAccuracy",
  "testPictures",
  "testAccuracyLow",
  "testAccuracyHigh",
]);

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
