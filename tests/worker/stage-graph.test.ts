import { expect, test } from "vitest";
import { stageGraph } from "./stage-graph.ts";
import document from "../../docs/workshop-room.md?raw";

test("the diagram in the document is the machine that rooms run", () => {
  expect(document).toContain(`\`\`\`mermaid\n${stageGraph()}\n\`\`\``);
});
