import {named} from "../named.js";
import type {AttributeSet} from "./attribute-dataset.js";
import {clothes} from "./clothes.js";
import type {ImageSet} from "./dataset.js";
import {digits} from "./digits.js";
import {faces} from "./faces.js";

/** Every set of pictures with one label each by its name. */
export const imageSets: Readonly<Record<string, ImageSet>> = {
  [digits.name]: digits,
  [clothes.name]: clothes,
};

/** The set called `name`. Throws a RangeError that lists the known ones. */
export function findImageSet(name: string): ImageSet {
  return named("data set", imageSets, name);
}

/** Every set of pictures with several labels each by its name. */
export const attributeSets: Readonly<Record<string, AttributeSet>> = {
  [faces.name]: faces,
};
