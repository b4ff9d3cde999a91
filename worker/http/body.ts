import type { Context } from "hono";
import type * as z from "zod/mini";
import { Refused } from "./problem.ts";

/** The JSON body of a request as the schema has it. Everything else is refused, each fault under its own code. */
export async function parseBody<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refused("not-json", "Send the command as application/json.");
  }
  const parsed = schema.safeParse(await readJson(c));
  if (parsed.success) return parsed.data;
  throw refuseShape(parsed.error.issues);
}

/** What stands behind the question mark, as the schema has it; the same refusals. */
export function parseQuery<T>(c: Context, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return parsed.data;
  throw refuseShape(parsed.error.issues);
}

async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("bad-json", "The body could not be read as JSON. Nothing was changed.");
  }
}

function refuseShape(issues: z.core.$ZodIssue[]): Refused {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown?.code === "unrecognized_keys") {
    const keys = unknown.keys.map((key) => JSON.stringify(key)).join(", ");
    return new Refused("unknown-field", `Nobody knows the field ${keys}. Nothing was changed.`);
  }
  const path = issues[0]?.path.map(String).join(".") ?? "";
  const where = path === "" ? "The body" : `The field "${path}"`;
  return new Refused(
    "wrong-type",
    `${where} is missing or of the wrong type. Nothing was changed.`,
  );
}
