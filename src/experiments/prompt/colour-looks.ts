/**
 * How a picture comes to bear a colour word: by which hue, how thin and how dark. The hue wheel has narrow places for *orange* and *yellow*,
 * and none for *brown*, so that hues drawn evenly would hardly ever show them. Found by turning emoji and measuring their words
 * (lib/datasets/colour-words.ts).
 */
import type {Random} from "../../lib/random.js";
import {mainHue, type Recolouring} from "../../lib/recolour.js";
import {testedColours} from "./held-out-pairs.js";

type Range = readonly [low: number, high: number];

interface Look {
  /** Hours of a wheel of 24. */
  readonly hue: Range;
  readonly strength?: Range;
  readonly dark?: Range;
}

const looks: Readonly<Record<(typeof testedColours)[number], Look>> = {
  red: {hue: [0, 0.9]},
  orange: {hue: [1.9, 2.8]},
  yellow: {hue: [3.1, 4.3], strength: [0.6, 1]},
  green: {hue: [5.5, 11], strength: [0.6, 1], dark: [0, 0.5]},
  blue: {hue: [13, 16.3], strength: [0.6, 1], dark: [0, 0.5]},
  purple: {hue: [17.5, 21], strength: [0.6, 1], dark: [0, 0.5]},
  pink: {hue: [21.8, 23.3], strength: [0.5, 1]},
  brown: {hue: [1.5, 2.7], dark: [0.3, 0.6]},
};

/** Most of the colour in `pixels` turned to that of a word, each word as likely. What the picture is called by then is to be measured. */
export function towardsColour(pixels: Float32Array, random: Random): Recolouring {
  const word = testedColours[random.integer(testedColours.length)]!;
  const {hue, strength = [1, 1], dark = [0, 0]} = looks[word];
  return {
    turn: random.uniform(...hue) / 24 - mainHue(pixels),
    strength: random.uniform(...strength),
    dark: random.uniform(...dark),
  };
}
