import {pictureFile} from "../experiment/picture-file.js";
import type {ByteImages} from "../lib/image.js";
import {type JudgedMetric, unpackJudged} from "../lib/questions/judged-pictures.js";
import {makerTitle} from "../lib/questions/maker-name.js";
import type {Subject} from "../lib/questions/subjects.js";
import {keptExperiments, keptRunOnly} from "../storage/kept-run.js";
import {isForPeople, ownPictures, picturedExperiments} from "./own-pictures.js";

/** Pixels along an edge of all pictures that people judge. */
export const side = 14;

/** Who made pictures that are judged. */
export interface JudgedMaker {
  readonly id: string;
  readonly title: string;
  readonly subject: Subject;
  readonly images: ByteImages;
  /** None for the reader's own runs: too few of their pictures are kept. */
  readonly metrics?: readonly JudgedMetric[];
}

let loaded: Promise<readonly JudgedMaker[]> | undefined;

/** Real digits first, then the course's recorded runs, then the reader's own, whatever they are of. Fetched once a page. */
export function allMakers(): Promise<readonly JudgedMaker[]> {
  loaded ??= load();
  return loaded;
}

/** Of them those that people are asked about. */
export async function judgedMakers(): Promise<readonly JudgedMaker[]> {
  const makers = await allMakers();
  return makers.filter((maker) => maker.metrics !== undefined || isForPeople(maker));
}

async function load(): Promise<readonly JudgedMaker[]> {
  const {makers} = unpackJudged(await pictureFile("judged-digits"));
  const recorded = makers.map((maker) => ({...maker, subject: "digits" as const}));
  return [...recorded, ...(await ownMakers())];
}

async function ownMakers(): Promise<readonly JudgedMaker[]> {
  const kept = await keptExperiments();
  const own = await Promise.all(
    picturedExperiments
      .filter((id) => kept.includes(id))
      .map(async (id) => ownPictures(await keptRunOnly(id))),
  );
  return own.flatMap((each) => (each ? [{...each, title: makerTitle(each.id)}] : []));
}
