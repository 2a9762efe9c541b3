/** What more threads would gain, from where one thread spends its time and what two took. */

/** A call of a kernel that threads may divide: its time on one thread, its outputs, and the most parts that it is worth. */
export interface Call {
  readonly ms: number;
  readonly units: number;
  readonly most: number;
}

export interface Profile {
  /** A step on one thread, and on two. */
  readonly oneMs: number;
  readonly twoMs: number;
  /** Of a step on one thread. */
  readonly calls: readonly Call[];
}

/** Of a step, the share that threads may divide. */
export function dividedShare({oneMs, calls}: Profile): number {
  return calls.reduce((sum, {ms}) => sum + ms, 0) / oneMs;
}

/** What a step would take with `threads` if handing over cost nothing: each call as long as its largest part. */
export function idealMs({oneMs, calls}: Profile, threads: number): number {
  return calls.reduce((sum, call) => sum - call.ms * (1 - largestPart(call, threads)), oneMs);
}

function largestPart({units, most}: Call, threads: number): number {
  return Math.ceil(units / Math.min(threads, most)) / units;
}

/** What a divided call costs beside its largest part: all that two threads took more than the ideal, by call. Waking, waiting, memory that both want. */
export function handOverMs(profile: Profile): number {
  return (profile.twoMs - idealMs(profile, 2)) / profile.calls.length;
}

/** The ideal, and for each call what handing over cost with two threads. */
export function predictedMs(profile: Profile, threads: number): number {
  return idealMs(profile, threads) + profile.calls.length * handOverMs(profile);
}
