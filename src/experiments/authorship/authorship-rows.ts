import {type ByteImages, pick} from "../../lib/image.js";
import type {PictureRow, PictureRowsData} from "../shared/picture-rows.js";
import {shownCount, sourceCount} from "./sources.js";

export interface AuthorshipData {
  /** [8, 14, 14, 1]. */
  readonly whole: ByteImages;
  /** Source by source, [64, 14, 14, 1]. */
  readonly without: ByteImages;
  readonly atRandom: ByteImages;
  /** 1 where a picture changes more than by chance, [8, 8]. */
  readonly beyond: Uint8Array;
  /** The source that opts out, or "nobody". */
  readonly optOut: string;
}

/** What all make, what is made without each source, and what without as many at random. */
export function authorshipRows(data: AuthorshipData): PictureRowsData {
  const {whole, without, atRandom, beyond, optOut} = data;
  const none = new Uint8Array(shownCount);
  const sources = Array.from({length: sourceCount}, (_, s): PictureRow => {
    const start = s * shownCount;
    const marked = beyond.subarray(start, start + shownCount);
    return {
      name: optOut === `${s}` ? `${s} is out` : `without ${s}`,
      images: pick(
        without,
        Array.from({length: shownCount}, (_, i) => start + i),
      ),
      marked,
      words: changeWords(marked),
      share: (100 * counted(marked)) / shownCount,
    };
  });
  const told = sources.map(({name, words}) => `${name}: ${words}`);
  return {
    rows: [
      {name: "all", images: whole, marked: none, words: "8 sources"},
      ...sources,
      {name: "by lot", images: atRandom, marked: none, words: "one of 8"},
    ],
    summary: `beyond the floor change, ${told.join("; ")}`,
  };
}

/** A line on the source that opts out. */
export function optOutWords({beyond, optOut}: Pick<AuthorshipData, "beyond" | "optOut">): string {
  if (optOut === "nobody")
    return "Choose a source that opts out: its row is what would be made without it.";
  const start = Number(optOut) * shownCount;
  const words = changeWords(beyond.subarray(start, start + shownCount));
  return `Source ${optOut} opts out: ${words} change more than without as many pictures at random. The others have no part of it that could be told from chance.`;
}

/** "3 of 8". */
function changeWords(marked: Uint8Array): string {
  return `${counted(marked)} of ${shownCount}`;
}

function counted(marked: Uint8Array): number {
  return marked.reduce((sum, each) => sum + each, 0);
}
