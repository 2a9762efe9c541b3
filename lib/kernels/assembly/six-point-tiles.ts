/**
 * Between pictures and points in two dimensions, with the lines of six-points.ts along both. The matrices of six-point-grid.ts lie `matrix` bytes
 * apart. Pictures are those of all outputs, or with the border that their windows reach, two rows and columns more; `pixel` bytes a pixel, a
 * multiple of 16. Each goes through as picture `i` of `n`.
 */
import {outputColumns, pointsOfColumn, pointsOfRow, tileAt, tileColumns, tileRows} from "./six-point-grid";
import {inputToPoints, outputToPoints, pointsToInput, pointsToOutput, pointsToTaps, tapsToPoints} from "./six-points";

export const bufferBytes: usize = 36 << 4;

/** Of the buffer: a line of six. */
const line: usize = 6 << 4;

/** The j-th of so many points. */
@inline
function point(j: i32, points: i32): usize {
  return <usize>(j == points - 1 ? 5 : j);
}

/** Bᵀ x B of a picture with its border. */
export function pictureToPoints(x: usize, i: i32, n: i32, pixel: usize, matrices: usize, matrix: usize, buffer: usize): void {
  const row = <usize>(outputColumns() + 2) * pixel;
  for (let r = 0; r < tileRows(); r++)
    for (let c = 0; c < tileColumns(); c++) {
      const down = pointsOfRow(r), across = pointsOfColumn(c);
      const from = x + <usize>(4 * r) * row + <usize>(4 * c) * pixel, to = matrices + <usize>tileAt(r, c, i, n) * pixel;
      for (let k: usize = 0; k < pixel; k += 16) {
        for (let j = 0; j < across; j++) inputToPoints(down, from + k + <usize>j * pixel, row, buffer + (<usize>j << 4), line);
        for (let j = 0; j < down; j++) {
          const p = point(j, down);
          inputToPoints(across, buffer + p * line, 16, to + k + 6 * p * matrix, matrix);
        }
      }
    }
}

/** B z Bᵀ: adds what the points say of a picture with its border to it. */
export function pointsToPicture(matrices: usize, matrix: usize, i: i32, n: i32, pixel: usize, x: usize, buffer: usize): void {
  const row = <usize>(outputColumns() + 2) * pixel;
  for (let r = 0; r < tileRows(); r++)
    for (let c = 0; c < tileColumns(); c++) {
      const down = pointsOfRow(r), across = pointsOfColumn(c);
      const from = matrices + <usize>tileAt(r, c, i, n) * pixel, to = x + <usize>(4 * r) * row + <usize>(4 * c) * pixel;
      for (let k: usize = 0; k < pixel; k += 16) {
        for (let j = 0; j < across; j++) {
          const p = point(j, across);
          pointsToInput(down, from + k + p * matrix, 6 * matrix, buffer + (p << 4), line, false);
        }
        for (let j = 0; j < down; j++)
          pointsToInput(across, buffer + <usize>j * line, 16, to + k + <usize>j * row, pixel, true);
      }
    }
}

/** Aᵀ m A: the outputs. */
export function pointsToOutputs(matrices: usize, matrix: usize, i: i32, n: i32, pixel: usize, y: usize, buffer: usize): void {
  const row = <usize>outputColumns() * pixel;
  for (let r = 0; r < tileRows(); r++)
    for (let c = 0; c < tileColumns(); c++) {
      const down = pointsOfRow(r), across = pointsOfColumn(c);
      const from = matrices + <usize>tileAt(r, c, i, n) * pixel, to = y + <usize>(4 * r) * row + <usize>(4 * c) * pixel;
      for (let k: usize = 0; k < pixel; k += 16) {
        for (let j = 0; j < across; j++) {
          const p = point(j, across);
          pointsToOutput(down, from + k + p * matrix, 6 * matrix, buffer + (p << 4), line);
        }
        for (let j = 0; j < down - 2; j++)
          pointsToOutput(across, buffer + <usize>j * line, 16, to + k + <usize>j * row, pixel);
      }
    }
}

/** A y Aᵀ: the points of outputs. */
export function outputsToPoints(y: usize, i: i32, n: i32, pixel: usize, matrices: usize, matrix: usize, buffer: usize): void {
  const row = <usize>outputColumns() * pixel;
  for (let r = 0; r < tileRows(); r++)
    for (let c = 0; c < tileColumns(); c++) {
      const down = pointsOfRow(r), across = pointsOfColumn(c);
      const from = y + <usize>(4 * r) * row + <usize>(4 * c) * pixel, to = matrices + <usize>tileAt(r, c, i, n) * pixel;
      for (let k: usize = 0; k < pixel; k += 16) {
        for (let j = 0; j < across - 2; j++)
          outputToPoints(down, from + k + <usize>j * pixel, row, buffer + (<usize>j << 4), line);
        for (let j = 0; j < down; j++) {
          const p = point(j, down);
          outputToPoints(across, buffer + p * line, 16, to + k + 6 * p * matrix, matrix);
        }
      }
    }
}

/** G w Gᵀ of w [3, 3, values], a multiple of 4 -> [36, values], `matrix` bytes apart. */
export function filterToPoints(w: usize, values: i32, points: usize, matrix: usize, buffer: usize): void {
  const tap = <usize>values << 2;
  for (let k: usize = 0; k < tap; k += 16) {
    for (let j: usize = 0; j < 3; j++) tapsToPoints(w + k + j * tap, 3 * tap, buffer + (j << 4), line);
    for (let j: usize = 0; j < 6; j++) tapsToPoints(buffer + j * line, 16, points + k + 6 * j * matrix, matrix);
  }
}

/** Gᵀ u G: [36, values] -> values of w [3, 3, all], from the one that w points to. */
export function pointsToFilter(points: usize, matrix: usize, values: i32, all: i32, w: usize, buffer: usize): void {
  const tap = <usize>all << 2, end = <usize>values << 2;
  for (let k: usize = 0; k < end; k += 16) {
    for (let j: usize = 0; j < 6; j++) pointsToTaps(points + k + j * matrix, 6 * matrix, buffer + (j << 4), line);
    for (let j: usize = 0; j < 3; j++) pointsToTaps(buffer + j * line, 16, w + k + 3 * j * tap, tap);
  }
}
