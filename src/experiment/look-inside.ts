import {button, element} from "../controls/element.js";
import type {NdArray} from "../lib/array.js";
import type {Experiment} from "../lib/experiments/experiment.js";
import type {Inspection} from "../lib/training/protocol.js";
import type {RunRecord} from "./run-record.js";
import type {Trainer} from "./trainer.js";

type Charts = typeof import("../vendor/tfjs-vis.js");

/** "Look inside": layers, weight and activation histograms and the history, drawn by tfjs-vis, loaded when opened. */
export function lookInside(experiment: Experiment, trainer: Trainer): HTMLDetailsElement {
  let body = element("div", {class: "inside-body"});
  const status = element("p", {role: "status"});
  const networks = () => Object.keys(trainer.started?.weights ?? {});
  const show = async (network: string) => {
    status.textContent = `Reading the ${network} …`;
    const [charts, inspection] = await Promise.all([
      import("../vendor/tfjs-vis.js"),
      trainer.request({type: "inspect", network}),
    ]);
    status.textContent = `The ${network} at step ${inspection.step}.`;
    const fresh = element("div", {class: "inside-body"}); // of this network, should another be chosen while it is drawn
    body.replaceWith(fresh);
    body = fresh;
    await drawInspection(charts, fresh, experiment, trainer.run, inspection);
  };
  const choices = element("div", {
    class: "inside-networks",
    role: "group",
    "aria-label": "Network",
  });
  const offer = () => {
    choices.replaceChildren(
      ...networks().map((name) =>
        button(name, () => {
          show(name).catch((error: Error) => {
            status.textContent = `The ${name} could not be read: ${error.message}`;
          });
        }),
      ),
    );
    status.textContent =
      networks().length > 0 ? "Choose a network." : "Train first: there is no network yet.";
  };
  const details = element(
    "details",
    {class: "inside"},
    element("summary", {}, "Look inside the networks"),
    choices,
    status,
    body,
  );
  details.addEventListener("toggle", () => details.open && offer());
  return details;
}

async function drawInspection(
  charts: Charts,
  body: HTMLElement,
  experiment: Experiment,
  run: RunRecord,
  inspection: Inspection,
): Promise<void> {
  const summary = panel(body, "Layers");
  charts.render.table(summary, {
    headers: ["Layer", "Kind", "Output shape", "Parameters"],
    values: inspection.layers.map((layer) => [
      layer.name,
      layer.type,
      layer.outputShape.map((size) => size ?? "n").join(" × "),
      layer.parameters,
    ]),
  });
  for (const [name, array] of Object.entries(inspection.weights))
    await charts.render.histogram(panel(body, `Weights: ${name}`), sample(array), size(body));
  for (const [name, array] of Object.entries(inspection.activations))
    await charts.render.histogram(panel(body, `Activations: ${name}`), sample(array), size(body));
  const values = Object.keys(experiment.curves).map((name) =>
    Array.from(run.curves[name]?.values ?? [], (y, i) => ({x: i + 1, y})),
  );
  // Vega reads a straight apostrophe as the start of a quotation.
  const series = Object.values(experiment.curves).map(({label}) => label.replaceAll("'", "’"));
  await charts.render.linechart(
    panel(body, "History"),
    {values, series},
    {...size(body), xLabel: "step", yLabel: ""},
  );
}

function panel(body: HTMLElement, title: string): HTMLElement {
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
