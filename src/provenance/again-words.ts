/** What came of making a run again, in words. */
import {counted, formatCount} from "../controls/format.js";
import type {OtherSize, PixelComparison, SameSize} from "../lib/provenance/pixel-comparison.js";
import type {ToldRun} from "./told-run.js";

export interface AgainFacts {
  readonly comparison: PixelComparison;
  readonly told: Pick<ToldRun, "step" | "backend" | "given">;
  /** Params that the recipe does not name. */
  readonly unnamed: readonly string[];
  /** Whether the picture is drawn as large as its window and in the page's colours. */
  readonly isOfWindow: boolean;
}

export interface AgainOutcome {
  /** Whether the recipe holds: "open" where a difference proves nothing. */
  readonly verdict: "same" | "different" | "open";
  readonly title: string;
  readonly words: string;
  /** Why they may differ, the likeliest first. */
  readonly reasons: readonly string[];
}

/** Fewer are a change to a picture rather than another picture. */
const fewShare = 0.02;

export function againOutcome(facts: AgainFacts): AgainOutcome {
  const {comparison, told} = facts;
  const made = `The run was made again here: ${counted(told.step, "step")} on WebAssembly.`;
  if (comparison.kind === "same-size" && comparison.differing === 0)
    return {
      ...{verdict: "same", title: "The recipe holds"},
      words: `${made} All ${formatCount(comparison.pixels)} pixels are the same, to the last bit.`,
      reasons: [],
    };
  const excuses = excusesOf(facts);
  const isOpen = excuses.length > 0;
  return {
    verdict: isOpen ? "open" : "different",
    title: isOpen
      ? "Not the same, which proves nothing"
      : "The recipe does not lead to this picture",
    words: `${made} ${differenceWords(comparison)}`,
    reasons: [...excuses, ...(isOpen ? [] : [changeWords(comparison)]), ...always],
  };
}

/** Reasons for which an honest picture would differ. */
function excusesOf({told, unnamed, isOfWindow}: AgainFacts): readonly string[] {
  const {backend, given} = told;
  return [
    backend !== "wasm" &&
      `The recipe names ${backend}. A graphics card takes sums in another order than WebAssembly does, so that their last bits differ, and training makes small differences large.`,
    given.length > 0 &&
      `The run was given ${given.join(" and ")} by its reader. The recipe has their name and not themselves, so that this run was made without.`,
    unnamed.length > 0 &&
      `The recipe does not name ${unnamed.join(", ")}. It comes from an older version of the course, or a line was cut out. The defaults were taken.`,
    isOfWindow &&
      "This picture is drawn as large as its window and in the colours of the page. Another screen, or a dark page, gives other pixels for the same run.",
  ].filter((reason) => reason !== false);
}

const always = [
  "The experiment itself may have changed since, with a newer version of the course.",
  "Some browsers blur what a page reads of its pictures, as a guard against tracking.",
] as const;

function differenceWords(comparison: PixelComparison): string {
  return comparison.kind === "other-size" ? sizeWords(comparison) : pixelWords(comparison);
}

function sizeWords({sizes: [told, made]}: OtherSize): string {
  return `The picture has ${told.join(" by ")} pixels, the one made here ${made.join(" by ")}. They cannot be compared.`;
}

function pixelWords({pixels, differing, largest, within}: SameSize): string {
  const place = within ? `, all within ${within.width} by ${within.height} pixels` : "";
  const verb = differing === 1 ? "differs" : "differ";
  return `${formatCount(differing)} of ${formatCount(pixels)} pixels ${verb}, by up to ${largest} of 255 levels${place}.`;
}

function changeWords(comparison: PixelComparison): string {
  if (comparison.kind === "other-size")
    return "Of another size: most likely somebody has cut it or made it smaller or larger.";
  return comparison.differing < fewShare * comparison.pixels
    ? "So few pixels: most likely somebody has changed the picture after it was made."
    : "So many pixels: most likely the recipe is of another run, with another seed, setting or step.";
}
