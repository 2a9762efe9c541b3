/** Whether memory stays flat while a reader trains for long and starts again and again. */
import {experiments} from "../../src/experiments/index.js";
import type {LiveMemory} from "../../tools/runs/live-memory.js";
import type {MemoryReport} from "../memory-run.js";
import type {Part, Row} from "../part.js";
import {answerOf} from "../script-answer.js";

const [steps, cycles] = [2000, 20];

export const memory: Part = {
  title: "Memory over many steps and starts",
  async measure(say) {
    const rows: Row[] = [];
    for (const id of Object.keys(experiments)) {
      say(id);
      rows.push(...rowsOf(id, await answerOf<MemoryReport>("memory-run.ts", id, steps, cycles)));
    }
    const note =
      `On wasm, each experiment in a process of its own, as small as its form allows: after 100 steps and after ${steps} more, with a ` +
      `picture every 50 and a measurement; and after 2 starts and ends and after ${cycles} more. Blocks are those that the ` +
      "memory's allocator has given out in the process; a WebAssembly memory grows and never shrinks.";
    return [{title: "What is alive", rows, note}];
  },
};

function rowsOf(id: string, report: MemoryReport): Row[] {
  return [
    rowOf(id, `${steps} steps`, report.steps),
    rowOf(id, `${cycles} starts and ends`, report.cycles),
  ];
}

function rowOf(
  experiment: string,
  over: string,
  [first, last]: readonly [LiveMemory, LiveMemory],
): Row {
  const change = (of: (live: LiveMemory) => number) => `${of(first)} → ${of(last)}`;
  return {
    experiment,
    over,
    tensors: change(({tensors}) => tensors),
    "tensor bytes": change(({tensorBytes}) => tensorBytes),
    blocks: change(({blocks}) => blocks),
    "memory, MB": change(({heapBytes}) => Math.round(heapBytes / 1e5) / 10),
  };
}
