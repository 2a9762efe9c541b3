import type {Recording} from "../lib/training/recording.js";

/**
 * `recording` with the pace, date and machine of the one `before`, if both are of the very same run: what is measured of a run may change, and
 * a machine that is busy with other things would tell its pace wrongly.
 */
export function withKeptPace(recording: Recording, before: Recording | undefined): Recording {
  if (!before || !isSameRun(recording, before)) return recording;
  const {date, machine, msPerStep} = before;
  return {...recording, date, machine, msPerStep};
}

/** The same curves to the last bit: what is drawn with may have got other params. */
function isSameRun(a: Recording, b: Recording): boolean {
  const contents = ({curves}: Recording) =>
    JSON.stringify(Object.entries(curves).map(([name, values]) => [name, [...values]]));
  return contents(a) === contents(b);
}
