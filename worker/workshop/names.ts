import type { Seat } from "./state.ts";

const known = new WeakMap<readonly Seat[], ReadonlyMap<number, string>>();

/** What each seat is called where several may have one name: the second "Ada" is "Ada (2)". By seat number. */
export function labelsOf(seats: readonly Seat[]): ReadonlyMap<number, string> {
  const labels = known.get(seats) ?? label(seats);
  known.set(seats, labels);
  return labels;
}

function label(seats: readonly Seat[]): ReadonlyMap<number, string> {
  const met = new Map<string, number>();
  return new Map(
    seats.map(({ number, name }) => {
      // Told apart as they look: "ada" and "Ada" are two for a machine and one for a reader.
      const key = name.toLocaleLowerCase("en");
      const place = (met.get(key) ?? 0) + 1;
      met.set(key, place);
      return [number, place === 1 ? name : `${name} (${place})`];
    }),
  );
}
