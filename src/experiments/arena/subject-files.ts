/** What the worker needs to judge pictures of a subject: real ones, and a network that knows them. Those of digits it has. */

import {pictureFile} from "../../experiment/picture-file.js";
import type {NdArray} from "../../lib/array.js";
import type {Subject} from "../../lib/questions/subjects.js";
import {textArray} from "../../lib/text-array.js";

const files = {
  clothes: {set: "clothes-test", judge: "classifier-clothes"},
  faces: {set: "faces-test", judge: "classifier-faces"},
  emoji: {set: "emoji-16", judge: "classifier-emoji"},
} as const;

export interface SubjectInputs {
  readonly subject: NdArray<Uint8Array>;
  readonly set: NdArray<Uint8Array>;
  readonly judge: NdArray<Uint8Array>;
}

/** Fetched when they are first asked for. */
export async function subjectInputs(subject: Subject): Promise<SubjectInputs> {
  const none = bytes(new Uint8Array(0));
  if (subject === "digits") return {subject: textArray(subject), set: none, judge: none};
  const {set, judge} = files[subject];
  const [pictures, network] = await Promise.all([pictureFile(set), pictureFile(judge)]);
  return {subject: textArray(subject), set: bytes(pictures), judge: bytes(network)};
}

function bytes(data: Uint8Array): NdArray<Uint8Array> {
  return {data, shape: [data.length]};
}
