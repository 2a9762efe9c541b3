import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, imageSize} from "../../lib/image.js";
import {defaultParams, type ParamTable} from "../../lib/params.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {valueMap} from "../inside/value-map.js";
import {latestAnswer} from "../latest-answer.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {type MapKind, type Maps, mapKinds, mapWords} from "./saliency-data.js";
import {agreementText, askedText, seenText} from "./saliency-text.js";

export interface LookDials {
  readonly network: string;
  readonly beside: string;
  /** From 1. */
  readonly picture: number;
  /** A digit, or `seen`: the one that the network sees. */
  readonly asked: string;
}

export interface Look {
  readonly seen: number;
  readonly probability: number;
  /** The digit that was asked about. */
  readonly kind: number;
  readonly above: Maps;
  readonly below: Maps;
  /** Of the strengths of both. */
  readonly alike: Readonly<Record<MapKind, number>>;
}

export interface WhereItLooksOptions {
  readonly label: string;
  readonly pictures: ByteImages;
  /** Networks, and those below them, by name with their words; the first are shown at first. */
  readonly networks: Readonly<Record<string, string>>;
  readonly besides: Readonly<Record<string, string>>;
  /** Rejects with the reason where there is no such network yet. */
  look(dials: LookDials): Promise<Look>;
}

const scale = 4;
const edge = 168;
const digits = Array.from({length: 10}, (_, digit) => String(digit));

/** A picture, and three maps of where a network looks for a digit, over those of another. Its value are the dials; `update` looks again. */
export function whereItLooks(options: WhereItLooksOptions): Figure<LookDials, LookDials> {
  const {label, pictures, networks, besides} = options;
  const table = dialsOf(options);
  const controls = Object.entries(table).map(([name, param]) => {
    const control = paramControl(name, param, {locked: false, isAtFigure: true}, (value) => {
      changeValue(self, {...self.value, [name]: value});
      show();
    });
    return [name as keyof LookDials, control] as const;
  });
  const [, height, width] = pictures.shape;
  const cell = pictureCell(width, height, scale, {role: "real"});
  const said = element("p", {class: "fig-looks-words", role: "status"});
  const [above, below] = [mapRow("above"), mapRow("below")];
  const root = element(
    "div",
    {class: "fig fig-looks"},
    element("div", {class: "fig-lab-dials"}, ...controls.map(([, {row}]) => row)),
    element("div", {class: "fig-looks-picture"}, cell.element, said),
    element("div", {class: "fig-looks-maps"}, ...above.parts, ...below.parts),
    forAndAgainst(),
  );
  const summarise = summarised(root, label);
  const redraw = redrawing(root, () => {
    const size = imageSize(pictures.shape);
    const at = (self.value.picture - 1) * size;
    const data = pictures.data.subarray(at, at + size);
    cell.draw(pictureStrip({data, shape: [1, height, width, 1]}), 0);
  });
  const ask = latestAnswer(options.look, (dials, look) => {
    if (dials !== self.value) return;
    if (look instanceof Error) return nothing(look.message);
    above.show(look.above);
    below.show(look.below);
    below.say((kind) => `alike: ${agreementText(look.alike[kind])}`);
    setText(said, `${seenText(look.seen, look.probability)} ${askedText(look.kind)}`);
    summarise(
      `${said.textContent} ${mapKinds.map((kind) => `${mapWords[kind]}: ${agreementText(look.alike[kind])}`).join(", ")}`,
    );
  });
  const nothing = (why: string) => {
    setText(said, why);
    for (const row of [above, below]) row.show(undefined);
    below.say(() => "alike: –");
    summarise(why);
  };
  const show = () => {
    above.name(`Network: ${networks[self.value.network]}`);
    below.name(`Below it: ${besides[self.value.beside]}`);
    redraw();
    ask(self.value);
  };
  const self = figure<LookDials, LookDials>(root, defaultParams(table), (dials) => {
    self.value = {...dials};
    for (const [name, control] of controls) control.set(dials[name]);
    show();
  });
  for (const row of [above, below]) row.show(undefined);
  self.update(self.value);
  return self;
}

function dialsOf({pictures, networks, besides}: WhereItLooksOptions) {
  return {
    network: {
      kind: "choice",
      label: "Network",
      default: Object.keys(networks)[0]!,
      options: networks,
      group: "view",
      help: "Whose looks are shown above.",
    },
    beside: {
      kind: "choice",
      label: "Below it",
      default: Object.keys(besides)[0]!,
      options: besides,
      group: "view",
      help: "Another network of the same build, that looks at the same picture for the same digit.",
    },
    picture: {
      kind: "number",
      label: "Picture",
      default: 8,
      min: 1,
      max: pictures.shape[0],
      step: 1,
      group: "view",
      help: "A digit that somebody wrote, and that no network has learned from.",
    },
    asked: {
      kind: "choice",
      label: "Asked about",
      default: "seen",
      options: {
        seen: "what it sees",
        ...Object.fromEntries(digits.map((digit) => [digit, `a ${digit}`])),
      },
      group: "view",
      help: "The digit whose logit the maps explain.",
    },
  } as const satisfies ParamTable;
}

/** A heading over three maps. */
function mapRow(place: string) {
  const head = element("p", {class: "fig-looks-head"});
  const maps = mapKinds.map((kind) => {
    const map = valueMap({label: mapWords[kind], edge});
    const words = element("span", {});
    return {
      ...{kind, map, words},
      element: element(
        "figure",
        {"data-map": `${place} ${kind}`},
        map,
        element("figcaption", {}, `${mapWords[kind]} `, words),
      ),
    };
  });
  return {
    parts: [head, ...maps.map(({element}) => element)],
    name: (words: string) => setText(head, words),
    show(shown: Maps | undefined) {
      for (const {kind, map} of maps)
        map.update({data: shown?.[kind] ?? new Float32Array(784), height: 28, width: 28});
    },
    say(words: (kind: MapKind) => string) {
      for (const each of maps) setText(each.words, words(each.kind));
    },
  };
}

/** The key to the shades. */
function forAndAgainst(): HTMLElement {
  const bar = element("span", {class: "fig-shades-bar", "aria-hidden": "true"});
  return element(
    "p",
    {class: "fig-shades"},
    "against",
    bar,
    "for (the gradient: how much, either way), each map up to its own strongest pixel",
  );
}
