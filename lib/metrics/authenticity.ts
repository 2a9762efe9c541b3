/**
 * Is it new? Of pictures learned from, `real`, each made one has a nearest.
 *
 *     nearest distance = 1/m Σ_j |y_j - x_{i(j)}|,   i(j) the real picture nearest to y_j
 *     authenticity     = 1/m #{ j : |y_j - x_{i(j)}| > distance of x_{i(j)} to its own nearest real picture }
 *
 * (Alaa et al., 2022, section 3.3). A made picture that is nearer to a real one than any other real one is may be a copy of it. Real pictures
 * are authentic, too, but not all: the floor says how many. Distances are those of features, so that a copy moved by a pixel is still near.
 */
import {nearestAmong, radii} from "./neighbours.js";
import {setMetric} from "./set-metric.js";

export const authenticity = setMetric({
  range: {low: 0, high: 1},
  of(pool, real, made) {
    const apart = radii(pool, real, 1);
    const authentic = made.filter((j) => {
      const {place, squared} = nearestAmong(pool, j, real);
      return squared > apart[place]!;
    });
    return authentic.length / made.length;
  },
});

export const nearestDistance = setMetric({
  madeAlone: true,
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of: (pool, real, made) =>
    made.reduce((sum, j) => sum + Math.sqrt(nearestAmong(pool, j, real).squared), 0) / made.length,
});
