/** Shoppers who are made up, for tests and for a run that nobody has to click through: what each likes, and how surely. */

import {clothes} from "../../lib/datasets/clothes.js";
import {choiceChances} from "../../lib/metrics/preference.js";
import type {Random} from "../../lib/random.js";
import {lightAt} from "./garment-features.js";

export type ShopperName = "trousers" | "dress" | "bag" | "boot" | "light";

/** In nats: how much more a garment is worth that is surely of the kind; or one that is lighter by a standard deviation. */
const [kindWorth, lightWorth] = [4, 2] as const;

export interface Shopper {
  /** Where in φ lies what they like. */
  readonly feature: number;
  readonly worth: number;
}

const kind = (name: string): Shopper => ({
  feature: clothes.classNames.indexOf(name),
  worth: kindWorth,
});

export const shoppers: Readonly<Record<ShopperName, Shopper>> = {
  trousers: kind("trousers"),
  dress: kind("dress"),
  bag: kind("bag"),
  boot: kind("ankle boot"),
  light: {feature: lightAt, worth: lightWorth},
};

/** The place of what they take of `offered`: mostly what they like best, sometimes not. */
export function taken(
  {feature, worth}: Shopper,
  offered: readonly ArrayLike<number>[],
  random: Random,
): number {
  const chances = choiceChances(offered.map((features) => worth * features[feature]!));
  let rest = random.uniform();
  for (const [place, chance] of chances.entries()) {
    rest -= chance;
    if (rest < 0) return place;
  }
  return chances.length - 1;
}
