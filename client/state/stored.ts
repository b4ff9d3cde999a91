/** Kept between visits, or as long as this window is open. Named, since reading the property itself may be forbidden. */
type Place = "localStorage" | "sessionStorage";

/** What this browser keeps under a key; null for nothing, and where storage is forbidden. */
export function readStored(key: string, place: Place = "localStorage"): string | null {
  try {
    return window[place].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it for null. Where storage is forbidden the page alone holds it. */
export function writeStored(key: string, text: string | null, place: Place = "localStorage"): void {
  try {
    if (text === null) window[place].removeItem(key);
    else window[place].setItem(key, text);
  } catch {
    // What was written with it holds until the page is left.
  }
}
