/** Sets of pictures to learn from, a reader's own among them. */
import {isOwnName} from "../../lib/own-name.js";
import {runParams} from "./run-params.js";

/** The data-set param of experiments whose measures hold for any pictures: none of them asks a classifier that knows digits or clothes only. */
export const anyPictures = {...runParams.dataset, takesOwn: true} as const;

/** The file with the pictures of the data set `name`. */
export function learnedFile(name: string): string {
  return isOwnName(name) ? name : `${name}-train`;
}

/** Words for what is held out of a reader's own set; undefined for the course's, whose numbers are known. */
export function ownTestWords(name: unknown): string | undefined {
  return isOwnName(name) ? "a fifth of your pictures, never learned from," : undefined;
}
