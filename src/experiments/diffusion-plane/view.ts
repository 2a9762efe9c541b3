import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {switches} from "../../controls/switches.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {type FlowLayerName, flowLayerWords} from "../../figures/plane/flow-layers.js";
import {flowPicture, flowPlane} from "../../figures/plane/flow-plane.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {askedClass, askedFacts, askedText} from "./asked-class.js";
import {diffusionPlane} from "./experiment.js";

type Arrays = ExchangeOf<typeof diffusionPlane>["snapshot"];

/** Points on their way through the learned field, with sampling time to go through; loss, distances and detour. */
export const diffusionPlaneView: MakeView<typeof diffusionPlane> = ({paramsOf, controlOf}) => {
  const figure = flowPlane({label: "from noise to data"});
  const layers: Record<FlowLayerName, boolean> = {
    real: true,
    generated: true,
    field: true,
    untold: true,
    ways: true,
    expected: false,
  };
  const steps = overSteps(diffusionPlane);
  const words = element("p", {class: "fig-note", role: "status"});
  const asking = element(
    "div",
    {class: "flow-asking", hidden: true},
    ...[controlOf("asked"), words],
  );
  const guiding = element("div", {class: "flow-guiding", hidden: true}, controlOf("guidance"));
  let shown: {readonly arrays: Arrays; readonly run: RunRecord} | undefined;
  const draw = () => {
    if (!shown) return;
    const {arrays, run} = shown;
    const params = paramsOf(run);
    const asked = askedClass(params);
    const isAsked = asked && ((x: number, y: number) => asked.classOf(x, y) === asked.label);
    figure.update({arrays, layers: {...layers}, ...(isAsked && {isAsked})});
    setText(words, asked ? askedText(askedFacts(asked, arrays.real.data, endsOf(arrays))) : "");
    asking.hidden = guiding.hidden = params.told !== "class";
  };
  return {
    picture: element("figure", {}, figure, guiding),
    below: [asking, layerSwitches(layers, draw)],
    figures: steps.tabs,
    drawSnapshot({arrays}, run) {
      if (!arrays.trail) return;
      shown = {arrays, run};
      draw();
    },
    drawRun: (run, compared, shownStep) => steps.draw(run, compared, shownStep),
    sheet: () => figure.querySelector("canvas") ?? undefined,
    sheetOf: (snapshot) => flowPicture(snapshot.arrays),
  };
};

/** Where the points are at the last stop. */
function endsOf({trail}: Arrays): Float32Array {
  return trail.data.subarray(-2 * trail.shape[1]!);
}

function layerSwitches(layers: Record<FlowLayerName, boolean>, draw: () => void): HTMLElement {
  const each = (Object.keys(flowLayerWords) as FlowLayerName[]).map((name) => ({
    text: flowLayerWords[name],
    isOn: layers[name],
    onchange: (isOn: boolean) => {
      layers[name] = isOn;
      draw();
    },
  }));
  return switches("Show", ...each);
}
