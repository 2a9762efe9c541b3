import {element} from "../../controls/element.js";
import type {NdArray} from "../../lib/array.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Inspection} from "../../lib/training/protocol.js";
import type {RunRecord} from "../run/run-record.js";

/** Layers, histograms of weights and activations, and the run's curves, drawn by tfjs-vis, which is fetched when they are opened. */
export function inspectionCharts(experiment: Experiment) {
  const body = element("div", {class: "inside-charts"});
  const panel = element("details", {}, element("summary", {}, "All layers in numbers"), body);
  let last: readonly [Inspection, RunRecord] | undefined;
  const draw = async () => {
    if (!panel.open || !last) return;
    const [inspection, run] = last;
    const fresh = element("div", {class: "inside-charts"});
    panel.querySelector(".inside-charts")!.replaceWith(fresh);
    await drawCharts(fresh, experiment, run, inspection);
  };
  panel.addEventListener("toggle", () => void draw());
  return {
    element: panel,
    draw(inspection: Inspection, run: RunRecord) {
      const isOther =
        last === undefined ||
        last[0].step !== inspection.step ||
        last[0].layers !== inspection.layers;
      last = [inspection, run];
      if (isOther) void draw();
    },
  };
}

async function drawCharts(
  body: HTMLElement,
  experiment: Experiment,
  run: RunRecord,
  inspection: Inspection,
): Promise<void> {
  const {render} = await import("../../vendor/tfjs-vis.js");
  render.table(panelFor(body, "Layers"), {
    headers: ["Layer", "Kind", "Output shape", "Parameters"],
    values: inspection.layers.map((layer) => [
      layer.name,
      layer.type,
      layer.outputShape.map((size) => size ?? "n").join(" × "),
      layer.parameters,
    ]),
  });
  for (const [name, array] of Object.entries(inspection.weights))
    await render.histogram(panelFor(body, `Weights: ${name}`), sample(array), size(body));
  for (const [name, array] of Object.entries(inspection.activations))
    await render.histogram(panelFor(body, `Activations: ${name}`), sample(array), size(body));
  const values = Object.keys(experiment.curves).map((name) =>
    Array.from(run.curves[name]?.values ?? [], (y, i) => ({x: i + 1, y})),
  );
  // Vega reads a straight apostrophe as the start of a quotation.
  const series = Object.values(experiment.curves).map(({label}) => label.replaceAll("'", "’"));
  await render.linechart(
    panelFor(body, "History"),
    {values, series},
    {...size(body), xLabel: "step", yLabel: ""},
  );
}

function panelFor(body: HTMLElement, title: string): HTMLElement {
  const drawing = element("div", {class: "inside-chart"});
  body.append(element("figure", {}, element("figcaption", {}, title), drawing));
  return drawing;
}

/** At most 5,000 values, evenly taken: enough for a histogram, quick to draw. */
function sample({data}: NdArray): number[] {
  const stride = Math.max(1, Math.ceil(data.length / 5000));
  return Array.from({length: Math.floor(data.length / stride)}, (_, i) => data[i * stride]!);
}

function size(body: HTMLElement): {width: number; height: number} {
  return {width: Math.min(360, Math.max(240, body.clientWidth - 40)), height: 160};
}
