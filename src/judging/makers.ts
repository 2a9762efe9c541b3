import {pictureFile} from "../experiment/picture-file.js";
import type {ByteImages} from "../lib/image.js";
import {type JudgedMetric, unpackJudged} from "../lib/questions/judged-pictures.js";
import {judgedExperiments, makerTitle} from "../lib/questions/maker-name.js";
import {keptExperiments, keptRunOnly} from "../storage/kept-run.js";
import {ownPictures} from "./own-pictures.js";

/** Pixels along an edge of all pictures that are judged. */
export const side = 14;

/** Who made pictures that are judged. */
export interface JudgedMaker {
  readonly id: string;
  readonly title: string;
  readonly images: ByteImages;
  /** None for the reader's own runs: too few of their pictures are kept. */
  readonly metrics?: readonly JudgedMetric[];
}

let loaded: Promise<readonly JudgedMaker[]> | undefined;

/** Real pictures first, then the course's recorded runs, then the reader's own. Fetched once a page. */
export function judgedMakers(): Promise<readonly JudgedMaker[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<readonly JudgedMaker[]> {
  const {makers} = unpackJudged(await pictureFile("judged-digits"));
  return [...makers, ...(await ownMakers())];
}

async function ownMakers(): Promise<readonly JudgedMaker[]> {
  const kept = await keptExperiments();
  const own = await Promise.all(
    judgedExperiments
      .filter((id) => kept.includes(id))
      .map(async (id) => ownPictures(await keptRunOnly(id), side)),
  );
  return own.flatMap((each) => (each ? [{...each, title: makerTitle(each.id)}] : []));
}
