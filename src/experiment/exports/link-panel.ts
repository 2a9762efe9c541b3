import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type LinkState, linkFor} from "../../lib/param-link.js";
import type {ParamTable} from "../../lib/params.js";
import type {Trainer} from "../run/trainer.js";

type Lists = Pick<LinkState, "locked" | "hidden">;

/** Copies an address that opens the experiment with the settings of now. Dials are locked or hidden in it by ticking: for a class. */
export function linkPanel(trainer: Trainer, given: Lists) {
  const {id, params: table} = trainer.experiment;
  const dials = dialTicks(table, given, () => update());
  const seed = element("input", {type: "checkbox", id: uniqueId("link"), onchange: () => update()});
  const address = element("input", {type: "text", readonly: true, "aria-label": "The link"});
  const said = element("p", {role: "status", class: "link-status"});
  const update = () => {
    const {params} = trainer;
    const lists = dials.lists();
    const withSeed = seed.checked || lists.locked.includes("seed"); // what is locked is seen by all
    const hash = linkFor(table, id, {params, ...lists, withSeed});
    setText(seedWords, `with seed ${params.seed}; without it, each reader has their own`);
    const link = `${location.origin}${location.pathname}${hash}`;
    if (link === address.value) return; // what was said of it still holds
    address.value = link;
    setText(said, "");
  };
  const seedWords = element("label", {for: seed.id});
  const copy = async () => {
    update();
    address.select();
    await navigator.clipboard.writeText(address.value);
  };
  const copied = () => setText(said, "Copied.");
  const notCopied = () =>
    setText(said, "The browser does not let the page copy. The link is marked: copy it by hand.");
  trainer.subscribe((changed) => changed === "run" && update());
  update();
  const fold = element("details", {}, element("summary", {}, "Lock or hide dials, for a class"));
  fold.addEventListener("toggle", () => fold.append(dials.table), {once: true});
  return element(
    "div",
    {class: "link-panel"},
    element("h4", {}, "Copy a link"),
    element("p", {}, "It opens this page with the settings that you see now."),
    element("p", {class: "layer"}, seed, seedWords),
    fold,
    element(
      "p",
      {class: "link-line"},
      address,
      button("Copy", () => void copy().then(copied, notCopied)),
    ),
    said,
  );
}

/** A row for each dial, with two boxes. What a link has locked or hidden already stays so. */
function dialTicks(table: ParamTable, given: Lists, onchange: () => void) {
  const names = Object.keys(table).filter((name) => !given.hidden.includes(name));
  const boxes = {
    locked: new Map<string, HTMLInputElement>(),
    hidden: new Map<string, HTMLInputElement>(),
  };
  const box = (list: keyof Lists, name: string, word: string) => {
    const isGiven = given[list].includes(name);
    const input = element("input", {
      type: "checkbox",
      "aria-label": `${word} ${table[name]!.label}`,
      checked: isGiven,
      disabled: isGiven,
      onchange,
    });
    boxes[list].set(name, input);
    return input;
  };
  const row = (name: string) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, table[name]!.label),
      element("td", {}, box("locked", name, "Lock")),
      element("td", {}, name === "seed" ? "" : box("hidden", name, "Hide")),
    );
  const head = ["Dial", "Lock", "Hide"].map((text) => element("th", {scope: "col"}, text));
  const ticked = (list: keyof Lists) =>
    [...boxes[list]].filter(([, {checked}]) => checked).map(([name]) => name);
  return {
    table: element(
      "table",
      {class: "link-dials"},
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...names.map(row)),
    ),
    lists: () => ({locked: ticked("locked"), hidden: [...given.hidden, ...ticked("hidden")]}),
  };
}
