/** A reader's own sets of pictures: made of the table, kept in this browser, given to runs. */
import type {FileSource} from "../lib/datasets/file-source.js";
import {balancedChoice, type OwnPicture, packOwn, setRefusal} from "../lib/datasets/own/own-set.js";
import {sha256} from "../lib/datasets/sha256.js";
import {type OwnName, ownName} from "../lib/own-name.js";
import {
  forgetOwnSet,
  forgetOwnSets,
  noteOwnSet,
  type OwnSetFacts,
} from "../storage/own-set-index.js";
import {type Keeping, keepingAfter} from "./own-table.js";
import {type PictureDisk, pictureDisk} from "./picture-disk.js";

export interface MadeSet extends OwnSetFacts {
  /** Pictures that stayed behind, because their label has more than the rarest. */
  readonly left: number;
  readonly keeping: Keeping;
}

/** Bytes of sets that this page has made or looked up: also those for which there was no room. */
const bytesHere = new Map<OwnName, Uint8Array>();
const urls = new Map<OwnName, string>();

/** Makes a set of `pictures`. Throws a RangeError that says what to do where they are none. */
export async function makeOwnSet(
  title: string,
  pictures: readonly OwnPicture[],
  disk: PictureDisk = pictureDisk(),
): Promise<MadeSet> {
  const refusal = setRefusal(pictures);
  if (refusal) throw new RangeError(refusal);
  const choice = balancedChoice(pictures);
  const bytes = packOwn(pictures, choice);
  const name = ownName(sha256(bytes));
  bytesHere.set(name, bytes);
  const facts = {name, title, labels: choice.labels, count: choice.places.length};
  const keeping = await kept(() => disk.keepSet(name, bytes));
  return {...facts, left: choice.left, keeping: noteOwnSet(facts) ? keeping : "full"};
}

async function kept(work: () => Promise<void>): Promise<Keeping> {
  try {
    await work();
    return "disk";
  } catch (error) {
    return keepingAfter(error);
  }
}

/** Takes a set away. Runs that learned from it stay, and can't be made again. */
export async function removeOwnSet(name: OwnName, disk = pictureDisk()): Promise<void> {
  bytesHere.delete(name);
  forgetOwnSet(name);
  await kept(() => disk.keepSet(name, undefined));
}

/** Takes everything away: the table and all sets. */
export async function eraseOwnPictures(disk = pictureDisk()): Promise<void> {
  bytesHere.clear();
  forgetOwnSets();
  await kept(() => disk.clear());
}

/** The bytes of the set; undefined where it is not in this browser, or is not what its name says. */
export async function ownSetBytes(
  name: OwnName,
  disk = pictureDisk(),
): Promise<Uint8Array | undefined> {
  const here = bytesHere.get(name);
  if (here) return here;
  const found = await disk.set(name).catch(() => undefined);
  if (!(found instanceof Uint8Array) || ownName(sha256(found)) !== name) return undefined;
  bytesHere.set(name, found);
  return found;
}

/** Where a worker finds the set: at an address that leads into this page's memory and to no server. */
export async function ownSource(name: OwnName): Promise<FileSource | undefined> {
  const bytes = await ownSetBytes(name);
  if (!bytes) return undefined;
  const url = urls.get(name) ?? URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  urls.set(name, url);
  return {url, bytes: bytes.length, sha256: sha256(bytes), shape: [bytes.length]};
}
