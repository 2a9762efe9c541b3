/** Sets of pictures to learn from, a reader's own among them. */
import {isOwnName} from "../../lib/own-name.js";
import {runParams} from "./run-params.js";

/** The data-set param of experiments whose measures hold for any pictures: none of them asks a classifier that knows digits or clothes only. */
export const anyPictures = {...runParams.dataset, takesOwn: true} as const;

/** The file with the pictures of the data set `name`. */
export function learnedFile(name: string): string {
  return isOwnName(name) ? name : `${name}-train`;
}
