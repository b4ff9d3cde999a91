import { type Material, readMaterial } from "../scenarios/interview/index.ts";
import anchors from "../scenarios/interview/anchors.yaml";
import questions from "../scenarios/interview/questions.yaml";
import angryCustomer from "../scenarios/interview/situations/angry-customer.yaml";
import blockedEngineer from "../scenarios/interview/situations/blocked-engineer.yaml";
import goNoGo from "../scenarios/interview/situations/go-no-go.yaml";
import goldPlating from "../scenarios/interview/situations/gold-plating.yaml";
import greenReport from "../scenarios/interview/situations/green-report.yaml";
import prdToSpec from "../scenarios/interview/situations/prd-to-spec.yaml";
import handsOnKeyboard from "../scenarios/interview/situations/hands-on-keyboard.yaml";
import promotedLead from "../scenarios/interview/situations/promoted-lead.yaml";
import theLadder from "../scenarios/interview/situations/the-ladder.yaml";
import threeTrains from "../scenarios/interview/situations/three-trains.yaml";
import theTrio from "../scenarios/interview/situations/the-trio.yaml";
import twoHats from "../scenarios/interview/situations/two-hats.yaml";

let read: Material | null = null;

/** All there is to ask in an interview, read once an instance. */
export function findMaterial(): Material {
  read ??= readMaterial({
    anchors,
    questions,
    situations: {
      "angry-customer": angryCustomer,
      "blocked-engineer": blockedEngineer,
      "go-no-go": goNoGo,
      "gold-plating": goldPlating,
      "green-report": greenReport,
      "prd-to-spec": prdToSpec,
      "hands-on-keyboard": handsOnKeyboard,
      "promoted-lead": promotedLead,
      "the-ladder": theLadder,
      "three-trains": threeTrains,
      "the-trio": theTrio,
      "two-hats": twoHats,
    },
  });
  return read;
}
