import {type OwnPicture, ownPixels} from "../../../lib/datasets/own/own-set.js";
import type {PictureDisk} from "../../../src/own/picture-disk.js";

/** A disk in memory that holds `room` pictures, and breaks as browsers do. */
export class ToyPictures implements PictureDisk {
  readonly laid = new Map<number, unknown>();
  readonly sets = new Map<string, Uint8Array>();
  room = Number.POSITIVE_INFINITY;
  isForbidden = false;

  async table() {
    this.#check();
    return new Map(this.laid);
  }

  async lay(changes: ReadonlyMap<number, OwnPicture | undefined>) {
    this.#check();
    const after = new Map(this.laid);
    for (const [key, picture] of changes)
      if (picture) after.set(key, picture);
      else after.delete(key);
    if (after.size > this.room) throw new DOMException("no room", "QuotaExceededError");
    for (const key of [...this.laid.keys()]) if (!after.has(key)) this.laid.delete(key);
    for (const [key, entry] of after) this.laid.set(key, entry);
  }

  async set(name: string) {
    return this.sets.get(name);
  }

  async keepSet(name: string, bytes: Uint8Array | undefined) {
    this.#check();
    if (!bytes) this.sets.delete(name);
    else if (this.sets.size >= this.room) throw new DOMException("no room", "QuotaExceededError");
    else this.sets.set(name, bytes);
  }

  async clear() {
    this.laid.clear();
    this.sets.clear();
  }

  #check() {
    if (this.isForbidden) throw new DOMException("not here", "SecurityError");
  }
}

/** A picture unlike any other of another number. */
export function toyPicture(number: number, label = ""): OwnPicture {
  const pixels = Uint8Array.from(
    {length: ownPixels},
    (_, i) => (number * 37 + i * (number + 3)) % 251,
  );
  return {pixels, label, name: `${number}.png`};
}
