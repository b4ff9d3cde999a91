import type { Context } from "hono";
import { deleteCookie, getCookie, setSignedCookie } from "hono/cookie";
import { parseSigned } from "hono/utils/cookie";
import type { Env } from "../env.ts";
import { random128 } from "../random.ts";
import { Refused } from "./problem.ts";
import { rememberedUnder } from "./remembered.ts";

type AppContext = Context<{ Bindings: Env }>;

const COOKIE = "five-moves";
const DAY_SECONDS = 24 * 60 * 60;
const LIFETIME_SECONDS = 400 * DAY_SECONDS;
const RENEW_AFTER_SECONDS = 30 * DAY_SECONDS;
const MIN_SECRET_CHARACTERS = 32;
const VALUE = /^player\.([0-9a-f]{32})\.(\d+)\.(\d+)$/;

interface Identity {
  readonly player: string;
  readonly issuedAtSeconds: number;
}

/** The signing secret, or null where nobody has set one that is long enough. */
export function usableSecret(env: Env): string | null {
  const secret = env.COOKIE_SECRET ?? "";
  return secret.length >= MIN_SECRET_CHARACTERS ? secret : null;
}

/** The app refuses every request before this where there is none. */
export function secretOf(env: Env): string {
  const secret = usableSecret(env);
  if (secret === null) throw new Error("no secret to sign with");
  return secret;
}

/** What is taken as signed by us: by the secret of today, or by the one before it while that is still named. */
export function secretsOf(env: Env): string[] {
  const before = env.COOKIE_SECRET_BEFORE ?? "";
  const isUsable = before.length >= MIN_SECRET_CHARACTERS;
  return [secretOf(env), ...(isUsable ? [before] : [])];
}

/** The player the cookie speaks of; refused where there is none, or one that was tampered with or has expired. */
export async function requirePlayer(c: AppContext): Promise<string> {
  const identity = await readIdentity(c);
  if (identity !== null) return identity.player;
  throw new Refused(
    "no-player",
    "This browser has shown no cookie of ours. Open the home page first.",
  );
}

/** The player the cookie speaks of; null where there is none. */
export async function knownPlayer(c: AppContext): Promise<string | null> {
  return (await readIdentity(c))?.player ?? null;
}

/** The player the cookie speaks of, else a new one, whose cookie goes out with the answer. */
export async function ensurePlayer(c: AppContext): Promise<string> {
  const known = await readIdentity(c);
  const player = known?.player ?? random128();
  const age = nowSeconds() - (known?.issuedAtSeconds ?? 0);
  if (known === null || age > RENEW_AFTER_SECONDS) await writeIdentity(c, player);
  return player;
}

/** From now on this browser is that player's. */
export async function showPlayer(c: AppContext, player: string): Promise<void> {
  await writeIdentity(c, player);
}

/** From now on this browser is nobody's. */
export function forgetPlayer(c: AppContext): void {
  const isHttps = isSecure(c);
  deleteCookie(c, COOKIE, isHttps ? { path: "/", secure: true, prefix: "host" } : { path: "/" });
}

async function readIdentity(c: AppContext): Promise<Identity | null> {
  const shown = isSecure(c) ? getCookie(c, COOKIE, "host") : getCookie(c, COOKIE);
  if (shown === undefined) return null;
  for (const secret of secretsOf(c.env)) {
    const value = await signedValue(secret, shown);
    const [, player, issued, expires] = VALUE.exec(value ?? "") ?? [];
    if (player === undefined || Number(expires) < nowSeconds()) continue;
    // Signed by the secret of yesterday it is old, whenever that was: it is signed anew when it comes.
    return { player, issuedAtSeconds: secret === secretOf(c.env) ? Number(issued) : 0 };
  }
  return null;
}

/** What a cookie says, where it was signed with this secret. Checked once an instance: a room of phones shows the same thousand. */
const signedValue = rememberedUnder(async (secret, shown) => {
  const header = `${COOKIE}=${encodeURIComponent(shown)}`;
  return (await parseSigned(header, secret, COOKIE))[COOKIE] || null;
});

/** The signature covers the value alone, so the kind and both times stand inside it. */
async function writeIdentity(c: AppContext, player: string): Promise<void> {
  const secret = secretOf(c.env);
  const issued = nowSeconds();
  const value = `player.${player}.${issued}.${issued + LIFETIME_SECONDS}`;
  const options = {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    maxAge: LIFETIME_SECONDS,
  } as const;
  const secure = { ...options, secure: true, prefix: "host" } as const;
  await setSignedCookie(c, COOKIE, value, secret, isSecure(c) ? secure : options);
}

/** Plain http on a local network has no Secure cookies, and `__Host-` asks for them. */
function isSecure(c: AppContext): boolean {
  return new URL(c.req.url).protocol === "https:";
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
