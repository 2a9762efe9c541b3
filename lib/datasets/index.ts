import {named} from "../named.js";
import {clothes} from "./clothes.js";
import type {ImageSet} from "./dataset.js";
import {digits} from "./digits.js";

/** Every set of pictures by its name. */
export const imageSets: Readonly<Record<string, ImageSet>> = {
  [digits.name]: digits,
  [clothes.name]: clothes,
};

/** The set called `name`. Throws a RangeError that lists the known ones. */
export function findImageSet(name: string): ImageSet {
  return named("data set", imageSets, name);
}
