import type {NamedArrays} from "../../lib/array.js";
import type {ParamTable} from "../../lib/params.js";
import type {Exchange} from "../../lib/training/exchange.js";
import type {ExperimentView, ViewHost, ViewMaker} from "../view.js";

/**
 * The view that `make` makes, for a page whose arrays have only names. This is the one place where they are believed to be those that the
 * description promises: a setup that sends others does not compile. Recorded and kept runs reach the view through here too.
 */
export function shownBy<X extends Exchange, T extends ParamTable>(
  make: ViewMaker<X, T>,
  host: Omit<ViewHost, "ask">,
): ExperimentView {
  const {trainer} = host;
  const ask = (question: string, inputs: NamedArrays) =>
    trainer.request({type: "ask", question, inputs});
  return make({...host, ask} as unknown as ViewHost<X, T>) as ExperimentView;
}
