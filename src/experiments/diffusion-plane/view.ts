import {element} from "../../controls/element.js";
import {switches} from "../../controls/switches.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {type FlowLayerName, flowLayerWords} from "../../figures/plane/flow-layers.js";
import {flowPicture, flowPlane} from "../../figures/plane/flow-plane.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {diffusionPlane} from "./experiment.js";

type Arrays = ExchangeOf<typeof diffusionPlane>["snapshot"];

/** Points on their way through the learned field, with sampling time to go through; loss, distances and detour. */
export const diffusionPlaneView: MakeView<typeof diffusionPlane> = () => {
  const figure = flowPlane({label: "from noise to data"});
  const layers: Record<FlowLayerName, boolean> = {
    real: true,
    generated: true,
    field: true,
    ways: true,
    expected: false,
  };
  const steps = overSteps(diffusionPlane);
  let arrays: Arrays | undefined;
  const draw = () => arrays && figure.update({arrays, layers: {...layers}});
  return {
    picture: element("figure", {}, figure),
    below: [layerSwitches(layers, draw)],
    figures: steps.tabs,
    drawSnapshot(snapshot) {
      if (!snapshot.arrays.trail) return;
      arrays = snapshot.arrays;
      draw();
    },
    drawRun: (run, compared, shownStep) => steps.draw(run, compared, shownStep),
    sheet: () => figure.querySelector("canvas") ?? undefined,
    sheetOf: (snapshot) => flowPicture(snapshot.arrays),
  };
};

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
