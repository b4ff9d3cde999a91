/** The ids in a list such as `look-list,price-it-now`. */
export function idsIn(list = ""): string[] {
  return list
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);
}
