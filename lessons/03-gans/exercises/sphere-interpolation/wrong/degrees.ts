// expect: this is in degrees
/** The angle between two vectors, in radians. */
export function angleBetween(a: number[], b: number[]): number {
  const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
}

/** The vector at `t` on the arc from `a` (t = 0) to `b` (t = 1). */
export function slerp(a: number[], b: number[], t: number): number[] {
  const angle = angleBetween(a, b);
  if (angle < tiny) return mix(a, 1 - t, b, t);
  if (Math.PI - angle < tiny) return halfCircle(a, t);
  const sine = Math.sin(angle);
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine);
}

/** `count` vectors in equal steps from `a` to `b`, both included. */
export function walk(a: number[], b: number[], count: number): number[][] {
  return Array.from({length: count}, (_, i) => slerp(a, b, i / (count - 1)));
}

const tiny = 1e-6;

/** From `a` to its opposite, past a vector `c` of the same length that is perpendicular to it. */
function halfCircle(a: number[], t: number): number[] {
  const sizes = a.map(Math.abs);
  const axis = sizes.indexOf(Math.min(...sizes));
  const unit = a.map((_, i) => (i === axis ? 1 : 0));
  const across = mix(unit, 1, a, -dot(a, unit) / dot(a, a));
  const c = across.map((value) => value * Math.sqrt(dot(a, a) / dot(across, across)));
  return mix(a, Math.cos(t * Math.PI), c, Math.sin(t * Math.PI));
}

function mix(a: number[], weightOfA: number, b: number[], weightOfB: number): number[] {
  return a.map((value, i) => weightOfA * value + weightOfB * b[i]!);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
