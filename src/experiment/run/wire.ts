import type {NamedArrays} from "../../lib/array.js";
import type {Ask, Exchange} from "../../lib/training/exchange.js";
import type {ExperimentView, ViewHost, ViewMaker} from "../view.js";

/**
 * The view that `make` makes, for a page whose arrays have only names. This is the one place where they are believed to be those that the
 * description promises: a setup that sends others does not compile. Recorded and kept runs reach the view through here too.
 */
export function shownBy<X extends Exchange>(
  make: ViewMaker<X>,
  {trainer, setParam}: Omit<ViewHost, "ask">,
): ExperimentView {
  const ask = (question: string, inputs: NamedArrays) =>
    trainer.request({type: "ask", question, inputs});
  return make({trainer, setParam, ask: ask as Ask<X["answers"]>}) as ExperimentView;
}
