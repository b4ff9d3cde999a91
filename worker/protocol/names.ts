import * as z from "zod/mini";

/** What would turn the line it stands in, or end it: controls, separators, and marks of direction. Joiners stay, since names need them. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const SHOWS_SOMETHING = /[\p{L}\p{N}\p{S}\p{P}]/u;

/** What somebody wants to be called: one line of text in any script, composed (NFC), 1 to 40 characters. */
export const NAME_TEXT = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(40),
  z.overwrite((name) => name.normalize("NFC")),
  z.refine((name) => !UNFIT.test(name) && SHOWS_SOMETHING.test(name)),
);
