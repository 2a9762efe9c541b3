import {describe, expect, test} from "vitest";
import {parseSaid} from "../../../src/notebook/parse-said.js";
import {limits, type Shown} from "../../../src/notebook/shown.js";

const say = (message: unknown, buffers: ArrayBuffer[] = []) =>
  parseSaid({text: JSON.stringify(message), buffers});
const report = (...shown: unknown[]) => ({
  kind: "report",
  report: {id: 3, state: "done", shown},
});
const picture = {
  kind: "pictures",
  label: "",
  count: 1,
  height: 2,
  width: 2,
  channels: 1,
  columns: 1,
};

describe("what cells say", () => {
  test("is read as it was meant", () => {
    const shown: Shown[] = [
      {kind: "value", text: "1"},
      {kind: "error", text: "no", line: 4},
      {kind: "markdown", text: "# a"},
      {kind: "drawing", text: "<svg/>"},
      {kind: "curves", label: "x", lines: [{name: "loss", values: [3, 2]}]},
      {
        kind: "input",
        input: 1000,
        control: {type: "range", label: "", min: 0, max: 1, step: 0.1, value: 1},
      },
      {kind: "input", input: 1001, control: {type: "select", label: "", options: ["a"], value: 0}},
      {kind: "input", input: 1002, control: {type: "toggle", label: "", value: true}},
      {kind: "input", input: 1003, control: {type: "text", label: "", value: "x"}},
      {kind: "input", input: 1004, control: {type: "button", label: "", value: 0}},
    ];
    expect(say(report(...shown))).toEqual(report(...shown));
    for (const name of ["tensors", "file digits-train"])
      expect(say({kind: "need", name})).toEqual({kind: "need", name});
    const graph = {kind: "graph", cells: [{id: 2, defines: ["a"], needs: [1, 3]}]};
    expect(say(graph)).toEqual(graph);
    expect(say({kind: "begins", id: 2})).toEqual({kind: "begins", id: 2});
  });

  test("has the bytes of pictures beside it", () => {
    const bytes = new Uint8Array([1, 2, 3, 4]);
    const said = say(report({...picture, bytes: 0}), [bytes.buffer]);
    expect(said).toEqual(report({...picture, bytes}));
  });

  test("is a gap where a curve has no number", () => {
    const lines = [{name: "loss", values: [1, null, "2", 3]}];
    const said = say(report({kind: "curves", label: "", lines}));
    const values = [1, Number.NaN, Number.NaN, 3];
    expect(said).toMatchObject(report({kind: "curves", lines: [{name: "loss", values}]}));
  });

  test.for([
    [null, "invalid message"],
    [{kind: "run"}, 'invalid message.kind: "run"'],
    [
      {kind: "need", name: "../secrets"},
      'invalid message.name: "../secrets" (one of tensors, d3, experiments)',
    ],
    [{kind: "need", name: "file ../secrets"}, 'invalid message.name: "file ../secrets"'],
    [{kind: "graph", cells: [{id: 1, defines: [2], needs: []}]}, "invalid cells[0].defines: 2"],
    [{kind: "begins", id: "1"}, "invalid message.id"],
    [report({kind: "html", text: "<b>"}), 'invalid report.shown[0].kind: "html"'],
    [report({kind: "value", text: 3}), "invalid report.shown[0].text: 3"],
    [
      report({kind: "value", text: "x".repeat(limits.text + 1)}),
      "200001 characters (at most 200000)",
    ],
    [report(...Array(limits.parts + 1).fill({kind: "value", text: ""})), "61 items (at most 60)"],
    [report({...picture, bytes: 0}), "invalid report.shown[0].bytes: 0 (4)"],
    [report({...picture, width: 1e6, bytes: 0}), "invalid report.shown[0].width"],
    [report({...picture, columns: 0, bytes: 0}), "invalid report.shown[0].columns"],
    [
      report({kind: "drawing", text: '<svg><use href="#a"/></svg>'}),
      "invalid report.shown[0].text: <use> (svg, g,",
    ],
    [
      report({kind: "curves", label: "", lines: [{name: "a", values: Array(4001).fill(0)}]}),
      "4001 items",
    ],
    [report({kind: "input", input: 1, control: {type: "file", label: ""}}), 'type: "file"'],
    [
      report({kind: "input", input: 1, control: {type: "range", label: "", min: "0"}}),
      "invalid report.shown[0].min",
    ],
  ] as const)("is refused where it is not: %j", ([message, why]) => {
    expect(() => say(message)).toThrow(why);
  });

  test("is refused where it is a sheet that no canvas holds", () => {
    const size = {count: 20, height: 1000, width: 1, columns: 1};
    const bytes = new Uint8Array(20_000);
    expect(() => say(report({...picture, ...size, bytes: 0}), [bytes.buffer])).toThrow(
      "invalid report.shown[0].columns: 1 (a sheet that can be drawn)",
    );
    expect(say(report({...picture, ...size, columns: 20, bytes: 0}), [bytes.buffer])).toBeTruthy();
  });

  test("is refused where it is no JSON", () => {
    expect(() => parseSaid({text: "{", buffers: []})).toThrow(SyntaxError);
  });
});
