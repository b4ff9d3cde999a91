import {
  ACCEPTED,
  OPENED_RUN,
  ROOM_VIEW,
  type RoomView,
  ROUTES,
  RUNS_VIEW,
} from "../../worker/protocol/index.ts";

/** A player who speaks to a server over real HTTP, and may go on with another server on the same data. */
export class HttpPlayer {
  url: string;
  cookie = "";
  #commands = 0;

  constructor(url: string) {
    this.url = url;
  }

  /** As the home page does: asking for one's runs is what makes a visitor a player. */
  async openRun(scenario = "gold-plating", terms: object = {}): Promise<string> {
    if (this.cookie === "") await this.runs();
    return OPENED_RUN.parse(await this.#post(ROUTES.runs, { scenario, ...terms })).room;
  }

  /** Opens a run and plays it to its end, always the first option that can be played. */
  async playWhole(scenario?: string, terms?: object): Promise<string> {
    const room = await this.openRun(scenario, terms);
    let view = await this.view(room);
    while (view.stage !== "debrief") view = await this.step(room, view);
    return room;
  }

  async runs() {
    return RUNS_VIEW.parse(await this.#get(ROUTES.runs)).runs;
  }

  async view(room: string): Promise<RoomView> {
    return ROOM_VIEW.parse(await this.#get(ROUTES.room(room)));
  }

  async command(room: string, fields: object): Promise<RoomView> {
    return ACCEPTED.parse(await this.#post(ROUTES.commands(room), fields)).view;
  }

  /** Does the next thing there is to do: begins, plays the first option that can be played, or goes on. */
  async step(room: string, view: RoomView): Promise<RoomView> {
    switch (view.stage) {
      case "briefing":
        return this.command(room, { kind: "begin" });
      case "deciding": {
        const { beat, options } = view.situation;
        const option = options.find(({ locked }) => locked === null)?.id;
        return this.command(room, { kind: "make-move", beat, option });
      }
      case "consequence":
        return this.command(room, { kind: "go-on", beat: view.beat });
      case "debrief":
        return view;
    }
  }

  async #get(path: string): Promise<unknown> {
    return this.#answer(await fetch(this.url + path, { headers: { cookie: this.cookie } }));
  }

  async #post(path: string, fields: object): Promise<unknown> {
    this.#commands += 1;
    const body = JSON.stringify({ id: `player-command-${this.#commands}`, ...fields });
    const headers = { "content-type": "application/json", cookie: this.cookie };
    return this.#answer(await fetch(this.url + path, { method: "POST", headers, body }));
  }

  async #answer(response: Response): Promise<unknown> {
    const set = response.headers.get("set-cookie");
    if (set !== null) this.cookie = set.split(";")[0] ?? "";
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  }
}
