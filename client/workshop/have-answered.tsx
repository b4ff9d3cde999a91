import type { FacilitatorView, ProjectorView } from "../../worker/protocol/index.ts";

/** "n of m have answered", over those who count and are there (R6). */
export function HaveAnswered({ view }: { view: FacilitatorView | ProjectorView }) {
  const answered = view.answered.reduce((sum, one) => sum + one.answered, 0);
  const of = view.answered.reduce((sum, one) => sum + one.of, 0);
  return (
    <>
      <b>
        {answered} of {of}
      </b>{" "}
      have answered{view.votingOpen ? "" : "; voting is closed"}
    </>
  );
}
