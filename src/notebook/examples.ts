/** The notebooks that come with the course, fetched when one is opened. */
import {FileAttachment} from "observablehq:stdlib";

export interface Example {
  readonly slug: string;
  readonly title: string;
  readonly read: () => Promise<string>;
}

export const examples: readonly Example[] = [
  {
    slug: "hello-noise",
    title: "Hello, noise",
    read: () => FileAttachment("./examples/hello-noise.txt").text(),
  },
  {
    slug: "nine-numbers",
    title: "Nine numbers",
    read: () => FileAttachment("./examples/nine-numbers.txt").text(),
  },
  {
    slug: "a-neuron",
    title: "A neuron",
    read: () => FileAttachment("./examples/a-neuron.txt").text(),
  },
  {
    slug: "a-network-that-reads",
    title: "A network that reads",
    read: () => FileAttachment("./examples/a-network-that-reads.txt").text(),
  },
  {
    slug: "sums-of-pictures",
    title: "Every digit is a sum",
    read: () => FileAttachment("./examples/sums-of-pictures.txt").text(),
  },
  {
    slug: "vae-from-scratch",
    title: "A VAE from scratch",
    read: () => FileAttachment("./examples/vae-from-scratch.txt").text(),
  },
  {
    slug: "gan-from-scratch",
    title: "A GAN from scratch",
    read: () => FileAttachment("./examples/gan-from-scratch.txt").text(),
  },
  {
    slug: "diffusion-from-scratch",
    title: "A diffusion model from scratch",
    read: () => FileAttachment("./examples/diffusion-from-scratch.txt").text(),
  },
];
