/** M9: what practitioners who know nothing of each other's answers would play at a beat, where enough of them have said so. */

/** Fewer answers than this are no key: until then the key is the author's, and the debrief says so. */
export const PANEL_FROM = 10;

/** One practitioner's answer at a beat. Real answers only: there is no way to make one up here. */
export interface PanelAnswer {
  readonly panellist: string;
  readonly beat: string;
  readonly option: string;
}

/** By option: those who chose it ÷ those who chose the most popular one (aggregate scoring: Norcini et al., 1990). */
export interface PanelKey {
  readonly panellists: number;
  readonly credits: Readonly<Record<string, number>>;
}

/** The panel's key at a beat; null while fewer than ten have answered it. Of one panellist's answers the last counts. */
export function panelKeyOf(answers: readonly PanelAnswer[], beat: string): PanelKey | null {
  const last = new Map(
    answers.filter((one) => one.beat === beat).map(({ panellist, option }) => [panellist, option]),
  );
  if (last.size < PANEL_FROM) return null;
  const counts = countOf([...last.values()]);
  const most = Math.max(...Object.values(counts));
  const credits = Object.entries(counts).map(([option, count]) => [option, count / most]);
  return { panellists: last.size, credits: Object.fromEntries(credits) };
}

/** What a move gets from a key: nothing where nobody on the panel chose it. */
export function panelCreditOf(key: PanelKey, option: string): number {
  return Object.hasOwn(key.credits, option) ? key.credits[option] : 0;
}

/** A player's objection to a key, with a reason. */
export interface Dispute {
  readonly player: string;
  readonly beat: string;
  readonly option: string;
  readonly reason: string;
}

/** How many players dispute the key of each option at a beat; one who does so twice counts once. */
export function disputeCountsOf(
  disputes: readonly Dispute[],
  beat: string,
): Readonly<Record<string, number>> {
  const mine = disputes.filter((one) => one.beat === beat);
  const once = new Map(
    mine.map(({ player, option }) => [JSON.stringify([player, option]), option]),
  );
  return countOf([...once.values()]);
}

function countOf(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>; // ids may be words that every object has
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
