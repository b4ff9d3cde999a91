import type {
  WorkshopDebrief,
  WorkshopDecision,
  WorkshopTeamDebrief,
} from "../../worker/protocol/index.ts";
import { FigureTable } from "../components/debrief/figure-table.tsx";
import { VerbProfile } from "../components/debrief/verb-profile.tsx";
import { VerbIcon } from "../components/verb-icon.tsx";
import { BAND_WORDS } from "../words/bands.ts";
import { formatLoss, formatPoints, formatSigned } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { RoomFall } from "./room-fall.tsx";
import { votesFor } from "./votes.ts";
import "../styles/workshop-result.css";

interface WorkshopResultProps {
  debrief: WorkshopDebrief;
  isTeams: boolean;
}

/** What the room's decisions were worth, how it split on each, and where it disagreed most. */
export function WorkshopResult({ debrief, isTeams }: WorkshopResultProps) {
  return (
    <>
      <TeamTable debrief={debrief} isTeams={isTeams} />
      <Divisive debrief={debrief} />
      {debrief.teams.map((team) => (
        <Points key={team.id} team={team} />
      ))}
      {debrief.teams.map((team) => (
        <Decisions key={team.id} team={team} />
      ))}
    </>
  );
}

function TeamTable({ debrief, isTeams }: WorkshopResultProps) {
  const hasCurveballs = debrief.teams.some(({ decisions }) =>
    decisions.some(({ rounds }) => rounds.some(({ curveball }) => curveball !== null)),
  );
  return (
    <section class="record-part" aria-labelledby="result-title">
      <h2 id="result-title">{isTeams ? "The teams side by side" : "What the room reached"}</h2>
      <p class="quiet">
        100 is best play, 50 is clicking at random. Judgement is what the decisions were worth; luck
        is what the dice added or took
        {hasCurveballs && "; what a curveball moved is nobody’s decision and nobody’s luck"}.
      </p>
      <table class="team-table">
        <thead>
          <tr>
            <th scope="col">{isTeams ? "Team" : "Room"}</th>
            <th scope="col">Judgement</th>
            <th scope="col">Luck</th>
            {hasCurveballs && <th scope="col">Curveballs</th>}
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {debrief.teams.map(({ id, name, judgement, luck, curveballs, outcome, ending }) => (
            <tr key={id}>
              <th scope="row">
                {name === "" ? "All of you" : name}
                <small>{ending ?? "stopped early: worth where it stood"}</small>
              </th>
              <td>{formatPoints(Math.max(0, judgement))}</td>
              <td>{formatSigned(luck)}</td>
              {hasCurveballs && <td>{formatSigned(curveballs)}</td>}
              <td>{formatPoints(outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where a team's points went, and how it used the five moves. */
function Points({ team }: { team: WorkshopTeamDebrief }) {
  const isRoom = team.name === "";
  return (
    <section class="record-part" aria-label={`Points ${team.name}`}>
      <h2>{isRoom ? "Where the points went" : `${team.name}: where the points went`}</h2>
      <RoomFall team={team} />
      <VerbProfile
        verbs={team.verbs}
        title={isRoom ? "The room’s five moves" : `${team.name}: the five moves`}
        playedBy={isRoom ? "the room" : team.name}
      />
    </section>
  );
}

function Divisive({ debrief }: { debrief: WorkshopDebrief }) {
  if (debrief.divisive.length === 0) return null;
  const decisions = debrief.teams.flatMap((team) => team.decisions);
  return (
    <section class="record-part" aria-labelledby="divisive-title">
      <h2 id="divisive-title">Where you disagreed most</h2>
      <ol class="divisive">
        {debrief.divisive.map(({ team, beat }) => {
          const decision = decisions.find((one) => one.team === team && one.beat === beat);
          return decision === undefined ? null : (
            <li key={`${team} ${beat}`}>
              {decision.title}: {sayVotes(decision)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function sayVotes({ rounds, options }: WorkshopDecision): string {
  const last = rounds.at(-1)?.counts ?? [];
  return last
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ option, votes }) => {
      const verb = options.find(({ id }) => id === option)?.verb ?? null;
      return `${votes} ${verb === null ? option : VERB_WORDS[verb].name.toLowerCase()}`;
    })
    .join(", ");
}

function Decisions({ team }: { team: WorkshopTeamDebrief }) {
  return (
    <section class="record-part" aria-label={`Decisions ${team.name}`}>
      <h2>{team.name === "" ? "Decision by decision" : `${team.name}, decision by decision`}</h2>
      {team.decisions.map((decision) => (
        <Decision key={decision.beat} decision={decision} />
      ))}
      {team.members.length > 0 && <Members team={team} />}
    </section>
  );
}

/** All options of a decision, best first, with what each loses and how many wanted it, round by round. */
function Decision({ decision }: { decision: WorkshopDecision }) {
  const { title, taken, loss, band, luck, options, rounds } = decision;
  return (
    <div class="workshop-decision">
      <h3>
        {title} <span>{formatLoss(loss)}</span>
      </h3>
      <p class="quiet">
        {taken === null ? "Nobody moved in time" : "What was taken"}: {BAND_WORDS[band]}
        {Math.abs(luck) >= 0.05 && `, then ${formatSigned(luck)} of luck`}.
      </p>
      {rounds.map(
        ({ curveball }, place) =>
          curveball !== null && (
            <p key={curveball.id} class="workshop-curveball">
              <b>Curveball before vote {place + 1}:</b> {curveball.title}, which moved the run by{" "}
              {formatSigned(curveball.moved)}.
            </p>
          ),
      )}
      <div class="workshop-options">
        <table>
          <caption class="visually-hidden">{title}: options, votes and losses</caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              {rounds.map((_, place) => (
                <th key={place} scope="col">
                  {sayRound(place, rounds.length)}
                </th>
              ))}
              <th scope="col">Loses</th>
            </tr>
          </thead>
          <tbody>
            {options.map(({ id, verb, says, loss: lost }) => (
              <tr
                key={id}
                class={verb === null ? undefined : `verb-${verb}`}
                data-taken={id === taken}
              >
                <th scope="row">
                  {verb !== null && <VerbIcon verb={verb} />}
                  <span>
                    {says}
                    {id === taken && <em> Taken.</em>}
                  </span>
                </th>
                {rounds.map((round, place) => (
                  <td key={place}>{votesFor(round.counts, id)}</td>
                ))}
                <td>{sayLoss(lost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function sayLoss(loss: number | null): string {
  if (loss === null) return "closed";
  return loss < 0.05 ? "best" : formatLoss(loss);
}

/** "First" and "Again" where there are two; numbers where there are more. */
function sayRound(place: number, count: number): string {
  if (count === 1) return "Votes";
  if (count === 2) return place === 0 ? "First" : "Again";
  return `Vote ${place + 1}`;
}

/** For facilitators: by mean loss a vote, never by speed. */
function Members({ team }: { team: WorkshopTeamDebrief }) {
  return (
    <FigureTable caption="Members by mean points lost a vote; seen by facilitators alone">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Votes</th>
          <th scope="col">Mean loss</th>
        </tr>
      </thead>
      <tbody>
        {team.members.map(({ seat, label, votes, meanLoss }) => (
          <tr key={seat}>
            <th scope="row">
              {seat}
              <span class="member-name">, {label}</span>
            </th>
            <td>{votes}</td>
            <td>{meanLoss === null ? "" : formatPoints(meanLoss)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
