/** Sets of pictures to learn from, a reader's own among them. */
import {isOwnName} from "../../lib/own-name.js";

/** The file with the pictures of the data set `name`. */
export function learnedFile(name: string): string {
  return isOwnName(name) ? name : `${name}-train`;
}

/** The same, with the classifier that judges what is drawn. Of a reader's own pictures none knows anything. */
export function judgedFiles(name: string): string[] {
  return isOwnName(name) ? [name] : [learnedFile(name), `classifier-${name}`];
}

/** Words for what is held out of a reader's own set; undefined for the course's, whose numbers are known. */
export function ownTestWords(name: unknown): string | undefined {
  return isOwnName(name) ? "a fifth of your pictures, never learned from," : undefined;
}

/** Why nothing is said of what is on pictures that are drawn; undefined where a classifier says it. */
export function unjudgedWords(name: unknown): string | undefined {
  return isOwnName(name)
    ? "No classifier of this course knows your pictures, so nobody says what is on those that are drawn."
    : undefined;
}
