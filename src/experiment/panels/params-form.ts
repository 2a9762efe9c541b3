import {element} from "../../controls/element.js";
import {type ParamControl, paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
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
  /** Names to be tried first, in the order shown. The others of training are folded away. */
  readonly main: readonly string[];
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
  let more: MoreDials | undefined;
  const groups = (Object.keys(headings) as ParamGroup[]).map((group) => {
    const names = shown.filter(
      (name) => table[name]!.group === group && table[name]!.place === undefined,
    );
    if (names.length === 0) return undefined;
    const rowOf = (name: string) => controls.get(name)!.row;
    const first =
      group === "training" ? options.main.filter((name) => names.includes(name)) : names;
    const others = names.filter((name) => !first.includes(name));
    if (others.length > 0) more = moreDials(table, others, others.map(rowOf));
    return element(
      "fieldset",
      {class: "param-group", "data-group": group},
      element(
        "legend",
        {class: group === "training" ? "visually-hidden" : undefined},
        headings[group],
      ),
      ...first.map(rowOf),
      others.length > 0 ? more?.details : undefined,
      element("p", {class: "param-note"}, notes[group]),
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
      more?.set(params);
    },
  };
}

interface MoreDials {
  readonly details: HTMLElement;
  set(params: Params): void;
}

/** The dials that are tried later, folded. Their heading says how many of them are not as the experiment starts with. */
function moreDials(
  table: ParamTable,
  names: readonly string[],
  rows: readonly HTMLElement[],
): MoreDials {
  const heading = element("summary", {}, "More dials");
  return {
    details: element("details", {class: "more-dials"}, heading, ...rows),
    set(params) {
      const changed = names.filter((name) => params[name] !== table[name]!.default).length;
      setText(heading, changed > 0 ? `More dials, ${changed} changed` : "More dials");
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
