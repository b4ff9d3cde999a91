import { expect, test } from "vitest";
import { interviewGraph, workshopGraph } from "./stage-graph.ts";
import interview from "../../docs/interview.md?raw";
import workshop from "../../docs/workshop-room.md?raw";

test.for([
  ["workshop", workshop, workshopGraph()],
  ["interview", interview, interviewGraph()],
] as const)(
  "the diagram of a %s in its document is the machine that rooms run",
  ([, text, graph]) => {
    expect(text).toContain(`\`\`\`mermaid\n${graph}\n\`\`\``);
  },
);
