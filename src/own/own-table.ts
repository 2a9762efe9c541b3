/** The pictures that a reader has put on the table, kept in this browser with every change. */
import {alikeIn} from "../lib/datasets/own/look-alikes.js";
import {mostOwn, type OwnPicture, ownPixels} from "../lib/datasets/own/own-set.js";
import type {PictureDisk} from "./picture-disk.js";

/** `full` and `memory`: what came last is on this page only, as the disk has no room or the browser allows none. */
export type Keeping = "disk" | "full" | "memory";

/** What became of a picture: laid down, or taken for a copy of one that is there, or no room for it. */
export type Laid = "added" | "alike" | "no-room";

export class OwnTable {
  keeping: Keeping = "disk";
  /** Entries of the database that are no pictures. They stay where they are. */
  unreadable = 0;
  readonly #disk: PictureDisk;
  readonly #pictures = new Map<number, OwnPicture>();
  /** Changes that the disk has not taken. */
  readonly #held = new Map<number, OwnPicture | undefined>();
  #next = 1;

  constructor(disk: PictureDisk) {
    this.#disk = disk;
  }

  /** Brings what was kept. */
  async open(): Promise<void> {
    try {
      for (const [key, entry] of await this.#disk.table()) {
        this.#next = Math.max(this.#next, key + 1);
        if (isPicture(entry)) this.#pictures.set(key, entry);
        else this.unreadable += 1;
      }
    } catch {
      this.keeping = "memory";
    }
  }

  get keys(): readonly number[] {
    return [...this.#pictures.keys()];
  }

  get pictures(): readonly OwnPicture[] {
    return [...this.#pictures.values()];
  }

  get hasRoom(): boolean {
    return this.#pictures.size < mostOwn;
  }

  /** Lays a picture down. It is kept with the next `keep`. */
  add(picture: OwnPicture, takesCopies: boolean): Laid {
    if (!this.hasRoom) return "no-room";
    if (!takesCopies && alikeIn(this.pictures, picture.pixels) >= 0) return "alike";
    this.#change(this.#next++, picture);
    return "added";
  }

  label(keys: Iterable<number>, label: string): void {
    for (const key of keys) {
      const picture = this.#pictures.get(key);
      if (picture) this.#change(key, {...picture, label});
    }
  }

  remove(keys: Iterable<number>): void {
    for (const key of keys) this.#change(key, undefined);
  }

  /** Gives what has changed to the disk, whole or not at all; what it does not take is tried again with the next change. */
  async keep(): Promise<void> {
    const changes = new Map(this.#held);
    if (changes.size === 0) return;
    try {
      await this.#disk.lay(changes);
      for (const [key, picture] of changes)
        if (this.#held.get(key) === picture) this.#held.delete(key);
      this.keeping = "disk";
    } catch (error) {
      this.keeping = keepingAfter(error);
    }
  }

  /** How many changes are on this page only. */
  get unkept(): number {
    return this.#held.size;
  }

  #change(key: number, picture: OwnPicture | undefined): void {
    if (picture) this.#pictures.set(key, picture);
    else this.#pictures.delete(key);
    this.#held.set(key, picture);
  }
}

/** How things are kept after the disk has refused something. */
export function keepingAfter(error: unknown): Keeping {
  return error instanceof Error && error.name === "QuotaExceededError" ? "full" : "memory";
}

function isPicture(entry: unknown): entry is OwnPicture {
  const {pixels, label, name} = (entry ?? {}) as Partial<Record<keyof OwnPicture, unknown>>;
  return (
    pixels instanceof Uint8Array &&
    pixels.length === ownPixels &&
    typeof label === "string" &&
    typeof name === "string"
  );
}
