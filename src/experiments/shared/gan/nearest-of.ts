import type {Trainer} from "../../../experiment/run/trainer.js";
import type {Nearest} from "../../../figures/sheet/inspector.js";
import {shownSet} from "../shown-set.js";
import type {NearestPicture} from "./gan-exchange.js";

/** A training picture that the worker has found for a reader who looks at a generated one. */
export function nearestOf(
  {params}: Trainer,
  {image, distance, label}: NearestPicture["tells"],
): Nearest {
  const {classNames} = shownSet(String(params.dataset));
  return {image, distance: distance.data[0]!, label: classNames[label.data[0]!] ?? ""};
}
