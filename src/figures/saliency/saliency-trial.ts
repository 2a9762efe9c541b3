import {button, element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {defaultParams, type Params, paramTable} from "../../lib/params.js";
import {barTable} from "../bars/bar-table.js";
import {shareRowText} from "../bars/share-text.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {latestAnswer} from "../latest-answer.js";
import {summarised} from "../summary.js";
import {estimateTable} from "./estimate-table.js";
import {
  type Agreements,
  comparisons,
  comparisonWords,
  type Deletions,
  deletionOrders,
  type Estimate,
  mapKinds,
  mapWords,
  orderWords,
} from "./saliency-data.js";
import {agreementText, estimateText, lookedText, pointsText} from "./saliency-text.js";

/** What was found of a network's maps of all pictures. */
export interface Trial {
  /** Whose maps: "The course’s network". */
  readonly about: string;
  agreements(isInkOnly: boolean): Promise<Agreements>;
  /** Without `count` pixels, which become `fill`. */
  deletions(taken: {readonly count: number; readonly fill: string}): Promise<Deletions>;
}

export interface SaliencyTrialOptions {
  readonly label: string;
  /** Pictures that are looked at. */
  readonly count: number;
  /** By name, with their words. */
  readonly networks: Readonly<Record<string, string>>;
  /** Looks at all pictures; `tell` hears how many are done. Rejects with the reason where there is no such network yet. */
  measure(network: string, tell: (count: number) => void): Promise<Trial>;
}

const dials = paramTable({
  pixels: {
    kind: "choice",
    label: "Compared",
    default: "all",
    options: {all: "all pixels", ink: "those with ink"},
    group: "view",
    help: "Over which pixels two maps are compared.",
  },
  taken: {
    kind: "choice",
    label: "Taken out",
    default: "40",
    options: {"10": "10 pixels", "20": "20 pixels", "40": "40 pixels", "80": "80 pixels"},
    group: "view",
    help: "How many of the 784 pixels are taken out of each picture.",
  },
  fill: {
    kind: "choice",
    label: "They become",
    default: "grey",
    options: {grey: "grey", black: "black"},
    group: "view",
    help: "What is put in the place of a pixel that is taken out.",
  },
});

type Dials = Params<typeof dials>;

/** Orders of pixels whose fall is compared with those by lot. */
const compared = deletionOrders.filter((order) => order !== "random" && order !== "ink");

/** Whether maps of where a network looks can be believed: how alike they are to others, and what its answer is without what they mark. Its value are the dials. */
export function saliencyTrial(options: SaliencyTrialOptions): Figure<Dials, Dials> {
  const {label, count, networks, measure} = options;
  const controls = Object.fromEntries(
    Object.entries(dials).map(([name, param]) => {
      const control = paramControl(name, param, {locked: false, isAtFigure: true}, (value) => {
        changeValue(self, {...self.value, [name]: value});
        show();
      });
      return [name, control];
    }),
  ) as Readonly<Record<keyof Dials, ReturnType<typeof paramControl>>>;
  const said = element("p", {class: "fig-trial-said", role: "status"}, "Nothing is measured yet.");
  const agreements = estimateTable({
    label: "How alike the maps are",
    heads: ["Compared with", ...mapKinds.map((kind) => mapWords[kind])],
    rows: comparisons.map((each) => comparisonWords[each]),
    words: agreementText,
  });
  const bars = barTable({
    ...{label: "What is left of the answer", role: "judge"},
    names: deletionOrders.map((order) => orderWords[order]),
  });
  const falls = estimateTable({
    label: "How much less is left than without pixels by lot, in hundredths",
    heads: ["Points less than without", "any by lot", "ink by lot"],
    rows: compared.map((order) => orderWords[order]),
    words: pointsText,
  });
  const buttons = Object.entries(networks).map(([network, words]) =>
    button(`Measure ${words}`, () => start(network)),
  );
  const root = element(
    "div",
    {class: "fig fig-trial"},
    element("div", {class: "fig-trial-start"}, ...buttons, said),
    element(
      "div",
      {class: "fig-trial-part"},
      element("p", {class: "fig-looks-head"}, "Are they maps of this network?"),
      controls.pixels.row,
      agreements.element,
      element("p", {class: "fig-note"}, "1: the same order of pixels. 0: nothing in common."),
    ),
    element(
      "div",
      {class: "fig-trial-part"},
      element("p", {class: "fig-looks-head"}, "Do they mark what counts?"),
      element("div", {class: "fig-lab-dials"}, controls.taken.row, controls.fill.row),
      element("div", {class: "fig-bar-table fig-shares fig-trial-bars"}, bars.element),
      element(
        "p",
        {class: "fig-note"},
        "Probability that is left for the digit that it saw, without the pixels that come first by each order.",
      ),
      falls.element,
    ),
  );
  const summarise = summarised(root, label);
  let trial: Trial | undefined;
  let now = 0;

  const askAgreements = latestAnswer(
    ({trial, value}: Asked) => trial.agreements(value.pixels === "ink"),
    ({trial: of, value}, found) => {
      if (of !== trial || value !== self.value) return;
      if (found instanceof Error) return void setText(said, found.message);
      agreements.show(comparisons.map((each) => mapKinds.map((kind) => found[kind][each])));
      summarise(summaryOf(found));
    },
  );
  const askDeletions = latestAnswer(
    ({trial, value}: Asked) => trial.deletions({count: Number(value.taken), fill: value.fill}),
    ({trial: of, value}, found) => {
      if (of !== trial || value !== self.value) return;
      if (found instanceof Error) return void setText(said, found.message);
      bars.show(deletionOrders.map((order) => barOf(found[order].probability)));
      falls.show(compared.map((order) => [found[order].belowRandom, found[order].belowInk]));
    },
  );
  const show = () => {
    if (!trial) return;
    const asked = {trial, value: self.value};
    askAgreements(asked);
    askDeletions(asked);
  };
  const start = (network: string) => {
    const number = ++now;
    trial = undefined;
    nothing();
    setText(said, lookedText(0, count));
    const tell = (done: number) => {
      if (number === now) setText(said, lookedText(done, count));
    };
    measure(network, tell).then(
      (found) => {
        if (number !== now) return;
        trial = found;
        setText(said, `${found.about}, over ${count} pictures: means, with intervals of 95 %.`);
        show();
      },
      (error: Error) => {
        if (number === now) setText(said, error.message);
      },
    );
  };
  const nothing = () => {
    agreements.show(undefined);
    falls.show(undefined);
    bars.show(deletionOrders.map(() => ({numbers: ["–"]})));
  };
  const self = figure<Dials, Dials>(root, defaultParams(dials), (values) => {
    self.value = {...values};
    for (const name of Object.keys(dials) as (keyof Dials)[]) controls[name].set(values[name]);
    show();
  });
  self.update(self.value);
  nothing();
  return self;
}

interface Asked {
  readonly trial: Trial;
  readonly value: Dials;
}

function barOf({value, low, high}: Estimate) {
  return {
    bar: [0, value] as const,
    whisker: [low, high] as const,
    numbers: [shareRowText({share: value, low, high})],
  };
}

function summaryOf(found: Agreements): string {
  const rows = mapKinds.map((kind) => {
    const each = comparisons.map(
      (comparison) =>
        `${comparisonWords[comparison]} ${estimateText(found[kind][comparison], agreementText)}`,
    );
    return `${mapWords[kind]}: ${each.join(", ")}`;
  });
  return rows.join(". ");
}
