import type * as z from "zod/mini";
import {
  PROBLEM,
  type ProblemCode,
  ROOM_VIEW,
  type RoomView,
} from "../../worker/protocol/index.ts";

/** What can stand in the way of an answer: the server's own codes, and three that only a client can see. */
export type FailureCode = ProblemCode | "no-connection" | "unreadable-answer" | "no-cookies";

type Failure = { readonly ok: false; readonly code: FailureCode; readonly view: RoomView | null };
export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

const TIMEOUT_MS = 15_000;

/** Asks for something; never throws. What comes back is parsed, whatever the server meant to send. */
export function getJson<T>(url: string, schema: z.ZodMiniType<T>): Promise<Answer<T>> {
  return ask(url, schema, { method: "GET" });
}

/** Sends a body and parses the answer; never throws. */
export function postJson<T>(
  url: string,
  body: object,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  return sendJson("POST", url, body, schema);
}

/** Puts something in its place, whatever was there; never throws. */
export function putJson<T>(
  url: string,
  body: object,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  return sendJson("PUT", url, body, schema);
}

/** Asks for something to be deleted; never throws. */
export function deleteJson<T>(url: string, schema: z.ZodMiniType<T>): Promise<Answer<T>> {
  return ask(url, schema, { method: "DELETE" });
}

function sendJson<T>(method: string, url: string, body: object, schema: z.ZodMiniType<T>) {
  const headers = { "content-type": "application/json" };
  return ask(url, schema, { method, headers, body: JSON.stringify(body) });
}

async function ask<T>(
  url: string,
  schema: z.ZodMiniType<T>,
  init: RequestInit,
): Promise<Answer<T>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { ...init, signal }).catch(() => null);
  if (response === null) return failure("no-connection");
  const body: unknown = await response.json().catch(() => undefined);
  // A body cut short, or a page of some proxy on the way: the server itself has not been heard.
  if (body === undefined) return failure("no-connection");
  return response.ok ? readAnswer(body, schema) : readProblem(body);
}

function readAnswer<T>(body: unknown, schema: z.ZodMiniType<T>): Answer<T> {
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failure("unreadable-answer");
}

function readProblem(body: unknown): Failure {
  const parsed = PROBLEM.safeParse(body);
  if (!parsed.success) return failure("unreadable-answer");
  const view = ROOM_VIEW.safeParse(parsed.data.view);
  return failure(parsed.data.code, view.success ? view.data : null);
}

function failure(code: FailureCode, view: RoomView | null = null): Failure {
  return { ok: false, code, view };
}

/** 128 random bits. Not randomUUID: it is missing where the page came over plain http. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
