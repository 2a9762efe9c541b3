/**
 * The directions in which an attribute's options lie apart among codes: the principal axes of the options' mean codes,
 *
 *     S = Σ_o p_o (m_o - m)(m_o - m)ᵀ = Σ_o p_o (1 - p_o)² v_o v_oᵀ
 *
 * with p_o the share of option o, m_o the mean code of the pictures with it, and v_o its attribute vector (lib/models/attribute-vector.ts). The root of an
 * eigenvalue is how far the means scatter along its axis; codes of N(0, I) themselves scatter by 1. (Between-class scatter: Fisher, 1936; Rao, 1948.)
 */
import {symmetricEigen} from "../lib/metrics/symmetric-eigen.js";
import {attributeVector} from "../lib/models/attribute-vector.js";

export interface OptionAxes {
  /** Unit vectors [d], the one of the widest scatter first. */
  readonly axes: readonly Float32Array[];
  /** How far the mean codes scatter along each, 1 being the spread of codes. */
  readonly scatter: readonly number[];
}

/** Axes of `codes` [n, d] by `choices` [n], along which the options' means scatter by at least `least`. */
export function optionAxes(
  codes: Float32Array,
  choices: ArrayLike<number>,
  least: number,
): OptionAxes {
  const size = codes.length / choices.length;
  const {values, vectors} = symmetricEigen(scatterOf(codes, choices, size), size);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const wide = order.filter((k) => Math.sqrt(Math.max(0, values[k]!)) >= least);
  return {
    axes: wide.map((k) => Float32Array.from({length: size}, (_, j) => vectors[j * size + k]!)),
    scatter: wide.map((k) => Math.sqrt(values[k]!)),
  };
}

/** S [d, d]. */
function scatterOf(codes: Float32Array, choices: ArrayLike<number>, size: number): Float64Array {
  const scatter = new Float64Array(size * size);
  const chosen = Array.from(choices);
  for (const option of new Set(chosen)) {
    const has = chosen.map((choice) => choice === option);
    const share = has.filter(Boolean).length / has.length;
    if (share === 1) throw new RangeError("too few options: 1 was chosen (at least 2)");
    const vector = attributeVector(codes, has);
    const weight = share * (1 - share) ** 2;
    for (let i = 0; i < scatter.length; i++)
      scatter[i]! += weight * vector[Math.floor(i / size)]! * vector[i % size]!;
  }
  return scatter;
}
