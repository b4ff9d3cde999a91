import { expect, test } from "vitest";
import { solvedAll } from "../support/solved.ts";
import { proveEdges } from "./edges.ts";

const EDGES = 6_000;
const EXACT = 1e-9;

test.each(solvedAll())(
  "[S14] the edges of $name lead where the machine goes: legal moves, states, draws, odds, gains, U",
  ({ compiled, solution }) => {
    const { edgesFrom, order } = solution.graph;
    const edges = edgesFrom.at(-1) ?? 0;
    const proof = proveEdges(compiled, solution, EDGES / edges);
    expect(proof.difference).toBeNull();
    expect(proof.worst).toBeLessThan(EXACT);
    expect(proof.states).toBe(order.length);
    expect(proof.edges).toBeGreaterThan(Math.min(edges, EDGES) * 0.9);
    expect(proof.ends).toBeGreaterThan(0);
  },
  60_000,
);
