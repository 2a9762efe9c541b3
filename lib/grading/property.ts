/** The search for an input for which a property fails, and for a smaller one that fails in the same way. */
import {type Draw, drawAgain, drawRandom, isSimpler, simpler} from "./draw.js";
import {type Cause, Failure, Stopped} from "./failure.js";
import type {Trial} from "./trial.js";

const attemptLimit = 300;
const failureLimit = 9;

interface Failing {
  readonly failure: Failure;
  readonly choices: readonly number[];
}

/** The failure at the smallest input found, or `undefined` when the property held `runs` times. */
export async function smallestFailure<T>(
  make: (draw: Draw) => T,
  holds: (input: T, trial: Trial) => Promise<void>,
  trial: Trial,
  runs: number,
): Promise<Failure | undefined> {
  const refuted = new Set<string>();
  const check = {...trial.check, ...trial.check.watched((id) => refuted.add(id))};
  const attempt = async (draw: Draw, label: string): Promise<Failing | undefined> => {
    const input = make(draw);
    try {
      await holds(input, {...trial, check, random: trial.random.fork(label)});
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return {failure: withInput(error, trial), choices: draw.choices};
    }
  };
  const found: Failing[] = [];
  for (let i = 0; i < runs && found.length < failureLimit; i++) {
    const drawn = attempt(drawRandom(trial.random.fork(`input ${i}`)), `run ${i}`);
    const failing = await (found.length > 0 ? unlessStopped(drawn) : drawn);
    if (failing === "stopped") break;
    if (failing) found.push(failing);
  }
  const alike = mostFrequent(found);
  if (!alike) return undefined;
  const {smallest, seen} = await shrink(alike, (choices) =>
    attempt(drawAgain(choices), "shrinking"),
  );
  return smallest.becauseOf(causesOfAll(seen, refuted));
}

/** Those that broke the rule which most of them broke. */
function mostFrequent(found: readonly Failing[]): readonly [Failing, ...Failing[]] | undefined {
  const groups = found.map((one) => found.filter(({failure}) => isAlike(one.failure, failure)));
  const largest = groups.reduce<readonly Failing[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
  const [first, ...rest] = largest;
  return first && [first, ...rest];
}

/** Takes every simpler input for which the same rule is broken, until there is none. */
async function shrink(
  found: readonly [Failing, ...Failing[]],
  attempt: (choices: readonly number[]) => Promise<Failing | undefined>,
): Promise<{readonly smallest: Failure; readonly seen: readonly Failure[]}> {
  const seen = found.map(({failure}) => failure);
  let [smallest] = found;
  let attempts = 0;
  for (let progress = true; progress && attempts < attemptLimit; ) {
    progress = false;
    for (const choices of simpler(() => smallest.choices)) {
      if (attempts++ >= attemptLimit) break;
      const failing = await unlessStopped(attempt(choices));
      if (failing === "stopped") return {smallest: smallest.failure, seen};
      if (!failing || !isAlike(failing.failure, smallest.failure)) continue;
      seen.push(failing.failure);
      if (!isSimpler(failing.choices, smallest.choices)) continue;
      smallest = failing;
      progress = true;
    }
  }
  return {smallest: smallest.failure, seen};
}

/** One input may fit several mistakes, and by chance one that was not made: the causes that all failures have, and that no value which
 * passed speaks against. The rule is always one. */
function causesOfAll(
  [first, ...rest]: readonly Failure[],
  refuted: ReadonlySet<string>,
): readonly [Cause, ...Cause[]] {
  const isShared = ({id}: Cause) =>
    !refuted.has(id) && rest.every(({causes}) => causes.some((cause) => cause.id === id));
  const [likeliest = first!.rule, ...others] = first!.causes.filter(isShared);
  return [likeliest, ...others];
}

/** When the time is over, what was found counts. */
async function unlessStopped<T>(work: Promise<T>): Promise<T | "stopped"> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    throw error;
  }
}

function isAlike(a: Failure, b: Failure): boolean {
  return a.status === b.status && a.rule.id === b.rule.id && a.rule.advice === b.rule.advice;
}

/** The failure with the call that led to it, unless it names its own input. */
export function withInput(failure: Failure, trial: Pick<Trial, "lastCall">): Failure {
  const input = failure.feedback.input ?? trial.lastCall();
  return input === undefined ? failure : failure.with({input});
}
