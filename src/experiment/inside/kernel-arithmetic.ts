import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ValueMapData, valueMap} from "../../figures/inside/value-map.js";
import type {InspectedLayer, Inspection} from "../../lib/training/protocol.js";
import {type Arithmetic, arithmeticAt, channelMap, inputOf} from "./inside-data.js";

/** The number that is looked at: of which input, channel of it, and filter. Its place is chosen on the map. */
export interface Looked {
  readonly picture: number;
  readonly channel: number;
  readonly filter: number;
}

/** A number of a filter's map, and the patch of the input that it is made of, times the kernel. */
export function kernelArithmetic() {
  const input = valueMap({label: "this channel of the input", edge: 180});
  const output = valueMap({
    label: "the filter's map, arrow keys choose a number",
    edge: 180,
    isChosen: true,
  });
  const tables = element("div", {class: "inside-sum"});
  const words = element("p", {class: "inside-words"});
  let last: {layer: InspectedLayer; inspection: Inspection; looked: Looked} | undefined;
  const draw = () => {
    if (!last) return;
    const {layer, inspection, looked} = last;
    const found = arithmeticAt(layer, inspection, {...looked, ...output.value});
    const map = channelMap(inputOf(layer, inspection), looked.picture, looked.channel);
    input.update({...map, framed: frameOf(found)});
    tables.replaceChildren(...sumTables(found, looked.channel));
    setText(words, sumWords(layer, found, looked));
  };
  output.addEventListener("input", draw);
  return {
    element: element(
      "div",
      {class: "inside-arithmetic"},
      element("div", {class: "inside-maps"}, part("Its input", input), part("Its map", output)),
      tables,
      words,
    ),
    draw(layer: InspectedLayer, inspection: Inspection, looked: Looked) {
      last = {layer, inspection, looked};
      output.update(channelMap(inspection.activations[layer.name]!, looked.picture, looked.filter));
      draw();
    },
  };
}

function part(title: string, map: HTMLElement): HTMLElement {
  return element("div", {}, element("p", {class: "inside-title"}, title), map);
}

function frameOf({rows, columns}: Arithmetic): ValueMapData["framed"] {
  const [r, c] = [rows, columns].map((all) => all.filter((at) => at !== undefined)) as [
    number[],
    number[],
  ];
  if (r.length === 0 || c.length === 0) return undefined;
  return {
    from: {row: Math.min(...r), column: Math.min(...c)},
    to: {row: Math.max(...r), column: Math.max(...c)},
  };
}

/** Patch × kernel = products, of one channel. */
function sumTables({patch, kernel, rows, columns}: Arithmetic, channel: number): HTMLElement[] {
  const [h, w, channels] = patch.shape;
  const among =
    ({data}: Arithmetic["patch"]) =>
    (a: number, c: number) =>
      data[(a * w + c) * channels + channel]!;
  const isThere = (a: number, c: number) => rows[a] !== undefined && columns[c] !== undefined;
  const [x, k] = [among(patch), among(kernel)];
  const cells = (value: (a: number, c: number) => number) => (a: number, c: number) =>
    isThere(a, c) ? numeral(value(a, c)) : "·";
  const sign = (text: string) => element("span", {class: "inside-sign"}, text);
  return [
    numberTable("input", h, w, cells(x)),
    sign("×"),
    numberTable("kernel", h, w, (a, c) => numeral(k(a, c))),
    sign("="),
    numberTable(
      "products",
      h,
      w,
      cells((a, c) => x(a, c) * k(a, c)),
    ),
  ];
}

function numberTable(
  title: string,
  h: number,
  w: number,
  textOf: (row: number, column: number) => string,
): HTMLElement {
  const row = (a: number) =>
    element("tr", {}, ...Array.from({length: w}, (_, c) => element("td", {}, textOf(a, c))));
  const body = element("tbody", {}, ...Array.from({length: h}, (_, a) => row(a)));
  return element("table", {}, element("caption", {}, title), body);
}

/** "The products of this channel sum to 0.42, those of all 16 channels to 1.73. With the bias of 0.05 that is 1.78; relu makes it 1.78." */
export function sumWords(
  {name}: Pick<InspectedLayer, "name">,
  {patch, kernel, bias, sum, activation}: Arithmetic,
  {channel}: Looked,
): string {
  const channels = patch.shape[2];
  const own = patch.data.reduce(
    (total, value, i) => (i % channels === channel ? total + value * kernel.data[i]! : total),
    0,
  );
  const all = channels > 1 ? `, those of all ${channels} channels to ${numeral(sum - bias)}` : "";
  const made = activation ? ` ${activation.name} makes it ${numeral(activation.value)}.` : "";
  return `The products of this channel sum to ${numeral(own)}${all}. With the bias of ${numeral(bias)}, ${name} gives ${numeral(sum)}.${made}`;
}

function numeral(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-(?!0\.00$)/, "−")
    .replace("-", "");
}
