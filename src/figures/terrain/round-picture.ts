/** A circle of pixels around the eye, drawn by WebGL as it is seen in whatever direction: a headset's eye looks in any. */
import type {Lens} from "../../lib/worlds/panorama.js";

/** An eye as WebXR gives it, matrices of 16 numbers by columns. Where it stands counts for nothing: all of the picture is far away. */
export interface Eye {
  readonly projection: Float32Array;
  /** From what lies before the eye to what lies around. */
  readonly pose: Float32Array;
}

export interface RoundPicture {
  /** Brings the columns from `first` on; they may not go beyond the circle's last. `pixels` [rows, columns, 4]. */
  put(first: number, columns: number, pixels: Uint8ClampedArray): void;
  /** Fills the viewport; `heading` is where the eye's own north lies on the circle, in degrees. */
  draw(eye: Eye, heading: number): void;
}

export type RoundLens = Pick<Lens, "circle" | "rows" | "horizon">;

const corners = `#version 300 es
uniform mat4 projection, pose;
out vec3 ray;
void main() {
  vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2) * 4.0 - 1.0;
  vec2 across = (corner + projection[2].xy) / vec2(projection[0].x, projection[1].y);
  ray = mat3(pose) * vec3(across, -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

/** A row of the picture is a slope. Above its first and below its last row it goes on as it is there. */
const colours = `#version 300 es
precision highp float;
uniform sampler2D picture;
uniform float heading, horizon;
in vec3 ray;
out vec4 colour;
const float around = 6.283185307179586;
void main() {
  vec2 size = vec2(textureSize(picture, 0));
  float turn = atan(ray.x, -ray.z) / around + heading / 360.0;
  float slope = ray.y / max(length(ray.xz), 1e-6);
  vec2 place = vec2(turn * size.x, horizon - slope * size.x / around) + 0.5;
  colour = vec4(texture(picture, place / size).rgb, 1.0);
}`;

/** Throws an Error where the shaders don't compile. Losing the context frees it. */
export function roundPicture(gl: WebGL2RenderingContext, lens: RoundLens): RoundPicture {
  const {circle, rows, horizon} = lens;
  const program = linked(gl);
  const place = (name: string) => gl.getUniformLocation(program, name);
  gl.useProgram(program);
  gl.uniform1f(place("horizon"), horizon);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, circle, rows);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.REPEAT);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return {
    put(first, columns, pixels) {
      const [kind, part] = [gl.RGBA, gl.UNSIGNED_BYTE];
      gl.texSubImage2D(gl.TEXTURE_2D, 0, first, 0, columns, rows, kind, part, pixels);
    },
    draw({projection, pose}, heading) {
      gl.uniformMatrix4fv(place("projection"), false, projection);
      gl.uniformMatrix4fv(place("pose"), false, pose);
      gl.uniform1f(place("heading"), heading);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
  };
}

function linked(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  const parts = [
    [gl.VERTEX_SHADER, corners],
    [gl.FRAGMENT_SHADER, colours],
  ] as const;
  for (const [kind, text] of parts) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS)) return program;
  throw new Error(`the shaders of the round picture fail: ${gl.getProgramInfoLog(program)}`);
}
