/**
 * Convolutions of pictures [n, c, h, w] ("NCHW"), which TF.js's wasm back end refuses (4.22): turned to [n, h, w, c], convolved, and turned back.
 * Depthwise ones are refused by name, because TF.js's own gradients of them forget the format.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {ConvolutionAttributes} from "../convolution-shape.js";
import type {Kernel} from "../kernel.js";

type Shape4D = [number, number, number, number];
type Inputs = Readonly<Record<string, tf.Tensor | undefined>>;
type Attributes = ConvolutionAttributes & {readonly inputShape?: Shape4D};

export const channelsFirst: readonly Kernel[] = [
  forFirst("Conv2D", (inputs, attributes) => turned(run("Conv2D", inputs, attributes))),
  forFirst("FusedConv2D", (inputs, attributes) => turned(run("FusedConv2D", inputs, attributes))),
  forFirst("Conv2DBackpropInput", (inputs, attributes) =>
    turned(run("Conv2DBackpropInput", inputs, attributes)),
  ),
  forFirst("Conv2DBackpropFilter", (inputs, attributes) =>
    run("Conv2DBackpropFilter", inputs, attributes),
  ),
  ...["DepthwiseConv2dNative", "FusedDepthwiseConv2D"].map((name) =>
    forFirst(name, () => {
      throw new Error(
        `unsupported dataFormat: NCHW for ${name} (NHWC: transpose(x, [0, 2, 3, 1]) makes it so)`,
      );
    }),
  ),
];

function forFirst(
  name: string,
  compute: (inputs: Inputs, attributes: Attributes) => tf.Tensor,
): Kernel {
  return {
    name,
    make: (stock) => (args) => {
      const attributes = args.attrs as unknown as Attributes;
      if (attributes.dataFormat !== "NCHW") return stock!(args);
      return tf.tidy(() => compute(args.inputs as unknown as Inputs, attributes));
    },
  };
}

/** The kernel with channels last. */
function run(name: string, inputs: Inputs, {pad, inputShape, ...others}: Attributes): tf.Tensor4D {
  const last = Object.entries(inputs).flatMap(([key, tensor]) =>
    tensor ? [[key, lastOf(key, tensor)] as const] : [],
  );
  const attrs = {
    ...others,
    dataFormat: "NHWC",
    pad: Array.isArray(pad) ? moved(pad) : pad,
    ...(inputShape && {inputShape: moved(inputShape)}),
  };
  return tf.engine().runKernel(name, Object.fromEntries(last), attrs as unknown as tf.NamedAttrMap);
}

/** Filters, and what has one value a channel, are the same in both formats. */
function lastOf(key: string, tensor: tf.Tensor): tf.Tensor {
  return key === "x" || key === "dy" ? tf.transpose(tensor, [0, 2, 3, 1]) : tensor;
}

const turned = (y: tf.Tensor4D) => tf.transpose(y, [0, 3, 1, 2]);

function moved<Each>([n, c, h, w]: readonly Each[]): Each[] {
  return [n!, h!, w!, c!];
}
