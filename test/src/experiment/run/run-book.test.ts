import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import {RunBook} from "../../../../src/experiment/run/run-book.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import {checkpointAt} from "./checkpoint-at.js";

const params = defaultParams(ganPlane.params);

/** A book whose run has 30 steps and checkpoints at 10, 20 and 30. */
function bookOf30(): RunBook {
  const book = new RunBook(ganPlane, params);
  const curve = Float32Array.from({length: 30}, (_, i) => i + 1);
  const memory = {tensors: 0, bytes: 0};
  book.add({first: 1, curves: {discriminatorLoss: curve}, msPerStep: 1, memory});
  for (const step of [10, 20, 30]) book.checkpoints.add(checkpointAt(step));
  return book;
}

describe("run book", () => {
  it("branches only behind the end, and keeps the whole old run", () => {
    const book = bookOf30();
    expect(book.branchIfBehind()).toBe(false);
    book.position = 20;
    expect(book.branchIfBehind()).toBe(true);
    expect(book.run).toMatchObject({number: 2, step: 20, parent: {number: 1, step: 20}});
    expect(book.checkpoints.steps).toEqual([10, 20]);
    expect(book.history.map(({number, step}) => [number, step])).toEqual([[1, 30]]);
  });

  it("begins anew without losing the run before, and passes over one without steps", () => {
    const book = bookOf30();
    book.begin({...params, seed: 8}, {inputs: {}});
    expect(book.run).toMatchObject({number: 2, step: 0, params: {seed: 8}});
    expect(book.checkpoints.steps).toEqual([]);
    book.begin({...params, seed: 9}, {inputs: {}});
    expect(book.run.number).toBe(2);
    expect(book.history).toHaveLength(1);
  });

  it("puts another's run in the history before it is made again, once", () => {
    const book = bookOf30();
    const other = {...newRun(ganPlane, 0, params), origin: "imported" as const, step: 5};
    book.beginAfter(other);
    book.beginAfter(book.history[1]!);
    book.beginAfter(book.history[0]!);
    const numbers = book.history.map(({number, origin}) => [number, origin]);
    expect(numbers).toEqual([
      [1, "live"],
      [2, "imported"],
    ]);
    expect(book.run).toMatchObject({number: 3, step: 0});
  });

  it("rewinds to the last checkpoint, or to the start where there is none", () => {
    const book = bookOf30();
    const memory = {tensors: 0, bytes: 0};
    book.add({
      first: 31,
      curves: {discriminatorLoss: Float32Array.of(31, 32)},
      msPerStep: 1,
      memory,
    });
    expect(book.rewind()).toBe(30);
    expect(book.run.curves.discriminatorLoss!.length).toBe(30);
    const fresh = new RunBook(ganPlane, params);
    expect(fresh.rewind()).toBe(0);
  });

  it("puts an opened run in the history under a number of its own and begins the same recipe", () => {
    const book = bookOf30();
    const opened = {...book.run, origin: "imported" as const, params: {...params, seed: 5}};
    book.beginAfter(opened);
    expect(book.history.map(({number, origin}) => [number, origin])).toEqual([
      [1, "live"],
      [2, "imported"],
    ]);
    expect(book.run).toMatchObject({number: 3, step: 0, params: {seed: 5}});
  });

  it("resumes a kept run at its checkpoint", () => {
    const kept = bookOf30().run;
    const book = new RunBook(ganPlane, params);
    book.resume(kept, checkpointAt(30));
    expect([book.position, book.run.step, book.checkpoint?.step]).toEqual([30, 30, 30]);
  });
});
