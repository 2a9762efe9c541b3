import {FileAttachment} from "observablehq:stdlib";
import type {Experiment} from "../lib/experiments/experiment.js";
import {type Recording, unpackRecording} from "../lib/experiments/recording.js";
import {FloatList} from "./float-list.js";
import type {RunRecord} from "./run-record.js";

/** The recorded first run of each experiment. */
const attachments: Readonly<Record<string, {readonly href: string}>> = {
  "digit-classifier": FileAttachment("../data/recorded/digit-classifier.bin.gz"),
  "gan-digits": FileAttachment("../data/recorded/gan-digits.bin.gz"),
  "gan-plane": FileAttachment("../data/recorded/gan-plane.bin.gz"),
  "paint-agent": FileAttachment("../data/recorded/paint-agent.bin.gz"),
  "sorting-without-labels": FileAttachment("../data/recorded/sorting-without-labels.bin.gz"),
};

/** The recording of `experiment`; undefined when there is none or it can't be read (the live run needs none). */
export async function loadRecording(experiment: Experiment): Promise<Recording | undefined> {
  const attachment = attachments[experiment.id];
  if (!attachment) return undefined;
  try {
    const response = await fetch(attachment.href);
    const stream = response.body!.pipeThrough(new DecompressionStream("gzip"));
    return unpackRecording(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch {
    return undefined;
  }
}

/** A recording as a run of the history, labelled so. */
export function recordedRun(recording: Recording): RunRecord {
  const {params, date, backend, msPerStep, measurements, snapshots} = recording;
  const curves = Object.fromEntries(
    Object.entries(recording.curves).map(([name, values]) => [name, new FloatList(values)]),
  );
  const step = Math.max(0, ...Object.values(curves).map(({length}) => length));
  const snapshot = snapshots.at(-1);
  return {
    number: 0,
    origin: "recorded",
    params,
    inputs: {},
    curves,
    changes: [],
    parts: [],
    measurements: [...measurements],
    step,
    backend,
    msPerStep,
    date,
    ...(snapshot && {snapshot}),
  };
}
