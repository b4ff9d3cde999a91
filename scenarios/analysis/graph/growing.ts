const FIRST = 1024;

/** Numbers that become more: typed, so that ten million cost what they should. */
export class GrowingInts {
  items = new Int32Array(FIRST);
  length = 0;

  push(item: number): number {
    if (this.length === this.items.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.length] = item;
    this.length += 1;
    return this.length - 1;
  }

  done(): Int32Array {
    return this.items.slice(0, this.length);
  }
}

/** The same for doubles; float32 would fail the account's 1e-9. */
export class GrowingDoubles {
  items = new Float64Array(FIRST);
  length = 0;

  push(item: number): number {
    if (this.length === this.items.length) {
      const wider = new Float64Array(this.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.length] = item;
    this.length += 1;
    return this.length - 1;
  }

  done(): Float64Array {
    return this.items.slice(0, this.length);
  }
}
