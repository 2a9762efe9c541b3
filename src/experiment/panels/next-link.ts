import {readLink} from "../../lib/param-link.js";
import type {Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";

/** A variation of an experiment that the text offers. */
export interface Variation {
  /** The address that sets it, beginning with "#". */
  readonly hash: string;
  /** The words of the link. */
  readonly text: string;
}

/** The variation that the text below `section` offers next; none where it offers no other. */
export function nextVariation(
  section: HTMLElement,
  spec: Experiment,
  params: Params,
): Variation | undefined {
  const links = document.querySelectorAll<HTMLAnchorElement>(`a[href^="#${spec.id}."]`);
  const below = [...links].filter((link) => isBelow(section, link) && link.checkVisibility());
  const offered = below.map((link) => ({hash: link.hash, text: link.textContent.trim()}));
  return nextAfter(spec, offered, params);
}

/** The one after that of the run with `params`, or the first. */
export function nextAfter(
  spec: Experiment,
  offered: readonly Variation[],
  params: Params,
): Variation | undefined {
  const now = offered.findLastIndex(({hash}) => isSetBy(spec, hash, params));
  return offered.slice(now + 1).find(({hash}) => isLegal(spec, hash));
}

function isBelow(section: HTMLElement, link: HTMLElement): boolean {
  const place = section.compareDocumentPosition(link);
  return (
    (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (place & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0
  );
}

/** Whether a run with `params` is what the address sets, whatever its seed is. */
function isSetBy({id, params: table}: Experiment, hash: string, params: Params): boolean {
  const {params: set} = readLink(table, id, hash);
  return Object.entries(table).every(
    ([name, param]) =>
      param.group !== "training" ||
      name === "seed" ||
      params[name] === (set[name] ?? param.default),
  );
}

function isLegal({id, params: table}: Experiment, hash: string): boolean {
  const {params, errors} = readLink(table, id, hash);
  return errors.length === 0 && Object.keys(params).length > 0;
}
