/** Every experiment as it opens, for some seconds of training on wasm: what is set otherwise than by itself. */
export const someSeconds: Readonly<Record<string, {readonly maxSteps: number}>> = {
  "digit-classifier": {maxSteps: 120},
  "sorting-without-labels": {maxSteps: 150},
  "paint-agent": {maxSteps: 40},
  "gan-plane": {maxSteps: 300},
  "gan-digits": {maxSteps: 70},
  "gan-clinic": {maxSteps: 200},
  "conditional-gan": {maxSteps: 70},
  autoencoder: {maxSteps: 150},
  "vae-digits": {maxSteps: 150},
  "vae-faces": {maxSteps: 50},
};
