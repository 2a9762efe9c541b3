/**
 * How five optimisers move weights w against their gradient g, in plain arithmetic; d is the weight decay.
 *
 *   SGD        w <- w - rate g                                           with g + d w for g, as in the next three
 *   momentum   m <- mu m + g                    w <- w - rate m          (Polyak, 1964; Sutskever et al., 2013)
 *   RMSProp    v <- b2 v + (1 - b2) g²          w <- w - rate g / (sqrt(v) + eps)          (Hinton, 2012)
 *   Adam       m <- b1 m + (1 - b1) g, v as before
 *              w <- w - rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)               (Kingma & Ba, 2015)
 *   AdamW      w <- (1 - rate d) w first, then Adam with g itself        (Loshchilov & Hutter, 2019)
 *
 * All as in PyTorch, in whose `torch.optim` these are SGD, SGD(momentum), RMSprop(alpha = b2), Adam and AdamW.
 */

export const descentNames = ["sgd", "momentum", "rmsprop", "adam", "adamw"] as const;
export type DescentName = (typeof descentNames)[number];

export interface DescentSettings {
  readonly rate: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly weightDecay: number;
}

/** Weights, and what the rule remembers of each: m, and v. */
export interface DescentState {
  readonly weights: readonly number[];
  readonly mean: readonly number[];
  readonly squares: readonly number[];
  readonly steps: number;
}

/** Keeps what is divided by away from 0. */
const epsilon = 1e-8;

export function startState(weights: readonly number[]): DescentState {
  const zeros = weights.map(() => 0);
  return {weights, mean: zeros, squares: zeros, steps: 0};
}

/** The state after one step of the rule. */
export function descentStep(
  name: DescentName,
  state: DescentState,
  gradient: readonly number[],
  settings: DescentSettings,
): DescentState {
  const steps = state.steps + 1;
  const isDecoupled = name === "adamw";
  const {rate, weightDecay} = settings;
  const g = isDecoupled
    ? gradient
    : gradient.map((each, i) => each + weightDecay * state.weights[i]!);
  const mean = state.mean.map((each, i) => meanAfter(name, each, g[i]!, settings));
  const squares = state.squares.map((each, i) => mixed(each, g[i]! ** 2, settings.beta2));
  const kept = isDecoupled ? 1 - rate * weightDecay : 1;
  const weights = state.weights.map((weight, i) => {
    const way = wayOf(name, {g: g[i]!, mean: mean[i]!, squares: squares[i]!, steps}, settings);
    return kept * weight - rate * way;
  });
  return {weights, mean, squares, steps};
}

/** The mean of Adam is one; the momentum of a ball is a sum, in which older gradients fade. */
function meanAfter(
  name: DescentName,
  before: number,
  g: number,
  {momentum, beta1}: DescentSettings,
): number {
  return name === "momentum" ? momentum * before + g : mixed(before, g, beta1);
}

/** What the rate is multiplied by. */
function wayOf(
  name: DescentName,
  {g, mean, squares, steps}: {g: number; mean: number; squares: number; steps: number},
  {beta1, beta2}: DescentSettings,
): number {
  if (name === "sgd") return g;
  if (name === "momentum") return mean;
  if (name === "rmsprop") return g / (Math.sqrt(squares) + epsilon);
  const [m, v] = [mean / (1 - beta1 ** steps), squares / (1 - beta2 ** steps)];
  return m / (Math.sqrt(v) + epsilon);
}

function mixed(before: number, now: number, keep: number): number {
  return keep * before + (1 - keep) * now;
}
