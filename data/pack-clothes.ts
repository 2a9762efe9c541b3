/**
 * `npx tsx data/pack-clothes.ts`: packs Fashion-MNIST from the Debian package `dataset-fashion-mnist`, or from the
 * folder named by FASHION_MNIST with the same four files.
 */
import {clothesSource} from "./clothes-source.js";
import {pack} from "./pack-images.js";

await pack(clothesSource);
