/** Reads what came from the cells: all of it is as it must be, or an error says what is not. */
import {fieldsOf, flag, listOf, oneOf, refuse, textOf, wholeNumber} from "../lib/field-checks.js";
import type {CellNeeds} from "./cell-graph.js";
import {drawingProblem} from "./drawing.js";
import {
  type FileResource,
  type FromCells,
  programNames,
  type ResourceName,
  type Said,
} from "./exchange.js";
import {cellLimit} from "./notebook.js";
import {type CellReport, type Control, type Line, limits, type Shown} from "./shown.js";

export function parseSaid({text, buffers}: Said): FromCells {
  const said = fieldsOf("message", JSON.parse(text));
  const kind = oneOf("message.kind", said.kind, ["report", "graph", "begins", "need"]);
  if (kind === "need") return {kind, name: parseResource("message.name", said.name)};
  if (kind === "begins") return {kind, id: wholeNumber("message.id", said.id, 1, 1e9)};
  if (kind === "graph")
    return {kind, cells: listOf("cells", said.cells, cellLimit).map(parseNeeds)};
  return {kind, report: parseReport("report", said.report, buffers)};
}

/** More names than are told are cut from a map by the page that draws it. */
const mostNames = 1000;

function parseNeeds(value: unknown, i: number): CellNeeds {
  const path = `cells[${i}]`;
  const {id, defines, needs} = fieldsOf(path, value);
  const cellId = (path: string, id: unknown) => wholeNumber(path, id, 1, 1e9);
  return {
    id: cellId(`${path}.id`, id),
    defines: listOf(`${path}.defines`, defines, mostNames).map((name) =>
      textOf(`${path}.defines`, name, limits.text),
    ),
    needs: listOf(`${path}.needs`, needs, cellLimit).map((id) => cellId(`${path}.needs`, id)),
  };
}

/** Whether there is a file of that name is said when it is asked for. */
function parseResource(path: string, name: unknown): ResourceName {
  const isFile = typeof name === "string" && /^file [a-z0-9-]{1,60}$/.test(name);
  return isFile ? (name as FileResource) : oneOf(path, name, programNames);
}

function parseReport(path: string, value: unknown, buffers: Said["buffers"]): CellReport {
  const {id, state, shown} = fieldsOf(path, value);
  const parts = listOf(`${path}.shown`, shown, limits.parts);
  return {
    id: wholeNumber(`${path}.id`, id, 1, 1e9),
    state: oneOf(`${path}.state`, state, ["waiting", "computing", "done", "failed"]),
    shown: parts.map((part, i) => parseShown(`${path}.shown[${i}]`, part, buffers)),
  };
}

const kinds = ["value", "error", "markdown", "curves", "drawing", "input", "pictures"] as const;

function parseShown(path: string, value: unknown, buffers: Said["buffers"]): Shown {
  const fields = fieldsOf(path, value);
  const kind = oneOf(`${path}.kind`, fields.kind, kinds);
  const text = () => textOf(`${path}.text`, fields.text, limits.text);
  const label = () => textOf(`${path}.label`, fields.label, 200);
  const whole = (name: string, max: number) =>
    wholeNumber(`${path}.${name}`, fields[name], name === "input" || name === "bytes" ? 0 : 1, max);
  switch (kind) {
    case "value":
    case "markdown":
      return {kind, text: text()};
    case "drawing": {
      const problem = drawingProblem(text());
      if (problem !== undefined) throw new RangeError(`invalid ${path}.text: ${problem}`);
      return {kind, text: text()};
    }
    case "error":
      return {kind, text: text(), ...(fields.line !== undefined && {line: whole("line", 1e6)})};
    case "curves": {
      const lines = listOf(`${path}.lines`, fields.lines, limits.lines);
      return {
        kind,
        label: label(),
        lines: lines.map((line, i) => parseLine(`${path}[${i}]`, line)),
      };
    }
    case "input":
      return {kind, input: whole("input", 1e12), control: parseControl(path, fields.control)};
    case "pictures": {
      const [count, height] = [whole("count", limits.pictureBytes), whole("height", limits.side)];
      const [width, columns] = [whole("width", limits.side), whole("columns", count)];
      const channels = whole("channels", 3) === 3 ? 3 : 1;
      const bytes = new Uint8Array(buffers[whole("bytes", 1000)] ?? new ArrayBuffer(0));
      if (bytes.length !== count * height * width * channels || bytes.length > limits.pictureBytes)
        refuse(`${path}.bytes`, bytes.length, `${count * height * width * channels}`);
      const side = Math.max(columns * width, Math.ceil(count / columns) * height);
      if (side > limits.sheetSide) refuse(`${path}.columns`, columns, "a sheet that can be drawn");
      return {kind, label: label(), count, height, width, channels, columns, bytes};
    }
  }
}

function parseLine(path: string, value: unknown): Line {
  const {name, values} = fieldsOf(path, value);
  return {
    name: textOf(`${path}.name`, name, 60),
    values: listOf(`${path}.values`, values, limits.values).map((each) =>
      typeof each === "number" ? each : Number.NaN,
    ),
  };
}

function parseControl(path: string, value: unknown): Control {
  const fields = fieldsOf(path, value);
  const number = (name: string) => {
    const each = fields[name];
    return Number.isFinite(each) ? (each as number) : refuse(`${path}.${name}`, each, "a number");
  };
  const label = textOf(`${path}.label`, fields.label, 200);
  const type = oneOf(`${path}.type`, fields.type, ["range", "select", "toggle", "text", "button"]);
  switch (type) {
    case "range": {
      const [min, max, step, at] = [number("min"), number("max"), number("step"), number("value")];
      return {type, label, min, max, step, value: at};
    }
    case "select": {
      const options = listOf(`${path}.options`, fields.options, limits.options);
      const names = options.map((each) => textOf(path, each, 200));
      return {type, label, options: names, value: wholeNumber(path, fields.value, 0, 1000)};
    }
    case "toggle":
      return {type, label, value: flag(`${path}.value`, fields.value)};
    case "text":
      return {type, label, value: textOf(`${path}.value`, fields.value, 1000)};
    case "button":
      return {type, label, value: number("value")};
  }
}
