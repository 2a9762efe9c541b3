import {element} from "../../controls/element.js";
import {type ParamControl, paramControl} from "../../controls/param-control.js";
import type {ParamGroup, Params, ParamTable, ParamValue} from "../../lib/params.js";

export interface ParamsForm {
  readonly form: HTMLElement;
  /** The control of a param whose place is at a figure; an empty element where the link hides it. */
  controlOf(name: string): HTMLElement;
  set(params: Params): void;
}

export interface FormOptions {
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  /** The experiment's title. */
  readonly title: string;
  /** Names shown elsewhere, such as the seed in the run bar. */
  readonly elsewhere: readonly string[];
  readonly onchange: (name: string, value: ParamValue) => void;
}

const headings: Readonly<Record<ParamGroup, string>> = {
  training: "Training",
  sampling: "Sampling",
  view: "View",
};

const notes: Readonly<Record<ParamGroup, string>> = {
  training:
    "Dials marked “live” act at once. The others start a new run; the old one stays in the history.",
  sampling: "These ask the trained model for other pictures. They don't change its weights.",
  view: "These only change what is shown.",
};

/** The form of a params table: three visible groups, one row a param, but for those at a figure. It has no state but what its fields show. */
export function paramsForm(table: ParamTable, options: FormOptions): ParamsForm {
  const shown = Object.keys(table).filter(
    (name) => !options.hidden.includes(name) && !options.elsewhere.includes(name),
  );
  const controls = new Map(shown.map((name) => [name, makeControl(name, table, options)]));
  const groups = (Object.keys(headings) as ParamGroup[]).map((group) => {
    const names = shown.filter(
      (name) => table[name]!.group === group && table[name]!.place === undefined,
    );
    if (names.length === 0) return undefined;
    const rows = names.map((name) => controls.get(name)!.row);
    return element(
      "fieldset",
      {class: "param-group", "data-group": group},
      element("legend", {}, headings[group]),
      element("p", {class: "param-note"}, notes[group]),
      ...rows,
    );
  });
  const form = element(
    "form",
    {
      class: "params",
      "aria-label": `Settings of ${options.title}`,
      onsubmit: (e) => e.preventDefault(),
    },
    ...groups,
  );
  return {
    form,
    controlOf: (name) => controls.get(name)?.row ?? element("span", {hidden: true}),
    set(params) {
      for (const [name, control] of controls) control.set(params[name]!);
    },
  };
}

function makeControl(name: string, table: ParamTable, options: FormOptions): ParamControl {
  const param = table[name]!;
  const locked = options.locked.includes(name);
  const isAtFigure = param.place === "figure";
  const control = paramControl(name, param, {locked, isAtFigure}, (value) =>
    options.onchange(name, value),
  );
  if (param.live) control.row.classList.add("live");
  return control;
}
