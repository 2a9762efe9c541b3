/** How far pictures of few steps are from real ones. */
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import type {Drawer} from "../shared/digit-flow/drawn-digits.setup.js";
import type {FlowJudge} from "../shared/digit-flow/flow-judge.setup.js";
import type {fewerSteps} from "./experiment.js";

export async function leapQuality(
  judge: FlowJudge,
  drawer: Drawer,
  guidance: number,
): Promise<Measured<ExchangeOf<typeof fewerSteps>>> {
  const {frechet: floor} = await judge.scores();
  const drawnIn = (steps: number) =>
    judge.judged(drawer, {sampler: "euler", steps, eta: 0, guidance});
  const [one, two, three] = [await drawnIn(1), await drawnIn(2), await drawnIn(3)];
  const five = await drawnIn(5);
  return {
    scalars: {
      ...{one: one.distance, two: two.distance},
      ...{three: three.distance, five: five.distance},
    },
    floors: {one: floor, two: floor, three: floor, five: floor},
    intervals: {
      ...{one: one.interval, two: two.interval},
      ...{three: three.interval, five: five.interval},
    },
    arrays: {},
  };
}
