import {element} from "../../controls/element.js";
import {type ParamControl, paramControl} from "../../controls/param-control.js";
import type {ParamGroup, Params, ParamTable, ParamValue} from "../../lib/params.js";

export interface ParamsForm {
  readonly form: HTMLElement;
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

/** The form of a params table: three visible groups, one row a param. It has no state but what its fields show. */
export function paramsForm(table: ParamTable, options: FormOptions): ParamsForm {
  const controls = new Map<string, ParamControl>();
  const groups = (Object.keys(headings) as ParamGroup[]).map((group) => {
    const names = Object.keys(table).filter(
      (name) =>
        table[name]!.group === group &&
        !options.hidden.includes(name) &&
        !options.elsewhere.includes(name),
    );
    if (names.length === 0) return undefined;
    for (const name of names) controls.set(name, makeControl(name, table, options));
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
    set(params) {
      for (const [name, control] of controls) control.set(params[name]!);
    },
  };
}

function makeControl(name: string, table: ParamTable, options: FormOptions): ParamControl {
  const param = table[name]!;
  const locked = options.locked.includes(name);
  const control = paramControl(name, param, {locked}, (value) => options.onchange(name, value));
  if (param.live) control.row.classList.add("live");
  return control;
}
