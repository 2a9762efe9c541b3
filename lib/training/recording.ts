/**
 * A run made earlier by this repo's own script and shipped with the site: how it began, so that an experiment opens with a real
 * picture, and the whole of it, for a reader who asks. It is shown as *recorded*, with its date and seed.
 */
import {type NamedArrays, partWith, withPrefix} from "../array.js";
import {packBundle, unpackBundle} from "../bundle.js";
import type {Params} from "../params.js";
import type {BackendName, Measurement, Snapshot} from "./protocol.js";

export interface Recording {
  readonly experiment: string;
  /** ISO date. */
  readonly date: string;
  /** Where it was made, for the reader: "2 cores, no GPU". */
  readonly machine: string;
  readonly backend: BackendName;
  readonly msPerStep: number;
  readonly params: Params;
  /** Index i is step i + 1. */
  readonly curves: Readonly<Record<string, Float32Array>>;
  readonly measurements: readonly Measurement[];
  readonly snapshots: readonly Snapshot[];
}

/** The same before its first step. */
export function beginningOf(recording: Recording): Recording {
  return {...recording, curves: {}, measurements: [], snapshots: recording.snapshots.slice(0, 1)};
}

type Header = Omit<Recording, "curves" | "measurements" | "snapshots"> & {
  readonly measurements: readonly Omit<Measurement, "arrays">[];
  readonly snapshots: readonly number[];
};

export function packRecording(recording: Recording): Uint8Array<ArrayBuffer> {
  const {curves, measurements, snapshots, ...rest} = recording;
  const header: Header = {
    ...rest,
    measurements: measurements.map(({arrays: _, ...plain}) => plain),
    snapshots: snapshots.map(({step}) => step),
  };
  return packBundle(header, {
    ...withPrefix(
      "curve/",
      Object.fromEntries(
        Object.entries(curves).map(([name, data]) => [name, {data, shape: [data.length]}]),
      ),
    ),
    ...merged(measurements.map(({step, arrays}) => withPrefix(`measurement/${step}/`, arrays))),
    ...merged(snapshots.map(({step, arrays}) => withPrefix(`snapshot/${step}/`, arrays))),
  });
}

/** Reads what `packRecording` made. Throws a RangeError for bytes that are no bundle. */
export function unpackRecording(bytes: Uint8Array): Recording {
  const {header, arrays} = unpackBundle(bytes);
  const {measurements, snapshots, ...rest} = header as Header;
  return {
    ...rest,
    curves: Object.fromEntries(
      Object.entries(partWith("curve/", arrays)).map(([name, {data}]) => [
        name,
        data as Float32Array,
      ]),
    ),
    measurements: measurements.map((measurement) => ({
      ...measurement,
      arrays: partWith(`measurement/${measurement.step}/`, arrays),
    })),
    snapshots: snapshots.map((step) => ({step, arrays: partWith(`snapshot/${step}/`, arrays)})),
  };
}

function merged(all: readonly NamedArrays[]): NamedArrays {
  return Object.assign({}, ...all);
}
