/** Experiments whose default runs are begun on a GPU: a classifier, a GAN, a VAE, a U-Net and a transformer. */
export const runNames = [
  "digit-classifier",
  "gan-digits",
  "vae-digits",
  "diffusion-digits",
  "inside-attention",
] as const;
