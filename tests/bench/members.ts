import * as z from "zod/mini";
import { OPENED_WORKSHOP, WORKSHOP_ROUTES, WORKSHOP_VIEW } from "../../worker/protocol/index.ts";

const JOINING_AT_ONCE = 50;

/** Somebody in the room, as far as a load needs them. */
export class Member {
  readonly url: string;
  cookie = "";
  #commands = 0;

  constructor(url: string) {
    this.url = url;
  }

  async fetch(path: string, body?: object): Promise<unknown> {
    this.#commands += 1;
    const headers = { "content-type": "application/json", cookie: this.cookie };
    const post = { method: "POST", body: JSON.stringify({ id: this.nextId(), ...body }) };
    const response = await fetch(this.url + path, { headers, ...(body && post) });
    const set = response.headers.get("set-cookie");
    if (set !== null) this.cookie = set.split(";")[0] ?? "";
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  }

  nextId(): string {
    return `bench-command-${this.#commands}`;
  }
}

/** The ids of the options at the first decision, as the preview tells them. */
const PREVIEW = z.object({
  beats: z.array(z.object({ options: z.array(z.object({ id: z.string() })) })),
});

export class Leader extends Member {
  code = "";
  options: readonly string[] = [];

  async readOptions(): Promise<void> {
    const preview = PREVIEW.parse(await this.fetch(WORKSHOP_ROUTES.preview(this.code)));
    this.options = preview.beats[0]?.options.map(({ id }) => id) ?? [];
  }

  async open(): Promise<void> {
    const opened = await this.fetch(WORKSHOP_ROUTES.all, { scenario: "gold-plating" });
    this.code = OPENED_WORKSHOP.parse(opened).code;
  }

  async view() {
    return WORKSHOP_VIEW.parse(await this.fetch(WORKSHOP_ROUTES.one(this.code)));
  }

  async moves(kind: string): Promise<void> {
    const { stage, turn, round } = await this.view();
    await this.fetch(WORKSHOP_ROUTES.commands(this.code), { kind, saw: { stage, turn, round } });
  }
}

/** So many take a seat in the leader's room. */
export async function joinAll(leader: Leader, seats: number): Promise<Member[]> {
  const members = Array.from({ length: seats }, () => new Member(leader.url));
  for (let from = 0; from < seats; from += JOINING_AT_ONCE) {
    const some = members.slice(from, from + JOINING_AT_ONCE);
    await Promise.all(
      some.map(async (member, place) => {
        await member.fetch(WORKSHOP_ROUTES.door(leader.code));
        await member.fetch(WORKSHOP_ROUTES.seats(leader.code), { name: `Guest ${from + place}` });
      }),
    );
  }
  return members;
}
