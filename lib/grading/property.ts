/** The search for an input for which a property fails, and for a smaller one that fails in the same way. */
import {type Draw, drawAgain, drawRandom, isSimpler, simpler} from "./draw.js";
import {Failure, Stopped} from "./failure.js";
import type {Trial} from "./spec.js";

const attemptLimit = 200;
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
  const attempt = async (draw: Draw, label: string): Promise<Failing | undefined> => {
    const input = make(draw);
    try {
      await holds(input, {...trial, random: trial.random.fork(label)});
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
  const first = mostFrequent(found);
  return first && shrink(first, (choices) => attempt(drawAgain(choices), "shrinking"));
}

/** One input may fit several mistakes; what most of them say is the mistake that was made. */
function mostFrequent(found: readonly Failing[]): Failing | undefined {
  const votes = (one: Failing) =>
    found.filter((other) => isAlike(one.failure, other.failure)).length;
  return found.reduce<Failing | undefined>(
    (best, one) => (best && votes(best) >= votes(one) ? best : one),
    undefined,
  );
}

/** Takes every simpler input that fails with the same words, until none does. */
async function shrink(
  first: Failing,
  attempt: (choices: readonly number[]) => Promise<Failing | undefined>,
): Promise<Failure> {
  let smallest = first;
  let attempts = 0;
  for (let found: Failing | undefined = first; found && attempts < attemptLimit; ) {
    found = undefined;
    for (const choices of simpler(smallest.choices)) {
      if (attempts++ >= attemptLimit) break;
      const failing = await unlessStopped(attempt(choices));
      if (failing === "stopped") return smallest.failure;
      if (!failing || !isSimpler(failing.choices, smallest.choices)) continue;
      if (isAlike(failing.failure, first.failure)) {
        smallest = found = failing;
        break;
      }
    }
  }
  return smallest.failure;
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
  return a.status === b.status && a.feedback.advice === b.feedback.advice;
}

/** The failure with the call that led to it, unless it names its own input. */
export function withInput(failure: Failure, trial: Pick<Trial, "lastCall">): Failure {
  const input = failure.feedback.input ?? trial.lastCall();
  return input === undefined ? failure : new Failure({...failure.feedback, input}, failure.status);
}
