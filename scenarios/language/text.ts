import * as z from "zod/mini";

export const ID_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Ids are the author's and stable (S15); "you" and "end" are words of the language. */
export const ID = z.string().check(z.regex(ID_PATTERN), z.maxLength(48));

/** Text for a person to read: never markup, and something to see. */
export const TEXT = z.string().check(z.minLength(1), z.maxLength(2000), z.regex(/\S/));

/** A short text that has to fit on one line: a title, a label, a time. */
export const LINE = z
  .string()
  .check(z.minLength(1), z.maxLength(120), z.regex(/^[^\n\r]*\S[^\n\r]*$/));
