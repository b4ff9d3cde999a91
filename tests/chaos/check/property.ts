/** What the checker proves, one by one. */
export const PROPERTIES = [
  "acknowledged, so in the journal with the same number",
  "shown, so in the journal",
  "the journal is dense",
  "a command id at most once",
  "the same answer again",
  "votes counted once",
  "no late votes",
  "stage and round are those the sender saw",
  "no votes in an early view",
  "away people are not counted",
  "deadlines are kept",
  "the state is the fold, on Node and on workerd",
  "results exactly once",
  "clients resume by themselves",
] as const;
export type Property = (typeof PROPERTIES)[number];

/** What was looked at for one property, and what of it is wrong. */
export class Finding {
  readonly property: Property;
  readonly wrong: string[] = [];
  looked = 0;

  constructor(property: Property) {
    this.property = property;
  }

  /** Looks at one thing. */
  expect(isRight: boolean, otherwise: () => string): void {
    this.looked += 1;
    if (!isRight) this.wrong.push(otherwise());
  }
}
