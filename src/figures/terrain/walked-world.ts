/** The world that is walked through: the same for everybody, or one that follows the walker. */
import {FollowedWay} from "../../lib/worlds/followed-way.js";
import {
  conditionsOf,
  leaningConditions,
  type SetConditions,
} from "../../lib/worlds/leaning-field.js";
import type {DetailNetwork} from "../../lib/worlds/relief.js";
import {ReliefTiles} from "../../lib/worlds/relief-tiles.js";
import type {Cell} from "../../lib/worlds/way-profile.js";

export interface WorldMaker {
  readonly network: DetailNetwork;
  readonly scales: readonly number[];
  /** Standard deviation of the coarse relief that the network was trained beside. */
  readonly base: number;
}

export class WalkedWorld {
  readonly #maker: WorldMaker;
  #set: SetConditions;
  #seed = 7;
  #tiles: ReliefTiles;
  /** What was noticed; it is kept while the world does not follow. */
  #way: FollowedWay | undefined;
  #isFollowing = false;

  constructor(maker: WorldMaker, set: SetConditions) {
    this.#maker = maker;
    this.#set = set;
    this.#tiles = this.#made();
  }

  get seed(): number {
    return this.#seed;
  }

  /** Other tiles as soon as the world is another one. */
  get tiles(): ReliefTiles {
    return this.#tiles;
  }

  /** The way that the world follows. */
  get followed(): FollowedWay | undefined {
    return this.#isFollowing ? this.#way : undefined;
  }

  get hasNoticed(): boolean {
    return this.#way !== undefined;
  }

  /** Conditions for the whole world. */
  set(set: SetConditions): void {
    this.#set = set;
    this.#tiles = this.#made();
  }

  /** The next world, entered at `start`. What was noticed comes along. */
  enterNext(start: Cell): void {
    this.#seed += 1;
    if (this.#way) this.#way = new FollowedWay(start, this.#way.profile);
    this.#tiles = this.#made();
  }

  /** Follows from now on, or no longer, somebody who is at a cell. */
  follow(isFollowing: boolean, at: Cell): void {
    this.#isFollowing = isFollowing;
    if (isFollowing && this.#way) this.#way.jumpTo(at);
    if (isFollowing) this.#way ??= new FollowedWay(at);
    this.#tiles = this.#made();
  }

  /** Nothing is left of what was noticed, nor of the ground that was made of it. */
  forget(at: Cell): void {
    this.#way = this.#isFollowing ? new FollowedWay(at) : undefined;
    this.#tiles = this.#made();
  }

  /** The walker has come to a cell. To be told before anything around it is looked at. */
  walkTo(cell: Cell, water: number): void {
    this.followed?.walkTo(cell, this.#tiles, water);
  }

  #made(): ReliefTiles {
    const {network, scales, base} = this.#maker;
    const field = this.followed?.field;
    return new ReliefTiles({
      ...{seed: this.#seed, network, scales, ...conditionsOf(this.#set, base)},
      byPlace: field && leaningConditions(field, this.#set, base),
    });
  }
}
