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
    slug: "a-neuron",
    title: "A neuron",
    read: () => FileAttachment("./examples/a-neuron.txt").text(),
  },
  {
    slug: "vae-from-scratch",
    title: "A VAE from scratch",
    read: () => FileAttachment("./examples/vae-from-scratch.txt").text(),
  },
];
