/** The faces that are packed, the same ones each time. No picture is there twice, in neither part. */
import {faces} from "../lib/datasets/faces.js";
import {Random} from "../lib/random.js";
import {drawFace, readyToDraw} from "./draw-face.js";
import {drawChance, type FacePlan, planFaces} from "./face-plan.js";

export const faceCounts = {train: 4200, test: 840} as const;
export type FaceSplit = keyof typeof faceCounts;

export interface DrawnFaces {
  /** RGB, [n, 32, 32, 3]. */
  readonly pixels: Uint8Array;
  /** [n, attributes] */
  readonly labels: Uint8Array;
}

/** Both parts, or the first `most` faces of each. */
export async function drawFaces(most = Infinity): Promise<Record<FaceSplit, DrawnFaces>> {
  await readyToDraw();
  const seen = new Set<string>();
  return {train: drawPart("train", most, seen), test: drawPart("test", most, seen)};
}

function drawPart(part: FaceSplit, most: number, seen: Set<string>): DrawnFaces {
  const random = new Random(1).fork(`${faces.name}-${part}`);
  const plans = planFaces(faceCounts[part], random).slice(0, most);
  const pictures = plans.map((plan) => newFace(plan, seen, random));
  return {
    pixels: new Uint8Array(Buffer.concat(pictures)),
    labels: Uint8Array.from(plans.flatMap(({labels}) => labels)),
  };
}

/** The planned face, or one with the same labels and other chance if it is in `seen` already. */
function newFace(plan: FacePlan, seen: Set<string>, random: Random): Uint8Array {
  for (let {chance} = plan; ; chance = drawChance(random)) {
    const pixels = drawFace({...plan, chance});
    const picture = Buffer.from(pixels).toString("latin1");
    if (seen.has(picture)) continue;
    seen.add(picture);
    return pixels;
  }
}
