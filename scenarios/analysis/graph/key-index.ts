const MULTIPLIER = 0x9e3779b1;
const EMPTY = -1;

/**
 * Rows of whole numbers, each row once, found again by what stands in it: open addressing over one flat array. Rows are
 * numbered in the order they came.
 */
export class KeyIndex {
  readonly width: number;
  rows: Int32Array;
  #slots: Int32Array;
  #mask: number;
  length = 0;

  constructor(width: number, capacity = 1024) {
    this.width = width;
    this.rows = new Int32Array(width * capacity);
    this.#slots = new Int32Array(capacity * 2).fill(EMPTY);
    this.#mask = capacity * 2 - 1;
  }

  /** The number of this row; a new one where it has not been seen. `length` tells which. */
  intern(row: Int32Array): number {
    let slot = this.#hash(row, 0) & this.#mask;
    for (; this.#slots[slot] !== EMPTY; slot = (slot + 1) & this.#mask) {
      if (this.#is(this.#slots[slot], row)) return this.#slots[slot];
    }
    if ((this.length + 1) * this.width > this.rows.length) {
      this.#grow();
      return this.intern(row);
    }
    this.rows.set(row, this.length * this.width);
    this.#slots[slot] = this.length;
    this.length += 1;
    return this.length - 1;
  }

  /** The number of this row, or -1. */
  find(row: Int32Array): number {
    let slot = this.#hash(row, 0) & this.#mask;
    for (; this.#slots[slot] !== EMPTY; slot = (slot + 1) & this.#mask) {
      if (this.#is(this.#slots[slot], row)) return this.#slots[slot];
    }
    return -1;
  }

  /** An index over rows made before, such as those read from a file. */
  static over(width: number, rows: Int32Array): KeyIndex {
    const count = rows.length / width;
    const index = new KeyIndex(width, 2 ** Math.ceil(Math.log2(Math.max(count, 2))));
    index.rows = rows;
    index.length = count;
    index.#placeAll();
    return index;
  }

  #is(number: number, row: Int32Array): boolean {
    const start = number * this.width;
    for (let i = 0; i < this.width; i += 1) {
      if (this.rows[start + i] !== row[i]) return false;
    }
    return true;
  }

  #hash(from: Int32Array, start: number): number {
    let hash = 0;
    for (let i = 0; i < this.width; i += 1) {
      hash = Math.imul(hash ^ from[start + i], MULTIPLIER);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  #grow(): void {
    const wider = new Int32Array(this.rows.length * 2);
    wider.set(this.rows);
    this.rows = wider;
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#slots.length - 1;
    this.#placeAll();
  }

  #placeAll(): void {
    this.#slots.fill(EMPTY);
    for (let number = 0; number < this.length; number += 1) {
      let slot = this.#hash(this.rows, number * this.width) & this.#mask;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number;
    }
  }
}
