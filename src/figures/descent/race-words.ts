import {formatCount, formatNumber} from "../../controls/format.js";
import {firstOf, type Lane} from "../../lib/descent/race.js";
import type {DescentName} from "../../lib/descent/rules.js";
import {type Guess, heightAt, type Race, raceSteps} from "./race-state.js";

export const racerWords: Readonly<Record<DescentName, string>> = {
  sgd: "SGD",
  momentum: "momentum",
  rmsprop: "RMSProp",
  adam: "Adam",
  adamw: "AdamW",
};

/** On the ball of each, and before its name. */
export const racerLetters: Readonly<Record<DescentName, string>> = {
  sgd: "S",
  momentum: "M",
  rmsprop: "R",
  adam: "A",
  adamw: "W",
};

/** How a racer stands at a step: "height 0.31", "arrived at step 44", "lost after 12 steps". */
export function laneWords(lane: Lane, step: number): string {
  const {arrived, isLost, heights} = lane;
  if (isLost && step >= heights.length - 1) return `lost after ${steps(heights.length - 1)}`;
  if (arrived !== undefined && step >= arrived) return `arrived at step ${formatCount(arrived)}`;
  return `height ${told(heightAt(lane, step))}`;
}

/** What the whole race says of a guess. Empty for no guess and a race that still goes on. */
export function verdict(race: Race, guess: Guess | undefined, step: number): string {
  if (step < raceSteps) return guess ? `You say: ${guessWords(guess)}.` : "";
  const first = firstOf(race.lanes);
  const result =
    first.length > 0
      ? `First: ${first.map((name) => racerWords[name]).join(" and ")}, at step ${formatCount(race.lanes.find(({name}) => name === first[0])!.arrived!)}.`
      : `Nobody has arrived within ${steps(raceSteps)}.`;
  if (!guess) return result;
  const isRight = guess === "nobody" ? first.length === 0 : first.includes(guess);
  return `${result} You said ${guessWords(guess)}${isRight ? ": right." : `. ${guessedLane(race, guess)}`}`.trim();
}

function guessedLane({lanes}: Race, guess: Guess): string {
  const lane = lanes.find(({name}) => name === guess);
  if (!lane) return "";
  if (lane.isLost) return "It was lost.";
  return lane.arrived === undefined
    ? `It still stood at height ${told(lane.heights.at(-1)!)}.`
    : `It came at step ${formatCount(lane.arrived)}.`;
}

export function guessWords(guess: Guess): string {
  return guess === "nobody" ? "nobody" : racerWords[guess];
}

/** "−0.93", with a true minus sign; what is nothing but rounding is 0. */
export function told(value: number): string {
  if (!Number.isFinite(value)) return "beyond all bounds";
  return Math.abs(value) < 1e-9 ? "0" : formatNumber(value).replace("-", "−");
}

function steps(count: number): string {
  return `${formatCount(count)} step${count === 1 ? "" : "s"}`;
}
