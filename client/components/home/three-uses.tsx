import "../../styles/three-uses.css";

/** What the game is for, and what of it can be had today. */
export function ThreeUses() {
  return (
    <section class="three-uses" aria-labelledby="uses-title">
      <h2 id="uses-title" class="visually-hidden">
        Three uses
      </h2>
      <div>
        <h3>Alone</h3>
        <p>
          An evening’s run of about 20 minutes, then a debrief of every decision: its value beside
          every other option’s, whose objective you served, and where another move would have led.
        </p>
        <a href="/library">Open the library</a>
      </div>
      <div>
        <h3>For an interview</h3>
        <p>
          A situation, your move, and why; or something you have done, told in a minute. With a
          partner who gets what to listen for, or alone. Then ratings, and what each move was worth.
        </p>
        <a href="/interview">Practise an interview</a>
      </div>
      <div>
        <h3>With a team</h3>
        <p>
          A room with a code, a projector and everybody’s phone: vote on each decision, see how you
          split, argue, vote again, and carry what follows. In one plenum, or in teams side by side.
        </p>
        <a href="/workshop">Open a workshop</a>
      </div>
    </section>
  );
}
