/** Imported before everything that looks for animation frames. */
import {animationFrames} from "./animation-frames.js";
import {soon} from "./soon.js";

const {request, cancel} = animationFrames({
  now: performance.now.bind(performance),
  soon: (work, id) => soon(() => work(id)),
  later: setTimeout.bind(globalThis),
});

Object.assign(globalThis, {requestAnimationFrame: request, cancelAnimationFrame: cancel});
