/** WGSL of what a workgroup finds out together: functions `name(lane, value)`, which all its lanes call, with the same answer for each. */
export const lanes = 256;

/** `total` is the sum of what the lanes bring. */
export const workgroupSum = joined("total", "a + b", lanes);

/** `name` is what the lanes bring, joined in pairs: `join` is WGSL of `a` and `b`. `lanes` is a power of two. */
export function joined(name: string, join: string, lanes: number): string {
  return `
var<workgroup> ${name}Parts: array<f32, ${lanes}>;
fn ${name}(lane: i32, value: f32) -> f32 {
  ${name}Parts[lane] = value;
  workgroupBarrier();
  for (var half = ${lanes / 2}; half > 0; half /= 2) {
    if (lane < half) {
      let a = ${name}Parts[lane];
      let b = ${name}Parts[lane + half];
      ${name}Parts[lane] = ${join};
    }
    workgroupBarrier();
  }
  let all = ${name}Parts[0];
  workgroupBarrier();
  return all;
}`;
}
