/** Strips of pictures that a VAE of faces draws for what the reader looks at. */
import {type ByteImages, toBytes} from "../../lib/image.js";
import {movedCodes} from "../../lib/models/attribute-vector.js";
import {decodeCodes} from "../../lib/models/vae-pictures.js";
import {type FaceStrips, furthest, stripCount} from "./experiment.js";
import type {FaceCodes} from "./face-codes.setup.js";
import {addedOption, type FaceView} from "./face-view.js";

/**
 * Of the chosen faces, [stripCount, 32, 32, 3] each: `walk`, along the straight line from the one's code to the other's; `vary`, with one
 * latent number from -3 to 3 and the others as they are; `shift`, with more and more of an attribute's vector. And which latent
 * number is varied: `varied` [1], with the KL of all, `kl` [latentSize].
 */
export async function faceStrips(codes: FaceCodes, view: FaceView): Promise<FaceStrips> {
  const [code, other] = [await codes.codeOf(view.face - 1), await codes.codeOf(view.other - 1)];
  const varied = (await codes.byKl())[Math.min(view.rank, code.length) - 1]!;
  const {attribute, option} = addedOption(view.add);
  const vector = await codes.vectorOf(attribute, option);
  const way = Float32Array.from(other, (value, j) => value - code[j]!);
  const centred = code.with(varied, 0);
  const axis = new Float32Array(code.length).fill(furthest, varied, varied + 1);
  const draw = async (moved: Float32Array): Promise<ByteImages> =>
    toBytes(await decodeCodes(codes.vae, moved));
  return {
    walk: await draw(movedCodes(code, way, evenly(0, 1))),
    vary: await draw(movedCodes(centred, axis, evenly(-1, 1))),
    shift: await draw(movedCodes(code, vector, evenly(0, view.strength))),
    varied: {data: Uint32Array.of(varied), shape: [1]},
    kl: {data: await codes.klOf(), shape: [code.length]},
  };
}

/** `stripCount` numbers from `first` to `last`. */
function evenly(first: number, last: number): number[] {
  return Array.from(
    {length: stripCount},
    (_, i) => first + ((last - first) * i) / (stripCount - 1),
  );
}
