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
