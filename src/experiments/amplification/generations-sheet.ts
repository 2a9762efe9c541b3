import {ordinal} from "../../controls/ordinal.js";
import type {Figure} from "../../figures/figure.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {type PictureRow, type PictureRowsData, pictureRows} from "../shared/picture-rows.js";
import {measuredCount, rowCount, shownCount, side} from "./generations.js";

export interface GenerationsData {
  /** Of the first set, [8, 14, 14, 1]. */
  readonly real: ByteImages;
  /** Rows of the latest generations, oldest first, the present one last, [8 a row, 14, 14, 1]. */
  readonly made: ByteImages;
  /** 1 for a rare one: of `real`, then of `made`. */
  readonly kinds: Uint8Array;
  /** How many of 400 were rare, for each row but the last. */
  readonly rare: ArrayLike<number>;
  /** Of the present generation, where it has been counted. */
  readonly rareNow: number | undefined;
  /** The number of the present generation. */
  readonly generation: number;
  /** Per cent of the first set that are rare. */
  readonly share: number;
}

/** A row of real pictures, and one of what each generation made; the rare ones have a frame, and the share stands behind each row. */
export function generationsSheet(label: string): Figure<PictureRowsData> {
  const made = Array.from({length: rowCount}, () => "generated" as const);
  return pictureRows({label, roles: ["real", ...made], columns: shownCount, side});
}

export function generationRows(data: GenerationsData): PictureRowsData {
  const {real, made, kinds, rare, rareNow, generation, share} = data;
  const count = made.shape[0] / shownCount;
  const first = {
    ...{name: "real", images: real, marked: kinds.subarray(0, shownCount), share},
    words: `${Math.round(share)} %`,
  };
  const rows = Array.from({length: count}, (_, i): PictureRow => {
    const places = Array.from({length: shownCount}, (_, k) => i * shownCount + k);
    const found = i < count - 1 ? rare[i] : rareNow;
    return {
      name: ordinal(generation - count + 1 + i),
      images: pick(made, places),
      marked: places.map((place) => kinds[shownCount + place]!),
      words: found === undefined ? "not counted yet" : shareWords(found),
      share: found === undefined ? undefined : (100 * found) / measuredCount,
    };
  });
  const told = rows.map(({name, words}) => `${name} generation: ${words}`);
  return {
    rows: [first, ...rows],
    summary: `in a mirror are, of the first set: ${[first.words, ...told].join("; ")}`,
  };
}

/** "16 % (13–20)": with the interval that holds the true share in 95 of 100 cases. */
function shareWords(found: number): string {
  const {low, high} = binomialInterval(found, measuredCount);
  const [middle, from, to] = [found / measuredCount, low, high].map((each) =>
    Math.round(100 * each),
  );
  return `${middle} % (${from}–${to})`;
}
