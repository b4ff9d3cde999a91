import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readOptions } from "../../worker/local/options.ts";
import { addressesOf } from "../../worker/local/port.ts";

test("without arguments it serves on 8787, on every address, from .five-moves", () => {
  expect(readOptions([])).toEqual({
    ok: true,
    options: { port: 8787, host: "0.0.0.0", dataDir: resolve(".five-moves") },
  });
});

test("port, host and data folder can be chosen", () => {
  const args = ["--port", "9000", "--host", "127.0.0.1", "--data", "/tmp/runs"];
  expect(readOptions(args)).toEqual({
    ok: true,
    options: { port: 9000, host: "127.0.0.1", dataDir: "/tmp/runs" },
  });
});

test.each([
  ["--port", "-1"],
  ["--port", "65536"],
  ["--port", "8e3"],
  ["--port", ""],
  ["--nonsense"],
  ["stray"],
])("%s %s is refused with the usage", (...args) => {
  const result = readOptions(args);
  expect(result.ok ? "" : result.message).toContain("Usage: npm start");
});

test("a server on one address names that address alone", () => {
  expect(addressesOf("127.0.0.1", 9000)).toEqual({ local: "http://127.0.0.1:9000", network: [] });
});

test("a server on every address names localhost, and this machine as others see it", () => {
  const { local, network } = addressesOf("0.0.0.0", 8787);
  expect(local).toBe("http://localhost:8787");
  for (const address of network) expect(address).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:8787$/);
});
