/** One example of every figure, by name: what the gallery page shows and the browser tests drive. */
import {drawings} from "./drawings.js";
import {judging} from "./judging.js";
import {networks} from "./networks.js";
import {noises} from "./noises.js";
import {pictures} from "./pictures.js";
import {planes} from "./planes.js";
import {plots} from "./plots.js";
import {recognitions} from "./recognitions.js";
import {similarities} from "./similarities.js";
import {tables} from "./tables.js";
import {tokens} from "./tokens.js";

export {nearDrawn} from "../redraw.js";

export const gallery = {
  ...pictures,
  ...plots,
  ...planes,
  ...tables,
  ...drawings,
  ...tokens,
  ...noises,
  ...recognitions,
  ...networks,
  ...similarities,
  ...judging,
};
