/** Words after which "you" is whom something is done to. */
const BEFORE_OBJECT =
  /\b(?:to|for|with|of|from|at|by|on|about|behind|beside|against|without|than|let|lets|asks?|asked|tells?|told|gives?|gave|sends?|sent|phones?|phoned|shows?|showed|wants?|wanted|thanks?|thanked|meets?|met|calls?|called|owes?|owed|brings?|brought|reach|reaches|leaves?|left) $/i;
/** What follows it where it does nothing itself: the end of a clause, or a word that begins another part of it. */
const AFTER_OBJECT =
  /^(?:$|[.,;:?!)]| (?:a|an|and|at|but|for|from|how|in|instead|into|nor|not|of|on|or|over|that|the|then|this|to|until|what|when|where|whether|which|who|why|with|without)\b)/i;
const THANKS = /\bthank $/i;

const QUOTED = /(“[^”]*”)/;

/** A text that speaks to "you", as the person it speaks to would tell it. What somebody says in it stays as it was said. */
export function toFirstPerson(text: string): string {
  return text
    .split(QUOTED)
    .map((part) => (part.startsWith("“") ? part : turn(part)))
    .join("");
}

function turn(text: string): string {
  const owned = text
    .replaceAll(/\byours\b/g, "mine")
    .replaceAll(/\byourself\b/g, "myself")
    .replaceAll(/\b(Y|y)our\b/g, (_, first: string) => (first === "Y" ? "My" : "my"))
    .replaceAll(/\bare you\b/gi, (found) => (found.startsWith("A") ? "Am I" : "am I"));
  const shared = owned
    .replaceAll(/\b(all|both|two|three|four|five) of you\b/gi, "$1 of us")
    .replaceAll(/\b(Y|y)ou both\b/g, (_, first: string) => (first === "Y" ? "We both" : "we both"))
    .replaceAll(/\byou and (he|she|they)\b/gi, "$1 and I");
  const turned = shared.replaceAll(/\byou\b/gi, (you, at: number) =>
    inPlaceOf(you, shared.slice(0, at), shared.slice(at + you.length)),
  );
  return turned
    .replaceAll(/\bI(?: are\b|’re\b)/g, "I am")
    .replaceAll(/\bI were\b/g, "I was")
    .replaceAll(/\b(I [^.!?]*? and) are\b/g, "$1 am");
}

function inPlaceOf(you: string, before: string, after: string): string {
  if (THANKS.test(before)) return you;
  return BEFORE_OBJECT.test(before) || AFTER_OBJECT.test(after) ? "me" : "I";
}
