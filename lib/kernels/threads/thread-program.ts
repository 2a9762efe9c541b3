/**
 * What a thread of the pool does. It has the compiled kernels on the shared memory, and a slot in which it is told what to compute (slot.ts).
 * Its text goes to a worker as it is, so it uses nothing from outside.
 */
import type {states} from "./states.js";

/** What a thread begins with. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly states: typeof states;
  /** The slots of all threads. */
  readonly words: Int32Array;
  readonly numbers: Float64Array;
  /** Where its own begins in both. */
  readonly word: number;
  readonly number: number;
  /** How often it looks for work before it sleeps, and how many looks one counts for that a pause follows. */
  readonly looks: number;
  readonly looksOfPause: number;
}

type Run = (...values: number[]) => number | undefined;

export function threadProgram(start: ThreadStart): void {
  const {module, memory, states, words, numbers, word, number, looks, looksOfPause} = start;
  const {pause} = Atomics as {readonly pause?: () => void};
  const step = pause ? looksOfPause : 1;
  const lend = (bytes: number) => {
    words[word + 5] = bytes;
    Atomics.store(words, word, states.wants);
    Atomics.notify(words, word);
    while (Atomics.load(words, word) === states.wants) Atomics.wait(words, word, states.wants);
    if (words[word + 5] === 0) throw new RangeError("out of memory");
    return words[word + 5]!;
  };
  const {exports} = new WebAssembly.Instance(module, {env: {memory, lend}});
  const functions = Object.values(exports) as Run[];
  const {setActivation, startKernel, takeMost} = exports as Record<string, Run>;
  Atomics.store(words, word, states.idle);
  for (;;) {
    for (let i = 0; i < looks && Atomics.load(words, word) !== states.posted; i += step) pause?.();
    const seen = Atomics.load(words, word);
    if (seen !== states.posted) Atomics.wait(words, word, seen);
    if (Atomics.compareExchange(words, word, states.posted, states.running) !== states.posted)
      continue;
    let end: number = states.done;
    try {
      setActivation!(numbers[number]!, numbers[number + 1]!, numbers[number + 2]!);
      startKernel!(words[word + 3]!, words[word + 4]!);
      const given = numbers.subarray(number + 3, number + 3 + words[word + 2]!);
      words[word + 7] = functions[words[word + 1]!]!(...given) === 0 ? 0 : 1;
    } catch {
      end = states.failed;
    }
    words[word + 6] = takeMost!()!;
    Atomics.store(words, word, end);
    Atomics.notify(words, word);
  }
}

/** The program as the script of a worker, in a browser or in Node. */
export const threadScript = `const __name = (named) => named;
const run = ${threadProgram};
if (typeof require === "function") require("node:worker_threads").parentPort.once("message", run);
else onmessage = ({data}) => run(data);`;
