/**
 * TF.js as the engine uses it: core and layers, no back end (see training/backends.ts, which loads one when needed).
 * Importing the `@tensorflow/tfjs` union instead would bring two back ends, the converter and the data API along.
 *
 * Chained methods (`x.add(y)`) are not registered: write `tf.add(x, y)`, so that unused ops leave the bundle.
 */
export * from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-layers";
