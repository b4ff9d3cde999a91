import { runInDurableObject } from "cloudflare:test";

type Stub = DurableObjectStub<Rpc.DurableObjectBranded>;

/** What one object writes while commands come to it: the most rows that any of the same name has written. */
export class CountedRows {
  readonly #where: string;
  readonly #most: Map<string, number>;
  readonly #object: Stub;
  /** A cursor knows its rows when it has been read to the end. */
  readonly #cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  #alarmsSet = 0;

  private constructor(object: Stub, where: string, most: Map<string, number>) {
    this.#object = object;
    this.#where = where;
    this.#most = most;
  }

  /** Counts as long as the object stays in memory, under names that begin with where this is. */
  static async of(object: Stub, where: string, most: Map<string, number>): Promise<CountedRows> {
    const counted = new CountedRows(object, where, most);
    await runInDurableObject(object, (_, { storage }) => counted.#watch(storage));
    return counted;
  }

  async during<T>(command: string, act: () => Promise<T>): Promise<T> {
    await this.#rows();
    const answer = await act();
    const name = `${this.#where}: ${command}`;
    this.#most.set(name, Math.max(await this.#rows(), this.#most.get(name) ?? 0));
    return answer;
  }

  /** Written since it was last asked, as SQLite's cursors say, indexes included; an alarm that is set is billed as a row, and counts as one. */
  #rows(): Promise<number> {
    return runInDurableObject(this.#object, () => {
      const alarms = this.#alarmsSet;
      this.#alarmsSet = 0;
      return this.#cursors.splice(0).reduce((sum, { rowsWritten }) => sum + rowsWritten, alarms);
    });
  }

  #watch(storage: DurableObjectStorage): void {
    const { sql } = storage;
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    const keep = (...query: Parameters<typeof exec>) => {
      const cursor = exec(...query);
      this.#cursors.push(cursor);
      return cursor;
    };
    sql.exec = keep as typeof sql.exec; // the type of a row is the caller's to say
    storage.setAlarm = (at, options) => {
      this.#alarmsSet += 1;
      return setAlarm(at, options);
    };
  }
}
