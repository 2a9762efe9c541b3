import {element} from "../../controls/element.js";
import {type ParamControl, paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import type {Param, ParamGroup, Params, ParamTable, ParamValue} from "../../lib/params.js";

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
  /** Names to be tried first, in the order shown. The others are folded away. */
  readonly main: readonly string[];
  /** Names shown elsewhere, such as the seed in the run bar. */
  readonly elsewhere: readonly string[];
  readonly onchange: (name: string, value: ParamValue) => void;
}

/** Those first that change what is there. */
const headings: Readonly<Record<ParamGroup, string>> = {
  sampling: "Sampling",
  view: "View",
  training: "Training",
};

/** How a dial acts that starts no new run: the word beside its label, and what the note below the dials says of it. */
const acts = {
  live: "Dials marked “live” act at once.",
  redraws: "“Redraws” means other pictures, with the same weights.",
  view: "“View” changes only what is shown.",
} as const;

/** The form of a params table: the main dials, the others folded, but for those at a figure. It has no state but what its fields show. */
export function paramsForm(table: ParamTable, options: FormOptions): ParamsForm {
  const shown = Object.keys(table).filter(
    (name) => !options.hidden.includes(name) && !options.elsewhere.includes(name),
  );
  const controls = new Map(shown.map((name) => [name, makeControl(name, table, options)]));
  const rowOf = (name: string) => controls.get(name)!.row;
  const inForm = shown.filter((name) => table[name]!.place === undefined);
  const first = options.main.filter((name) => inForm.includes(name));
  const others = inForm.filter((name) => !first.includes(name));
  const more = others.length > 0 ? moreDials(table, others, rowOf) : undefined;
  const form = element(
    "form",
    {
      class: "params",
      "aria-label": `Settings of ${options.title}`,
      onsubmit: (e) => e.preventDefault(),
    },
    ...first.map(rowOf),
    more?.details,
    inForm.length > 0
      ? element("p", {class: "param-note"}, noteOn(inForm.map((name) => table[name]!)))
      : undefined,
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

/** The word beside the label of a dial that starts no new run. */
function actOf({group, live}: Param): keyof typeof acts | undefined {
  if (group === "training") return live ? "live" : undefined;
  return group === "sampling" ? "redraws" : "view";
}

/** What the dials do, by the words beside their labels. */
function noteOn(params: readonly Param[]): string {
  const said = Object.keys(acts) as (keyof typeof acts)[];
  const used = said.filter((act) => params.some((param) => actOf(param) === act));
  const rest = "The others start a new run; the old one stays in the history.";
  return [...used.map((act) => acts[act]), rest].join(" ");
}

interface MoreDials {
  readonly details: HTMLElement;
  set(params: Params): void;
}

/** The dials that are tried later, folded, by group. Their heading says how many of them are not as the experiment starts with. */
function moreDials(
  table: ParamTable,
  names: readonly string[],
  rowOf: (name: string) => HTMLElement,
): MoreDials {
  const heading = element("summary", {}, "More dials");
  const groups = Object.entries(headings).flatMap(([group, title]) => {
    const rows = names.filter((name) => table[name]!.group === group).map(rowOf);
    if (rows.length === 0) return [];
    if (rows.length === names.length) return rows;
    return [element("fieldset", {class: "param-group"}, element("legend", {}, title), ...rows)];
  });
  return {
    details: element("details", {class: "more-dials"}, heading, ...groups),
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
  const act = actOf(param);
  const label = control.row.querySelector("label");
  if (act && label && !isAtFigure) label.dataset.acts = act;
  return control;
}
