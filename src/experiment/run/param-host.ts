import {viewParams} from "../../lib/param-groups.js";
import {defaultParams, type ParamValue} from "../../lib/params.js";
import type {ParamsForm} from "../panels/params-form.js";
import type {ParamHost} from "../view.js";
import {type Access, accessTo} from "./address.js";
import {paramsNow} from "./run-record.js";
import type {Trainer} from "./trainer.js";

interface Sides {
  readonly trainer: Trainer;
  readonly link: Parameters<typeof accessTo>[0];
  readonly form: ParamsForm;
}

/** The params of the experiment on the page, for its figures. */
export function paramHost({trainer, link, form}: Sides): ParamHost {
  const table = trainer.experiment.params;
  const access = (name: string): Access => accessTo(link, name);
  return {
    paramsOf: (run) => ({
      ...defaultParams(table),
      ...paramsNow(run),
      ...viewParams(table, trainer.run.params),
    }),
    setParam(name: string, value: ParamValue) {
      if (access(name) === "open") void trainer.setParam(name, value);
    },
    accessTo: access,
    controlOf: form.controlOf,
  };
}
