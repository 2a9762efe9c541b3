/** The world in a headset (WebXR): seen wherever the head turns, and walked in by the trigger. */
import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Standpoint} from "../../lib/worlds/panorama.js";
import {
  goAhead,
  groundAround,
  isGroundOf,
  standpointOn,
  type Walker,
  type World,
  type WorldGround,
} from "./ground-around.js";
import {type Daylight, panoramaPixels} from "./panorama-shades.js";
import {roundPicture} from "./round-picture.js";
import {turned} from "./whole-circle.js";

export interface HeadsetOptions {
  readonly walker: Walker;
  readonly world: () => World;
  /** Of the eye above the ground. */
  readonly metres: () => number;
  readonly day: () => Daylight;
  /** The walker has gone on, or had tiles made. */
  readonly changed: () => void;
  /** The headset has been taken off. */
  readonly left: () => void;
}

/** From a slope of 0.6 upwards, where the sky is all one blue, to 2 downwards, where the ground is one colour for hundreds of metres. */
const lens = {circle: 2048, rows: 848, horizon: 196} as const;
/** Columns that are painted in one frame, some 8 ms on a laptop. */
const strip = 128;
const strips = lens.circle / strip;
/** Of a frame, for making tiles. */
const tilesMs = 5;
/** Cells, by a pull of the trigger. */
const stride = 3;

/** A button that is there when the browser knows a headset, and what it has to say. */
export function headset(options: HeadsetOptions) {
  const words = element("p", {class: "terrain-words", role: "status"});
  const enter = button("In a headset", async () => {
    enter.disabled = true;
    setText(words, "");
    try {
      await look(options);
    } catch (error) {
      setText(
        words,
        `The headset shows nothing: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      enter.disabled = false;
    }
  });
  enter.hidden = true;
  const {xr} = navigator;
  const ask = async () => {
    enter.hidden = !(await xr?.isSessionSupported("immersive-vr").catch(() => false));
  };
  xr?.addEventListener("devicechange", ask);
  void ask();
  return {button: enter, words};
}

/** Resolves when the headset shows the world. Rejects where it can't, or where the reader doesn't let it. */
async function look({walker, world, metres, day, changed, left}: HeadsetOptions): Promise<void> {
  const session = await navigator.xr!.requestSession("immersive-vr");
  try {
    const gl = document
      .createElement("canvas")
      .getContext("webgl2", {xrCompatible: true, antialias: false});
    if (!gl) throw new Error("this browser has no WebGL 2.");
    const layer = new XRWebGLLayer(session, gl);
    await session.updateRenderState({baseLayer: layer});
    const space = await session.requestReferenceSpace("local");
    const north = walker.heading;
    const shown = shownGround({walker, world, metres, day, changed}, roundPicture(gl, lens));
    session.addEventListener("select", () => {
      goAhead(walker, stride);
      changed();
    });
    session.addEventListener("end", () => {
      gl.getExtension("WEBGL_lose_context")?.loseContext();
      left();
    });
    const draw: XRFrameRequestCallback = (_, frame) => {
      session.requestAnimationFrame(draw);
      shown.paintOn();
      const pose = frame.getViewerPose(space);
      if (!pose) return;
      walker.heading = turned(north + headingOf(pose.transform.matrix));
      gl.bindFramebuffer(gl.FRAMEBUFFER, layer.framebuffer);
      for (const view of pose.views) {
        const {x, y, width, height} = layer.getViewport(view)!;
        gl.viewport(x, y, width, height);
        shown.picture.draw({projection: view.projectionMatrix, pose: view.transform.matrix}, north);
      }
    };
    session.requestAnimationFrame(draw);
  } catch (error) {
    await session.end().catch(() => {}); // it may have ended by itself
    throw error;
  }
}

/** Degrees to the right of where the space looks ahead. */
function headingOf(pose: Float32Array): number {
  return (Math.atan2(-pose[8]!, pose[10]!) / Math.PI) * 180;
}

/** The ground about the walker, painted strip by strip into `picture`, first what is looked at. */
function shownGround(
  {walker, world, metres, day, changed}: Omit<HeadsetOptions, "left">,
  picture: ReturnType<typeof roundPicture>,
) {
  let ground: WorldGround | undefined;
  let from: Standpoint | undefined;
  let toPaint: number[] = [];
  return {
    picture,
    paintOn() {
      const before = ground;
      ground = groundAround(walker, world(), before, performance.now() + tilesMs);
      if (ground !== before) changed();
      if (!ground || !isGroundOf(ground, walker, world())) return;
      if (ground !== before || from?.x !== walker.x || from.y !== walker.y) {
        from = standpointOn(ground, walker, metres());
        toPaint = stripsFrom(walker.heading);
      }
      const next = toPaint.shift();
      if (!from || next === undefined) return;
      const part = {...lens, first: next * strip, columns: strip};
      picture.put(part.first, strip, panoramaPixels(ground, from, part, day()).pixels);
    },
  };
}

/** All strips of the circle, in the order of how far they lie from `heading`. */
export function stripsFrom(heading: number): number[] {
  const ahead = Math.floor((heading / 360) * strips);
  const right = Array.from({length: strips}, (_, i) => (i % 2 === 1 ? (i + 1) / 2 : -i / 2));
  return right.map((by) => (ahead + by + strips) % strips);
}
