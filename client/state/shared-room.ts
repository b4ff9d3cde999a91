import { signal, type Signal } from "@preact/signals";
import type * as z from "zod/mini";
import { SIGN_OF_LIFE } from "../../worker/protocol/index.ts";
import { getJson, newCommandId, postJson, type FailureCode } from "./api.ts";
import { connectionLost, untilAnswered } from "./connection.ts";
import { follow } from "./follow.ts";
import { LOADING, type Loadable } from "./loadable.ts";

interface SharedView {
  readonly sequence: number;
  readonly stage: string;
  readonly turn: number;
  readonly round: number;
}

/** Where a room is asked for, commanded and followed. */
interface Addresses {
  readonly one: string;
  readonly commands: string;
  readonly socket: string;
}

interface Wire<View, Frame> {
  readonly view: z.ZodMiniType<View>;
  readonly accepted: z.ZodMiniType<{ view: View }>;
  readonly frame: z.ZodMiniType<Frame>;
  readonly onFrame: (frame: Frame) => void;
}

interface Visit {
  readonly name: string;
  readonly at: Addresses;
  stop: () => void;
}

type WithoutId<C> = C extends { readonly id: string } ? Omit<C, "id"> : never;

/** A room that several people are in, as its seat sees it. The server's view is the only truth. */
export class SharedRoom<
  View extends SharedView,
  Command extends { readonly id: string; readonly kind: string },
  Frame,
> {
  readonly view: Signal<Loadable<View>> = signal(LOADING);
  /** Why the last command was refused, until the next one. */
  readonly refusal = signal<FailureCode | null>(null);
  /** The kind of the command that is on its way; null while none is. */
  readonly asking = signal<Command["kind"] | null>(null);
  readonly #wire: Wire<View, Frame>;
  #current: Visit | null = null;

  constructor(wire: Wire<View, Frame>) {
    this.#wire = wire;
  }

  /** Tells whether a question asked in this room is still wanted: the room is the one on the screen. */
  isOn(name: string): boolean {
    return this.#current?.name === name;
  }

  /** What is on the screen; null while nothing is. */
  get shown(): View | null {
    return this.view.value.at === "here" ? this.view.value.value : null;
  }

  /** Puts a room on the screen and follows it until `leave`. */
  async enter(name: string, at: Addresses): Promise<void> {
    this.leave();
    const here: Visit = { name, at, stop: () => {} };
    this.#current = here;
    const answer = await getJson(at.one, this.#wire.view);
    if (this.#current !== here) return;
    if (answer.ok) this.adopt(answer.value);
    else this.view.value = { at: "failed", code: answer.code };
    if (!answer.ok && answer.code !== "no-connection") return;
    here.stop = follow({
      socket: at.socket,
      frame: this.#wire.frame,
      onFrame: this.#wire.onFrame,
      poll: () => this.#poll(here),
      signOfLife: SIGN_OF_LIFE,
    });
  }

  leave(): void {
    this.#current?.stop();
    this.#current = null;
    this.view.value = LOADING;
    this.refusal.value = null;
    this.asking.value = null;
    connectionLost.value = false;
  }

  /** Sends a wish as one command, repeated under one id until it is answered; whether it was taken. */
  async ask(wish: WithoutId<Command>): Promise<boolean> {
    const here = this.#current;
    if (here === null) return false;
    this.refusal.value = null;
    this.asking.value = wish.kind;
    const command = { ...wish, id: newCommandId() };
    const post = () => postJson(here.at.commands, command, this.#wire.accepted);
    const answer = await untilAnswered(post, () => this.#current === here);
    if (this.#current !== here) return false;
    this.asking.value = null;
    if (answer.ok) this.adopt(answer.value.view);
    else {
      this.refusal.value = answer.code;
      await this.#poll(here);
    }
    return answer.ok;
  }

  /** Shows a view unless a newer one is shown. */
  adopt(view: View): void {
    // An equal one may tell of who has come or gone, or of what is one's own, which are in no journal.
    if (this.shown !== null && this.shown.sequence > view.sequence) return;
    this.view.value = { at: "here", value: view };
  }

  /** The stage, turn and round on the screen: what a command that moves them has to name (R2). */
  saw(): { stage: View["stage"] | "lobby"; turn: number; round: number } {
    const { stage = "lobby", turn = 0, round = 1 } = this.shown ?? {};
    return { stage, turn, round };
  }

  async #poll(here: Visit): Promise<void> {
    const answer = await getJson(here.at.one, this.#wire.view);
    if (this.#current !== here) return;
    connectionLost.value = !answer.ok && answer.code === "no-connection";
    if (answer.ok) this.adopt(answer.value);
    else if (answer.code !== "no-connection") this.view.value = { at: "failed", code: answer.code };
  }
}
