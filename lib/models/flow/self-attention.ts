/**
 * Self-attention of a picture's places, one head (Vaswani et al., 2017, section 3.2; in a denoiser first by Ho et al., 2020): with the places as rows,
 *
 *     found = softmax(q kᵀ / sqrt(C)) v,      q, k, v: [B, h w, C], from n by windows of one pixel
 *
 * n [B, h, w, C] is what is looked at. Of stock layers, which are no layers that kernel-pass.ts takes for its own.
 */
import * as tf from "../../tf.js";

type Symbol = tf.SymbolicTensor;

/** What each place of `n` finds, [B, h, w, C]. Its layers' names begin with `name`; who looks at whom is `<name>-look`, [B, h w, h w]. */
export function selfAttention(name: string, n: Symbol): Symbol {
  const [, height, width, channels] = n.shape as number[];
  const places = height! * width!;
  const rows = (part: string) =>
    reshaped(`${name}-${part}-rows`, pixelwise(`${name}-${part}`, n), [places, channels!]);
  const scale = tf.layers.rescaling({name: `${name}-small`, scale: 1 / Math.sqrt(channels!)});
  const query = scale.apply(rows("query")) as Symbol;
  const scores = dot(`${name}-scores`, query, rows("key"), [2, 2]);
  const look = tf.layers.softmax({name: `${name}-look`, axis: 2}).apply(scores) as Symbol;
  const found = dot(`${name}-found`, look, rows("value"), [2, 1]);
  const back = reshaped(`${name}-square`, found, [height!, width!, channels!]);
  return pixelwise(`${name}-joined`, back);
}

/** As many channels of each pixel's own. */
function pixelwise(name: string, x: Symbol): Symbol {
  const options = {name, filters: x.shape[3]!, kernelSize: 1, kernelInitializer: "zeros"} as const;
  return tf.layers.conv2d(options).apply(x) as Symbol;
}

function dot(name: string, a: Symbol, b: Symbol, axes: [number, number]): Symbol {
  return tf.layers.dot({name, axes}).apply([a, b]) as Symbol;
}

function reshaped(name: string, x: Symbol, targetShape: number[]): Symbol {
  return tf.layers.reshape({name, targetShape}).apply(x) as Symbol;
}
