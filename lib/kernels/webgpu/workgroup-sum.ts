/** WGSL: `total(lane, value)`, which all lanes of a workgroup call together, is the sum of what they bring, for each of them. */
export const lanes = 256;

export const workgroupSum = `
var<workgroup> partial: array<f32, ${lanes}>;
fn total(lane: i32, value: f32) -> f32 {
  partial[lane] = value;
  workgroupBarrier();
  for (var half = ${lanes / 2}; half > 0; half /= 2) {
    if (lane < half) { partial[lane] += partial[lane + half]; }
    workgroupBarrier();
  }
  let sum = partial[0];
  workgroupBarrier();
  return sum;
}`;
