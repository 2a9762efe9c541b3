/** The clinic's words on a diagnosis: the rules of gan-diagnosis.ts with a run's own numbers in them. */
import {formatNumber} from "../../controls/format.js";
import {
  type Diagnosis,
  type Disease,
  diagnosisOf,
  rulesOf,
  type Signs,
  thresholds,
} from "./gan-diagnosis.js";

/** Names of the answers. */
export const diagnosisNames: Readonly<Record<Diagnosis, string>> = {
  collapse: "mode collapse",
  vanished: "a vanished gradient",
  "over-strong": "an over-strong judge",
  oscillation: "oscillation",
  checkerboard: "a checkerboard",
  healthy: "healthy",
};

/** The rule of a disease with the run's numbers in it: "spread 0.08 of the data's (the rule: below 0.35)". */
export function ruleWords(disease: Disease, signs: Signs): string {
  const {lead, generatorGradient, spread, swing, checkerboard} = signs;
  const sure = (least: number) =>
    `the judge's lead is ${formatNumber(lead)} (the rule: above ${least})`;
  const slope = `the generator's gradient ${formatNumber(generatorGradient)}`;
  switch (disease) {
    case "collapse":
      return spread === undefined
        ? "spread is not measured on pictures here"
        : `the points spread ${formatNumber(spread)} times as wide as the data (the rule: below ${thresholds.spread}), and the judge's lead is ${formatNumber(lead)} (below ${thresholds.collapseLead})`;
    case "vanished":
      return `${sure(thresholds.vanishedLead)} and ${slope} (the rule: below ${thresholds.vanishedGradient})`;
    case "over-strong":
      return `${sure(thresholds.strongLead)} and ${slope} (the rule: above ${thresholds.strongGradient})`;
    case "oscillation":
      return swing === undefined
        ? "the swing is not measured on pictures here"
        : `the centre swings by ${formatNumber(swing)} spreads of the data (the rule: above ${thresholds.swing})`;
    case "checkerboard":
      return checkerboard === undefined
        ? "there are no pictures, so no pixels that could repeat"
        : `${formatNumber(checkerboard)} of the contrast repeats every two pixels (the rule: above ${thresholds.checkerboard})`;
  }
}

/** Where to look, for who missed what the run has. */
const hints: Readonly<Record<Diagnosis, string>> = {
  collapse: "Compare how wide the orange points lie with how wide the blue ones do.",
  vanished:
    "Look at the two gradients towards the end, and at how far the orange points move from one step to the next.",
  "over-strong":
    "Look at the judge's opinion of both kinds, and then at the generator's gradient: is it small or large?",
  oscillation: "Follow the centre of the orange points over the steps. Does it come to rest?",
  checkerboard: "Look closely at the pictures: neighbouring pixels, in rows and columns.",
  healthy:
    "Check each rule: is any of these numbers beyond its threshold? Not everybody who comes to a clinic is ill.",
};

export interface Feedback {
  readonly verdict: "right" | "partly" | "wrong";
  readonly text: string;
}

/** Words on the answer `chosen` about a run with these signs. */
export function feedbackOn(chosen: Diagnosis, signs: Signs): Feedback {
  const actual = diagnosisOf(signs);
  if (chosen === actual) return {verdict: "right", text: `Yes. ${reason(actual, signs)}`};
  if (chosen === "healthy") return {verdict: "wrong", text: `No, one rule holds. ${hints[actual]}`};
  const rule = capitalised(ruleWords(chosen, signs));
  if (rulesOf(signs)[chosen])
    return {
      verdict: "partly",
      text: `That is there: ${ruleWords(chosen, signs)}. But it follows from something else. ${hints[actual]}`,
    };
  return {verdict: "wrong", text: `No. ${rule}. ${hints[actual]}`};
}

/** The rules on a treated run, beside the same patient before. */
export function outcomeWords(now: Signs, before: Signs | undefined): string {
  const found = diagnosisOf(now);
  if (found !== "healthy")
    return `By the rules this run has ${diagnosisNames[found]}: ${ruleWords(found, now)}.`;
  const was = before && diagnosisOf(before);
  if (!was || was === "healthy") return "By the rules nothing is wrong with this run.";
  return `By the rules this run is healthy. Before: ${ruleWords(was, before)}. Now: ${ruleWords(was, now)}.`;
}

function reason(actual: Diagnosis, signs: Signs): string {
  if (actual !== "healthy") return `It is ${diagnosisNames[actual]}: ${ruleWords(actual, signs)}.`;
  const {lead, spread, swing, checkerboard} = signs;
  const parts = [
    `the judge's lead is ${formatNumber(lead)}`,
    spread !== undefined && `the spread ${formatNumber(spread)} of the data's`,
    swing !== undefined && `the swing ${formatNumber(swing)}`,
    checkerboard !== undefined && `the checkerboard energy ${formatNumber(checkerboard)}`,
  ].filter((part) => typeof part === "string");
  return `No rule holds: ${parts.join(", ")}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
