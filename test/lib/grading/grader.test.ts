import {describe, expect, it} from "vitest";
import {property, test} from "../../../lib/grading/spec.js";
import {double, doubleTests, doubling, graded, patient} from "./graded.js";

/** A spec of one test, whose value must be `expected`. */
const must = (expected: unknown, advice = "look again.") => [
  test("value", "is right", 1, async ({call, check}) => {
    check.close(await call("double", 3), expected, {advice});
  }),
];

/** What must hold of any value, for want of one that is right. */
const holding = [
  test("value", "is even", 1, async ({call, check}) => {
    const value = check.number(await call("double", 3));
    check.that(value % 2 === 0, {expected: "an even number", yours: String(value)});
  }),
];

describe("the grader", () => {
  it("demands what must hold, where no one value is right", async () => {
    expect((await graded(double("return x + 5;"), holding)).state).toBe("correct");
    const {tests} = await graded(double("return x + 4;"), holding);
    expect(tests[0]).toMatchObject({status: "failed", expected: "an even number", yours: "7"});
  });

  it("gives the points of what is right", async () => {
    const verdict = await graded(double("return 2 * x;"));
    expect(verdict).toMatchObject({state: "correct", points: 3, maxPoints: 3});
    expect(verdict.tests.map(({status}) => status)).toEqual(["passed", "passed"]);
  });

  it("gives a part for a part, and says expected, yours, input and advice", async () => {
    const verdict = await graded(double("return 6;"));
    expect(verdict).toMatchObject({state: "partly", points: 1, maxPoints: 3});
    expect(verdict.tests[1]).toMatchObject({yours: "6", advice: "add it to itself."});
    expect(verdict.tests[1]?.input).toMatch(/^double\(1\d\.\d+\)$/);
  });

  it("says what it can of a wrong starter", async () => {
    expect((await graded(double(""))).tests[0]).toMatchObject({
      status: "failed",
      expected: "6",
      yours: "undefined",
    });
    expect((await graded(double("return x;"))).state).toBe("incorrect");
  });

  it("shows what was thrown, with the learner's own line", async () => {
    const {state, tests} = await graded("export function double(x) {\n  return nothing.at(x);\n}");
    expect(state).toBe("error");
    expect(tests[0]?.yours).toMatch(
      /^ReferenceError: nothing is not defined\n\s+at (exports\.)?double \(exercise\.ts:2:\d+\)$/,
    );
  });

  it.each<[what: string, code: string, problem: RegExp]>([
    ["a syntax error", "export function double( {", /^syntax error: .*\(1:\d+\)/],
    ["a missing export", "function double() {}", /^missing function: double .*exports nothing/],
    ["an error before any test", "throw null; export {}", /^before any test: null was thrown/],
    ["an import", 'import "fs"; export function double() {}', /an exercise imports nothing: "fs"/],
    ["a dynamic import", 'export const double = 1; void import("./spec.js");', /missing function/],
  ])("says what keeps every test from running: %s", async (_, code, problem) => {
    const verdict = await graded(code);
    expect(verdict.state).toBe("error");
    expect(verdict.problem).toMatch(problem);
    expect(verdict.tests.map(({status}) => status)).toEqual(["not-run", "not-run"]);
  });

  it("shows the run that a test has made, whether it passes or not", async () => {
    const run = {label: "twice", curves: []};
    const tests = [
      test("value", "is trained", 1, async ({call, check, show}) => {
        show(run);
        check.close(await call("double", 3), 6);
      }),
    ];
    expect((await graded(double("return 2 * x;"), tests)).tests[0]).toMatchObject({run});
    expect((await graded(double("return x;"), tests)).tests[0]).toMatchObject({run});
  });

  it("takes what a reordered program says of itself for a wrong answer, and other errors for errors", async () => {
    const exercise = {...doubling(doubleTests), form: "reorder"} as const;
    const said = await graded(
      double('throw new Error("x is doubled before it exists");'),
      doubleTests,
      {exercise},
    );
    expect(said).toMatchObject({state: "incorrect"});
    expect(said.tests[0]).toMatchObject({
      status: "failed",
      yours: "x is doubled before it exists",
      input: "",
    });
    const broken = await graded(double("return x.y.z;"), doubleTests, {exercise});
    expect(broken.tests[0]).toMatchObject({status: "error"});
    const written = await graded(double('throw new Error("no");'));
    expect(written.tests[0]).toMatchObject({status: "error"});
  });

  it("keeps what was printed, per test and in all", async () => {
    const {console, tests} = await graded(
      `console.log("at first");${double("console.log({x}, [NaN, -0]); return 2 * x;")}`,
    );
    expect(console).toMatch(/^at first\n\{x: 3\} \[NaN, -0\]\n/);
    expect(tests[0]?.console).toBe("{x: 3} [NaN, -0]\n");
  });

  it("gives every seed its own draws and its own chance, again and again", async () => {
    const code = double("return Math.random();");
    const inputs = async (seed: number) =>
      (await graded(code, doubleTests, {seed})).tests.map(({input, yours}) => [input, yours]);
    const [first, again, other] = [await inputs(1), await inputs(1), await inputs(2)];
    expect(again).toEqual(first);
    expect(other[1]?.[0]).not.toBe(first[1]?.[0]);
    expect(other[0]?.[1]).not.toBe(first[0]?.[1]);
  });

  it.each([
    ["without a test", [], "it has no test"],
    [
      "that calls nothing",
      [test("value", "idle", 1, async () => {})],
      'test "idle": Error: it called nothing',
    ],
    [
      "that throws",
      [
        test("value", "bad", 1, async ({call}) => {
          await call("half");
        }),
      ],
      "unknown function: half (one of double)",
    ],
    [
      "of another task",
      [test("time", "late", 1, async () => {})],
      "unknown task: time (one of value)",
    ],
  ])("takes a spec %s for an error, never a pass", async (_, tests, fault) => {
    const verdict = await graded(double("return 2 * x;"), tests);
    expect(verdict.state).toBe("error");
    expect(verdict.problem).toContain("the exercise itself is at fault");
    expect(verdict.problem).toContain(fault);
  });

  it("takes points that do not add up for a fault", async () => {
    const exercise = {...doubling(doubleTests), tasks: [{id: "value", title: "", points: 9}]};
    const verdict = await graded(double("return 2 * x;"), doubleTests, {exercise});
    expect(verdict.problem).toContain("task value is worth 9, but its tests give 3");
  });

  it("shows the smallest input it finds", async () => {
    const tests = [
      property(
        "value",
        "keeps lists",
        1,
        (draw) => draw.list(0, 8, () => draw.number(-5, 5)),
        async (list, {call, check}) =>
          check.close(await call("double", list), list, {advice: "keep them."}),
      ),
    ];
    const {
      tests: [result],
    } = await graded(double("return x.filter((v) => v < 2.5);"), tests);
    expect(result).toMatchObject({
      status: "failed",
      input: "double([3])",
      yours: expect.stringMatching(/^\[\]/),
    });
  });

  it("stops an endless loop, and runs nothing after it", async () => {
    const verdict = await graded(double("while (x > 5);  return 2 * x;"), doubleTests, {
      sandbox: patient,
      timeLimitMs: 500,
    });
    expect(verdict).toMatchObject({
      state: "timed-out",
      points: 1,
      problem: "stopped: not done after 2 million turns",
    });
    expect(verdict.tests.map(({status}) => status)).toEqual(["passed", "timed-out"]);
  });

  it("knows the mistake by the value it leads to", async () => {
    const tests = [
      test("value", "is right", 1, async ({call, check}) => {
        check.close(await call("double", 3), 6, {
          mistakes: [{value: 9, advice: "that is the square."}],
          advice: "no.",
        });
      }),
    ];
    expect((await graded(double("return x * x;"), tests)).tests[0]?.advice).toBe(
      "that is the square.",
    );
    expect((await graded(double("return x;"), tests)).tests[0]?.advice).toBe("no.");
  });

  it.each<[what: string, body: string, expected: unknown, yours: RegExp]>([
    ["a getter", "return {get a() { return 6; }};", {a: 6}, /the result\.a is a getter/],
    ["a function", "return {a: () => 6};", {a: 6}, /the result\.a is a function/],
    ["valueOf", "return {valueOf: () => 6};", 6, /the result\.valueOf is a function/],
    ["a class", "return new Map();", 6, /neither a list nor a plain object/],
    ["NaN", "return NaN;", 6, /^NaN$/],
    ["NaN for 0", "return [NaN];", [0], /^\[NaN\]\nat \[0\]: 0 expected, NaN came$/],
    ["a text", "return '6';", 6, /^"6"$/],
    ["a list that holds itself", "const a: any = []; a.push(a); return a;", [6], /nested deeper/],
    ["null thrown", "throw null;", 6, /^null was thrown$/],
    ["a thrown getter", "throw {get stack() { throw 1; }};", 6, /cannot be shown was thrown/],
  ])("is not taken in by %s", async (_, body, expected, yours) => {
    const {state, tests} = await graded(double(body), must(expected));
    expect(state).toMatch(/incorrect|error/);
    expect(tests[0]?.yours).toMatch(yours);
  });

  it("takes a proxy for what it says once, as text: nothing of it crosses", async () => {
    const changing = `let n = 6; return new Proxy([0], {getOwnPropertyDescriptor: () =>
      ({value: n++, configurable: true, writable: true, enumerable: true})});`;
    const verdict = await graded(double(changing), must([6]));
    expect(verdict.state).toBe("correct");
    expect((await graded(double(changing), must([7]))).tests[0]?.yours).toMatch(/^\[6\]\n/);
  });

  it("cuts whatever a spec says of an answer", async () => {
    const tests = [
      test("value", "is short", 1, async ({call, check}) => {
        const text = String(await call("double", 3));
        check.that(false, {expected: text, yours: text, advice: text, input: text});
      }),
    ];
    const verdict = await graded(double("return 'x'.repeat(1e6);"), tests);
    for (const part of ["expected", "yours", "advice", "input"] as const)
      expect(verdict.tests[0]?.[part]).toMatch(/^x{1999}…$/);
    const keys = double(
      "const o: any = {}; for (let i = 0; i < 9999; i++) o['key' + i] = i; return o;",
    );
    const kept = await graded(keys, holding);
    expect(kept.tests[0]?.yours).toMatch(/^an object with key0, .{80,100}…$/);
  });

  it("tells 0 from -0 when asked to", async () => {
    const same = [
      test("value", "is zero", 1, async ({call, check}) => check.same(await call("double", 0), 0)),
    ];
    expect((await graded(double("return -0;"), same)).tests[0]).toMatchObject({
      expected: "0",
      yours: "-0",
    });
    expect((await graded(double("return 0;"), same)).state).toBe("correct");
    expect((await graded(double("return -0;"), must(0))).state).toBe("correct");
  });

  it("shows three pictures of a picture", async () => {
    const frame = [
      [-1, 1],
      [0, 0],
    ];
    const tests = [
      test("value", "is drawn", 1, async ({call, check}) =>
        check.picture(await call("double", 1), frame),
      ),
    ];
    const {
      tests: [result],
    } = await graded(double("return [[-1, 0], [0, 0]];"), tests);
    expect(result?.pictures?.map(({role}) => role)).toEqual(["expected", "yours", "difference"]);
    expect(result?.pictures?.[2]?.alt).toBe(
      "Difference: 1 of 4 pixels; the largest at row 0, column 1, where yours is 50 % too dark.",
    );
    expect(Array.from(result?.pictures?.[2]?.images.data ?? [])).toEqual([0, -0.5, 0, 0]);
    expect(result?.expected).toContain("[-1, 1]");
  });

  it("does not write out the numbers of a large picture that is shown", async () => {
    const frame = Array.from({length: 7}, () => new Array<number>(7).fill(0));
    const tests = [
      test("value", "is drawn", 1, async ({call, check}) =>
        check.picture(await call("double", 1), frame),
      ),
    ];
    const answer = `return ${JSON.stringify(frame.with(2, [0, 0, 0.5, 0, 0, 0, 0]))};`;
    expect((await graded(double(answer), tests)).tests[0]).toMatchObject({
      expected: "a picture of 7 by 7 pixels, below",
      yours: "at [2][2]: 0 expected, 0.5 came",
    });
  });
});
