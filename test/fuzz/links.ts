/** Links to experiments: what they set is legal, what they say that is not is told in a few lines, and they can be written again. */

import {type LinkState, readLink, writeLink} from "../../lib/param-link.js";
import {defaultParams, type Params, parseParams} from "../../lib/params.js";
import {experiments} from "../../src/experiments/index.js";
import {mutateText} from "./mutate-text.js";
import {isSame} from "./same.js";
import {messageLimit, type Outcome, type Target} from "./target.js";

interface Followed extends Outcome {
  readonly id: string;
  readonly link: LinkState;
  /** The link that the page makes of it, and what is read from that. */
  readonly again: LinkState;
}

/** Of a link's problems, all together: a page has to show them. */
const wordsLimit = 10 * messageLimit;

export const links: Target<Followed> = {
  name: "links",
  seeds: Object.values(experiments).flatMap(({id, params: table}) => {
    const entries = Object.entries(table).map(([name, param]) => `${id}.${name}=${param.default}`);
    const names = Object.keys(table);
    return [
      `#${entries.join("&")}`,
      `#${entries[1]}&${id}.locked=${names}&${id}.hidden=${names[2]}&the-loss&other.${names[3]}=1`,
    ];
  }),
  mutate: (text, random, others) => mutateText(text, random, others),
  run(text) {
    const {id, params: table} = experimentIn(text);
    const link = readLink(table, id, text);
    const params = parseParams(table, link.params) as Params;
    const again = readLink(table, id, writeLink(table, id, params, text));
    return {
      kind: `${id} ${link.errors.map((error) => error.slice(0, 12)).slice(0, 3)}`,
      id,
      link,
      again,
    };
  },
  holds({id, link, again}) {
    const words = link.errors.reduce((sum, error) => sum + error.length, 0);
    if (words > wordsLimit) return `problems of ${words} characters`;
    const {params: table} = experiments[id]!;
    const changed = (state: LinkState) => ({...defaultParams(table), ...state.params});
    if (!isSame(changed(link), changed(again)))
      return "a link that sets other things when written again";
    const listed = [...link.locked, ...link.hidden].every((name) => Object.hasOwn(table, name));
    return listed ? undefined : "a param that there is not was locked or hidden";
  },
};

/** An experiment that a link speaks of, the first of the course that it does. */
function experimentIn(text: string) {
  const id = Object.keys(experiments).find((each) => text.includes(`${each}.`));
  return experiments[id ?? "gan-plane"]!;
}
