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
  const distance = async (steps: number) => {
    const asking = {sampler: "euler", steps, eta: 0, guidance};
    return (await judge.judged(drawer, asking)).distance;
  };
  return {
    scalars: {
      one: await distance(1),
      two: await distance(2),
      three: await distance(3),
      five: await distance(5),
    },
    floors: {one: floor, two: floor, three: floor, five: floor},
    arrays: {},
  };
}
