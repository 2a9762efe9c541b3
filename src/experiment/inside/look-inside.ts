import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {atMostEvery} from "../run/rhythm.js";
import type {Trainer} from "../run/trainer.js";
import type {InsideView} from "./inside-view.js";

/** While it trains the networks are read anew at most so often. */
const readMs = 2000;

/** The networks of the run as they are now: kernels, activations and their arithmetic. Its code is fetched when it is opened. */
export function lookInside(experiment: Experiment, trainer: Trainer) {
  const body = element("div", {class: "inside-body"});
  const status = element("p", {class: "inside-status"});
  const choices = element("div", {
    class: "inside-networks",
    role: "group",
    "aria-label": "Network",
  });
  const untrained = button(
    "Look at the untrained networks",
    () => void trainer.load().then(open, say),
  );
  const panel = element("div", {class: "inside"}, choices, status, untrained, body);
  let view: InsideView | undefined;
  let network: string | undefined;
  let isReading = false;
  let isStale = false;

  const say = (error: Error) => {
    setText(status, `The networks could not be read: ${error.message}`);
  };
  const isSeen = () => panel.isConnected && panel.closest("[hidden]") === null;
  const read = async (name: string) => {
    const [{insideView}, inspection] = await Promise.all([
      import("./inside-view.js"),
      trainer.request({type: "inspect", network: name}),
    ]);
    if (name !== network) return;
    view ??= insideView(experiment);
    if (!view.element.isConnected) body.replaceChildren(view.element);
    setText(status, `The ${name} at step ${inspection.step}.`);
    view.draw(inspection, trainer.here);
  };
  /** One at a time; what changes meanwhile is read afterwards. */
  const readNow = () => {
    isStale = isReading;
    if (isReading || network === undefined || !isSeen()) return;
    isReading = true;
    read(network)
      .catch(say)
      .finally(() => {
        isReading = false;
        if (isStale) readNow();
      });
  };
  const readSometimes = atMostEvery(readMs, readNow);
  const choose = (name: string) => {
    network = name;
    for (const each of choices.children)
      each.setAttribute("aria-pressed", String(each.textContent === name));
    readNow();
  };
  const open = () => {
    const names = Object.keys(trainer.started?.weights ?? {});
    body.hidden = names.length === 0;
    untrained.hidden = names.length > 0;
    if (names.join() !== [...choices.children].map((each) => each.textContent).join())
      choices.replaceChildren(...names.map((name) => button(name, () => choose(name))));
    if (names.length === 0)
      setText(status, "There is no network yet: it is made when you press Train.");
    else choose(network !== undefined && names.includes(network) ? network : names[0]!);
  };
  trainer.subscribe((changed) => {
    if (!isSeen()) return;
    if (changed === "status" || changed === "run") open();
    else if (changed === "curves") readSometimes();
  });
  return {panel, open};
}
