/** A checkpoint as one buffer, for storage on the reader's disk: a bundle whose header is all but the arrays. */
import {packBundle, unpackBundle} from "../bundle.js";
import {BadCheckpoint, parseCheckpoint} from "./checkpoint.js";
import type {Checkpoint} from "./protocol.js";

const version = 1;

/** Copies `checkpoint` into one buffer. */
export function packCheckpoint({arrays, ...head}: Checkpoint): ArrayBuffer {
  return packBundle({version, ...head}, arrays).buffer;
}

/** The inverse of `packCheckpoint`. Throws a RangeError when the bytes are something else, cut short or of another
 * version, and `BadCheckpoint` when they hold no checkpoint. */
export function unpackCheckpoint(packed: ArrayBuffer): Checkpoint {
  const {header, arrays} = unpackBundle(new Uint8Array(packed));
  const {version: found, ...head} = header as {readonly version?: unknown};
  if (found !== version)
    throw new BadCheckpoint(`unknown version: ${found} (only ${version} is known)`);
  return parseCheckpoint({...head, arrays});
}
