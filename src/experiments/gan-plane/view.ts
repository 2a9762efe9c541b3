import {button, element} from "../../controls/element.js";
import {switches} from "../../controls/switches.js";
import {figureTab} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {carriedLayer} from "../../figures/plane/carried-layer.js";
import {type PointLayerName, pointLayerWords} from "../../figures/plane/point-layers.js";
import {pointPicture} from "../../figures/plane/point-picture.js";
import {pointPlane} from "../../figures/plane/point-plane.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {ganPlane, matchedPoints} from "./experiment.js";
import {planeStages} from "./plane-stages.js";

/** The plane with its layers, losses and the divergence. Painted points become the data. */
export const ganPlaneView: MakeView<typeof ganPlane> = ({trainer, paramsOf, controlOf}) => {
  const figure = pointPlane({label: "the plane", below: carriedLayer(matchedPoints)});
  const layers: Record<PointLayerName, boolean> = {
    field: true,
    real: true,
    generated: true,
    gradients: true,
    warp: false,
  };
  let arrays: Partial<ExchangeOf<typeof ganPlane>["snapshot"]> = {};
  const isPainting = () => trainer.params.points === "drawn" && trainer.run.step === 0;
  const draw = () => {
    const drawing = isPainting();
    figure.update({
      arrays: drawing ? {} : arrays,
      layers: {...layers},
      isCarried: paramsOf(trainer.run).carried,
      drawing,
    });
  };
  const painting = paintingControls(() => figure.clear());
  painting.show(trainer.params.points === "drawn", isPainting());
  const stages = planeStages();
  const steps = overSteps(ganPlane);
  figure.addEventListener("input", () => {
    const data = figure.value.slice();
    const inputs = {points: {data, shape: [data.length / 2, 2]}};
    void trainer.restart(trainer.params, {...trainer.run, inputs});
  });

  return {
    picture: element("figure", {}, figure),
    below: [layerSwitches(layers, draw), controlOf("carried"), painting.box],
    figures: [...steps.tabs, {...figureTab("One step", stages.panel), onopen: stages.open}],
    drawSnapshot(snapshot) {
      arrays = snapshot.arrays;
      draw();
    },
    drawRun(run, compared, shownStep) {
      painting.show(trainer.params.points === "drawn", isPainting());
      draw();
      stages.draw(run, arrays, trainer.status);
      steps.draw(run, compared, shownStep);
    },
    drawsStart: isPainting,
    sheet: () => figure.querySelector("canvas") ?? undefined,
    sheetOf: (snapshot) => pointPicture(snapshot.arrays, 1.25),
  };
};

function layerSwitches(layers: Record<PointLayerName, boolean>, draw: () => void): HTMLElement {
  const each = (Object.keys(pointLayerWords) as PointLayerName[]).map((name) => ({
    text: pointLayerWords[name],
    isOn: layers[name],
    onchange: (isOn: boolean) => {
      layers[name] = isOn;
      draw();
    },
  }));
  return switches("Show", ...each);
}

/** The invitation to paint. It stays during training, so that the figures below keep their place. */
function paintingControls(clear: () => void) {
  const clearing = button("Clear", clear, "Take all painted points away");
  const box = element(
    "p",
    {class: "painting"},
    "Paint your points on the plane with the mouse, a finger, or the arrow keys and the space bar. Then press Train. To paint more, press Reset. ",
    clearing,
  );
  return {
    box,
    show(visible: boolean, open: boolean) {
      box.hidden = !visible;
      clearing.disabled = !open;
    },
  };
}
