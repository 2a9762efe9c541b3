import {defaultParams} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {type Recording, unpackRecording} from "../../lib/training/recording.js";
import {FloatList} from "./float-list.js";
import type {RunRecord} from "./run-record.js";

/** The recording at `url`; undefined when it can't be read (the live run needs none). */
export async function loadRecording(url: string): Promise<Recording | undefined> {
  try {
    const response = await fetch(url);
    const stream = response.body!.pipeThrough(new DecompressionStream("gzip"));
    return unpackRecording(new Uint8Array(await new Response(stream).arrayBuffer()));
  } catch {
    return undefined;
  }
}

/** A recording of `experiment` as a run of the history, labelled so. One of before a sampling or view param was added is as its default says. */
export function recordedRun(recording: Recording, experiment: Experiment): RunRecord {
  const {params: table} = experiment;
  const {date, backend, msPerStep, measurements, snapshots} = recording;
  const curves = Object.fromEntries(
    Object.keys(experiment.curves).map((name) => [name, new FloatList(recording.curves[name])]),
  );
  const step = Math.max(0, ...Object.values(curves).map(({length}) => length));
  const snapshot = snapshots.at(-1);
  return {
    number: 0,
    origin: "recorded",
    params: {...defaultParams(table), ...recording.params},
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
