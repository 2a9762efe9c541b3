import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Trainer} from "../run/trainer.js";

/** "Look inside": layers, weight and activation histograms and the history, drawn by tfjs-vis, loaded when asked for. */
export function lookInside(experiment: Experiment, trainer: Trainer): HTMLDetailsElement {
  let body = element("div", {class: "inside-body"});
  const status = element("p", {role: "status"});
  const networks = () => Object.keys(trainer.started?.weights ?? {});
  const show = async (network: string) => {
    setText(status, `Reading the ${network} …`);
    const [{drawInspection}, inspection] = await Promise.all([
      import("./inspection-charts.js"),
      trainer.request({type: "inspect", network}),
    ]);
    setText(status, `The ${network} at step ${inspection.step}.`);
    const fresh = element("div", {class: "inside-body"}); // of this network, should another be chosen while it is drawn
    body.replaceWith(fresh);
    body = fresh;
    await drawInspection(fresh, experiment, trainer.run, inspection);
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
            setText(status, `The ${name} could not be read: ${error.message}`);
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
  trainer.subscribe((changed) => {
    if (changed === "status" && details.open && choices.childElementCount === 0) offer();
  });
  return details;
}
