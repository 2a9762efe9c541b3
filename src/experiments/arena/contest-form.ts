import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {shortRun} from "../../experiment/run/short-run.js";
import {ownPictures} from "../../judging/own-pictures.js";
import {makerTitle} from "../../lib/questions/maker-name.js";
import {type Subject, subjectNames} from "../../lib/questions/subjects.js";
import {ownSeed} from "../../storage/own-seed.js";
import {
  contestants,
  contestParams,
  endWords,
  inOrder,
  mostSeconds,
  type Order,
  type Terms,
  termsError,
} from "./contest.js";
import {mostMeeting} from "./experiment.js";
import type {ListedMaker} from "./maker-list.js";

const orders: Readonly<Record<Order, string>> = {
  sideBySide: "side by side",
  oneByOne: "one after another",
};

/** Trains experiments anew for the same seconds and from the same seed, each in a worker of its own; `onmade` gets the pictures of each that came to its end. */
export function contestForm(onmade: (maker: ListedMaker) => void): HTMLElement {
  const lanes = [...new Set(Object.values(contestants).flat())].map(lane);
  const seconds = numberField(10, {min: 1, max: mostSeconds, step: 1});
  const seed = numberField(ownSeed(), {min: 0, step: 1});
  const order = choice(orders);
  const subject = choice(Object.fromEntries(subjectNames.map((name) => [name, name])));
  const subjectNow = () => subject.value as Subject;
  const showLanes = () => {
    for (const {id, element: row} of lanes) row.hidden = !contestants[subjectNow()].includes(id);
  };
  subject.addEventListener("change", showLanes);
  showLanes();
  order.value = (navigator.hardwareConcurrency ?? 1) > 2 ? "sideBySide" : "oneByOne";
  const note = element("p", {class: "fig-note", role: "status"});
  let stop: AbortController | undefined;
  const press = button("Train them", () => (stop ? stop.abort() : void trainAll()));
  const terms = (): Terms => ({
    ids: lanes.filter(({box, element: row}) => box.checked && !row.hidden).map(({id}) => id),
    subject: subjectNow(),
    seconds: seconds.valueAsNumber,
    seed: seed.valueAsNumber,
    order: order.value as Order,
  });
  const trainAll = async () => {
    const agreed = terms();
    const wrong = termsError(agreed, mostMeeting);
    setText(note, wrong ?? "");
    if (wrong) return;
    stop = new AbortController();
    const {signal} = stop;
    setText(press, "Stop");
    for (const {id, say} of lanes) say(agreed.ids.includes(id) ? "waits" : "");
    await inOrder(agreed.ids, agreed.order, (id) =>
      trainOne(lanes.find((each) => each.id === id)!, agreed, signal, onmade),
    );
    stop = undefined;
    setText(press, "Train them");
    setText(note, "Those that came to an end stand above, chosen to be judged.");
  };
  return element(
    "details",
    {class: "arena-contest"},
    element("summary", {}, "Train others now, for the same seconds"),
    element("label", {}, "Pictures ", subject),
    element("ul", {}, ...lanes.map((each) => each.element)),
    element(
      "div",
      {class: "arena-buttons"},
      element("label", {}, "Seconds each ", seconds),
      element("label", {}, "Seed ", seed),
      element("label", {}, "Run them ", order),
      press,
    ),
    note,
  );
}

type Lane = ReturnType<typeof lane>;

async function trainOne(
  {id, say}: Lane,
  {seconds, seed, subject}: Terms,
  signal: AbortSignal,
  onmade: (maker: ListedMaker) => void,
): Promise<void> {
  try {
    signal.throwIfAborted();
    say("loads");
    const [{experiments}, {openShortRun}] = await Promise.all([
      import("../../vendor/experiments/descriptions.js"),
      import("../../experiment/run/open-short-run.js"),
    ]);
    const experiment = experiments[id]!;
    const params = contestParams(experiment, seed, subject);
    const onstep = (step: number, ms: number) => say(endWords({step, ms}));
    const options = {experiment, params, ms: 1000 * seconds, signal, onstep};
    const {snapshot, ...end} = await shortRun(openShortRun, options);
    const pictures = ownPictures({experiment: id, run: {params, snapshot}});
    say(pictures ? `${endWords(end)}, done` : `${endWords(end)}: no pictures to judge`);
    if (pictures) onmade({...pictures, title: `${makerTitle(id)}, now, seed ${seed}`, cost: end});
  } catch (error) {
    say(signal.aborted ? "stopped" : (error as Error).message);
  }
}

function lane(id: string) {
  const box = element("input", {type: "checkbox"});
  const words = element("span", {class: "arena-line"});
  const label = element("label", {}, box, element("span", {}, makerTitle(id)), words);
  return {id, box, element: element("li", {}, label), say: (text: string) => setText(words, text)};
}

function choice(options: Readonly<Record<string, string>>): HTMLSelectElement {
  const all = Object.entries(options).map(([value, text]) => element("option", {value}, text));
  return element("select", {}, ...all);
}

function numberField(value: number, limits: Readonly<Record<string, number>>): HTMLInputElement {
  return element("input", {type: "number", value, ...limits});
}
