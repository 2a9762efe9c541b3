import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {heldByKind, heldOfOthers} from "../../lib/metrics/picture-filter.js";
import {type ChoiceParam, defaultParams, type Params, paramTable} from "../../lib/params.js";
import {shareBars} from "../bars/share-bars.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureRow} from "../sheet/picture-row.js";
import {summarised} from "../summary.js";
import {
  heldShare,
  innocentsText,
  lookedText,
  mistakesText,
  probabilityText,
} from "./held-back-text.js";

/** Pictures as they came to the filter, and what it sees in them, [n, 10]. */
export interface Coming {
  readonly images: ByteImages;
  readonly probabilities: Float32Array;
}

export interface HeldBackOptions {
  readonly label: string;
  /** Ways in which pictures come, by name; the first is the one at first. */
  readonly ways: Readonly<Record<string, string>>;
  /** What people wrote, [n]. */
  readonly kinds: Uint8Array;
  /** Looks at the written ones as they come by a way; `tell` hears how many it has seen. */
  seen(way: string, tell: (count: number) => void): Promise<Coming>;
  /** Looks at those that a generator made. */
  made(): Promise<Coming>;
}

const names = Array.from({length: 10}, (_, digit) => String(digit));
const shown = 7;
const empty = {count: 0, side: 28};

const dials = paramTable({
  forbidden: {
    kind: "choice",
    label: "Forbidden",
    default: "4",
    options: Object.fromEntries(names.map((name) => [name, `every ${name}`])),
    group: "view",
    help: "The digit that must not get through.",
  },
  limitPercent: {
    kind: "number",
    label: "Holds back from, %",
    default: 50,
    min: 0.01,
    max: 99,
    step: 0.02,
    scale: "log",
    group: "view",
    help: "A picture is held back if the filter gives the forbidden digit at least this probability.",
  },
  oneIn: {
    kind: "choice",
    label: "Forbidden is 1 in",
    default: "1000",
    options: {"2": "2", "10": "10", "100": "100", "1000": "1,000"},
    group: "view",
    help: "How rare forbidden pictures are among all that come.",
  },
});

type Dials = Params<typeof dials> & {readonly way: string};

/** A filter for one digit: what slips through, what is held back wrongly, and of which kind. Its value are the dials. */
export function heldBack(options: HeldBackOptions): Figure<Dials, Dials> {
  const {label, kinds} = options;
  const way: ChoiceParam = {
    kind: "choice",
    label: "Pictures come",
    default: Object.keys(options.ways)[0]!,
    options: options.ways,
    group: "view",
    help: "In which state the pictures come to the filter.",
  };
  const controls = Object.entries({...dials, way}).map(([name, param]) => {
    const control = paramControl(name, param, {locked: false, isAtFigure: true}, (value) => {
      changeValue(self, {...self.value, [name]: value});
      show();
    });
    return [name as keyof Dials, control] as const;
  });
  const bars = shareBars({
    ...{label: "held back, by digit", role: "judge", names},
    referenceName: "all that are allowed, together",
  });
  const mistakes = element("p", {class: "fig-held-words", role: "status"});
  const innocents = element("p", {class: "fig-held-words", role: "status"});
  const wrongly = pictureList("held back, and allowed", "real");
  const missed = pictureList("forbidden, and let through", "real");
  const generated = pictureList("made by a generator, and held back", "generated");
  const root = element(
    "div",
    {class: "fig fig-held"},
    element("div", {class: "fig-lab-dials"}, ...controls.map(([, {row}]) => row)),
    element("div", {class: "fig-held-numbers"}, mistakes, innocents, bars),
    element(
      "div",
      {class: "fig-held-pictures"},
      ...[wrongly, missed, generated].map(({element}) => element),
    ),
  );
  const summarise = summarised(root, label);
  const looks = new Map<string, Look>();
  let made: Coming | undefined;
  const lookOf = (name: string): Look => {
    const known = looks.get(name);
    if (known) return known;
    const look: Look = {};
    looks.set(name, look);
    const tell = (count: number) => {
      if (self.value.way === name) setText(mistakes, lookedText(count, kinds.length));
    };
    void options.seen(name, tell).then((coming) => {
      look.coming = coming;
      show();
    });
    return look;
  };
  const show = () => {
    const {coming} = lookOf(self.value.way);
    if (coming) showWritten(coming);
    else {
      setText(mistakes, lookedText(0, kinds.length));
      setText(innocents, "");
      bars.update({note: ""});
      for (const list of [wrongly, missed]) list.show(undefined, [], "");
    }
    showMade();
  };
  const showWritten = ({images, probabilities}: Coming) => {
    const {forbidden, oneIn} = self.value;
    const [digit, limit] = filterOf(self.value);
    const byKind = heldByKind({kinds, probabilities}, names.length, {forbidden: digit, limit});
    const [of, others] = [byKind[digit]!, heldOfOthers(byKind, digit)];
    const reference = heldShare(others);
    setText(mistakes, mistakesText(forbidden, of, others));
    setText(innocents, innocentsText(forbidden, of, others, Number(oneIn)));
    bars.update({
      rows: byKind.map((held, i) => ({share: heldShare(held), reference, isMeant: i === digit})),
      note: `Held back, of ${byKind[0]!.count} pictures of each digit that people wrote and that the filter never learned from.`,
    });
    const seen = placesBy(probabilities, digit);
    const alarms = seen.filter(({place, p}) => kinds[place] !== digit && p >= limit).reverse();
    const through = seen.filter(({place, p}) => kinds[place] === digit && p < limit);
    const captions = (some: readonly Seen[]) =>
      some.map(({place, p}) => `${kinds[place]}: ${probabilityText(p)}`);
    wrongly.show(
      images,
      alarms,
      `Held back, and no ${forbidden}: ${alarms.length}`,
      captions(alarms),
    );
    missed.show(images, through, `A ${forbidden}, and let through: ${through.length}`);
    summarise(`${mistakes.textContent} ${innocents.textContent}`);
  };
  const showMade = () => {
    if (!made) return generated.show(undefined, [], "");
    const [digit, limit] = filterOf(self.value);
    const held = placesBy(made.probabilities, digit).filter(({p}) => p >= limit);
    generated.show(
      made.images,
      held,
      `Of ${made.images.shape[0]} digits by a GAN, held back: ${held.length}`,
    );
  };
  const self = figure<Dials, Dials>(root, {...defaultParams(dials), way: way.default}, (values) => {
    self.value = values;
    for (const [name, control] of controls) control.set(values[name]);
    show();
  });
  self.update(self.value);
  void options.made().then((coming) => {
    made = coming;
    showMade();
  });
  return self;
}

/** Of a way that was asked for; nothing is known of it before all pictures were looked at. */
interface Look {
  coming?: Coming;
}

interface Seen {
  readonly place: number;
  readonly p: number;
}

function filterOf({forbidden, limitPercent}: Dials): [digit: number, limit: number] {
  return [Number(forbidden), limitPercent / 100];
}

/** All places with the probability of `digit`, the least first. */
function placesBy(probabilities: Float32Array, digit: number): Seen[] {
  const seen = Array.from({length: probabilities.length / names.length}, (_, place) => ({
    place,
    p: probabilities[place * names.length + digit]!,
  }));
  return seen.sort((a, b) => a.p - b.p);
}

/** A heading with the first few of some pictures. */
function pictureList(label: string, role: "real" | "generated") {
  const head = element("p", {class: "fig-note"});
  const row = pictureRow({label, role, scale: 2, empty});
  return {
    element: element("div", {class: "fig-held-list"}, head, row),
    show(
      images: ByteImages | undefined,
      seen: readonly Seen[],
      words: string,
      captions = seen.map(({p}) => probabilityText(p)),
    ) {
      setText(head, seen.length > shown ? `${words}, of which ${shown}` : words);
      const some = seen.slice(0, shown);
      row.update({
        images: images
          ? pick(
              images,
              some.map(({place}) => place),
            )
          : {data: new Uint8Array(), shape: [0, empty.side, empty.side, 1]},
        captions: captions.slice(0, shown),
        summary: captions.slice(0, shown).join(", "),
      });
    },
  };
}
