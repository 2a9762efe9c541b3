import {button, element} from "../controls/element.js";
import type {RunRecord} from "../experiment/run/run-record.js";
import type {Claim} from "./counting-runs.js";

/** The runs that do not count yet, each with a button that makes it again. */
export function claimsList(again: (run: RunRecord) => void) {
  const list = element("ul", {class: "exercise-claims", hidden: true});
  return {
    list,
    set(claims: readonly Claim[]) {
      list.hidden = claims.length === 0;
      list.replaceChildren(
        ...claims.map(({run, why}) =>
          element(
            "li",
            {},
            `${why} `,
            button("Run it again", () => again(run), `Run it again: run ${run.number}`),
          ),
        ),
      );
    },
  };
}
