import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {HandDescent} from "../../lib/descent/hand-descent.js";
import {answerField, lossSurface} from "../../lib/descent/loss-surface.js";
import {answerOf, passThrough, stepDown, weightPlaces} from "../../lib/descent/small-network.js";
import {defaultParams} from "../../lib/params.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {answerNodes, answersPlane} from "./answers-plane.js";
import {axisChoice} from "./axis-choice.js";
import {descentBar} from "./descent-bar.js";
import {formulaList} from "./formula-list.js";
import {courseHeight, lossCourse} from "./loss-course.js";
import {lossPlane, surfaceExtent, surfaceNodes} from "./loss-plane.js";
import {neuronDials} from "./neuron-dials.js";
import {
  type NeuronDials,
  networkOf,
  placeText,
  restReason,
  startWeights,
  taskOf,
} from "./neuron-state.js";
import {nextText, weightName} from "./neuron-text.js";
import {isSame, pictureChoice} from "./picture-choice.js";
import {weightFields} from "./weight-fields.js";

export interface NeuronState {
  readonly dials: NeuronDials;
  readonly weights: readonly number[];
  /** The two weights that the loss surface lies over. */
  readonly axes: readonly [number, number];
  /** Left and right pixel of the picture that the formula is about. */
  readonly picture: readonly number[];
}

/** One neuron, or a few in layers, with every weight in the reader's hand: the loss that they roll down, and what they answer. */
export function oneNeuron({label}: {readonly label: string}): Figure<NeuronState, NeuronState> {
  const first = defaultParams(neuronDials);
  let descent = new HandDescent(taskOf(first), startWeights(first, 0));
  let draw = 0;
  let surface: {key: string; field: ReturnType<typeof lossSurface>} | undefined;

  const controls = (Object.keys(neuronDials) as (keyof NeuronDials)[]).map((name) => ({
    name,
    ...paramControl(name, neuronDials[name], {locked: false, isAtFigure: true}, (value) =>
      turn({...self.value.dials, [name]: value} as NeuronDials),
    ),
  }));
  const row = (name: keyof NeuronDials) => controls.find((each) => each.name === name)!.row;
  const roll = lossPlane(({x, y}) => {
    const [across, up] = self.value.axes;
    begin(descent.now.weights.map((each, i) => (i === across ? x : i === up ? y : each)));
  });
  const answers = answersPlane((picture) => choose(picture));
  const pictures = pictureChoice(8, (picture) => choose(picture));
  const axes = axisChoice((next) => {
    changeValue(self, {...self.value, axes: next});
    show();
  });
  const fields = weightFields((i, weight) => {
    begin(descent.now.weights.map((each, k) => (k === i ? weight : each)));
  });
  const formula = formulaList();
  const course = lossCourse();
  const where = element("p", {class: "fig-neuron-where", role: "status"});
  const next = element("p", {class: "fig-neuron-next"});
  const bar = descentBar({
    descent: () => descent,
    step: () => descent.step(self.value.dials.rate),
    back: () => descent.back(),
    restart: () => restart(startWeights(self.value.dials, draw)),
    anew: () => restart(startWeights(self.value.dials, ++draw)),
    show: () => tellWeights(),
  });
  const plot = element("div", {class: "fig-plot"});
  plot.append(course.svg);
  plot.style.height = `${courseHeight}px`;
  const root = element(
    "div",
    {class: "fig fig-neuron"},
    element("div", {class: "fig-neuron-dials"}, row("task"), row("layers"), row("activation")),
    roll.element,
    element(
      "div",
      {class: "fig-neuron-hand"},
      where,
      bar.element,
      row("rate"),
      next,
      row("perStep"),
      axes.element,
      plot,
    ),
    element("div", {class: "fig-neuron-answers"}, answers.element, pictures.element),
    element("div", {class: "fig-neuron-sums"}, formula.element, fields.element),
  );
  const summarise = summarised(root, label);
  const redraw = redrawing(root, (width) => {
    roll.draw(width, root);
    answers.draw(width, root);
    course.draw(
      descent.places.map(({loss}) => loss),
      plot.clientWidth,
    );
  });

  const self = figure<NeuronState, NeuronState>(
    root,
    {dials: first, weights: descent.now.weights, axes: [0, 1], picture: [0.9, 0.1]},
    (state) => {
      bar.stop();
      self.value = state;
      descent = new HandDescent(taskOf(state.dials), state.weights);
      lay();
      show();
    },
  );
  const tellWeights = () => {
    changeValue(self, {...self.value, weights: descent.now.weights});
    show();
  };
  const restart = (weights: readonly number[]) => {
    descent = new HandDescent(taskOf(self.value.dials), weights);
  };
  const begin = (weights: readonly number[]) => {
    bar.stop();
    restart(weights);
    tellWeights();
  };
  const choose = (picture: readonly number[]) => {
    changeValue(self, {...self.value, picture});
    show();
  };
  const turn = (dials: NeuronDials) => {
    const {layers, task, rate} = self.value.dials;
    const isOther = dials.layers !== layers || dials.task !== task;
    self.value = {...self.value, dials, axes: dials.layers === layers ? self.value.axes : [0, 1]};
    if (dials.layers !== layers) draw = 0;
    if (dials.rate !== rate) return tellWeights();
    bar.stop();
    restart(isOther ? startWeights(dials, draw) : descent.now.weights);
    lay();
    tellWeights();
  };
  const lay = () => {
    const places = weightPlaces(networkOf(self.value.dials).sizes);
    fields.lay(places);
    axes.lay(places.map((place) => weightName(place, places.at(-1)!.layer)));
  };
  const surfaceNow = () => {
    const {network, examples} = descent.task;
    const {weights} = descent.now;
    const [across, up] = self.value.axes;
    const others = weights.map((each, i) => (i === across || i === up ? 0 : each));
    const key = JSON.stringify([self.value.dials.task, network, across, up, others]);
    if (surface?.key !== key) {
      const size = {extent: surfaceExtent, nodes: surfaceNodes};
      const field = lossSurface({network, examples, weights: others, across, up, ...size});
      surface = {key, field};
    }
    return surface.field;
  };
  const show = () => {
    const {dials, axes: shownAxes, picture} = self.value;
    const {network, examples} = descent.task;
    const {weights} = descent.now;
    const [across, up] = shownAxes;
    const places = weightPlaces(network.sizes);
    const names = places.map((place) => weightName(place, network.sizes.length - 1));
    const slopes = descent.gradient();
    const after = stepDown(weights, slopes, dials.rate);
    for (const {name, set} of controls) set(dials[name]);
    roll.show(
      {
        surface: surfaceNow(),
        trail: descent.places.flatMap((place) => [place.weights[across]!, place.weights[up]!]),
        next: {x: after[across]!, y: after[up]!},
      },
      [names[across]!, names[up]!],
    );
    answers.show({answers: answerField(network, weights, answerNodes), examples, chosen: picture});
    pictures.show(
      examples,
      examples.map(({x}) => answerOf(network, weights, x)),
      picture,
    );
    formula.show(picture, {
      ...{activation: network.activation, weights, places, picture},
      passes: passThrough(network, weights, picture),
      target: examples.find(({x}) => isSame(x, picture))?.target,
    });
    fields.show(weights, slopes);
    axes.show(shownAxes);
    bar.show();
    setText(where, placeText(descent));
    setText(
      next,
      restReason(descent) ??
        [across, up]
          .map((i) => nextText(names[i]!, weights[i]!, dials.rate, slopes[i]!, after[i]!))
          .join("\n"),
    );
    summarise(
      `${placeText(descent)} ${names.map((name, i) => `${name} ${weights[i]!.toFixed(2)}`).join(", ")}`,
    );
    redraw();
  };
  lay();
  show();
  return self;
}
