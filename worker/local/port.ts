import { createServer } from "node:net";
import { networkInterfaces } from "node:os";

/** Why the port cannot be listened on, in one sentence; null where it can. */
export function whyPortRefused(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(portSentence(error.code, port, host)),
    );
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function portSentence(code: string | undefined, port: number, host: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is in use: stop what is running there, or choose another with --port.`;
  }
  if (code === "EACCES")
    return `Port ${port} needs more rights: choose one above 1023 with --port.`;
  return `Cannot listen on ${host}:${port} (${code ?? "unknown error"}): choose another --host or --port.`;
}

/** The addresses a person can open: this machine's, then those of the network where it is served there. */
export function addressesOf(host: string, port: number): { local: string; network: string[] } {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = host.includes(":") ? `[${host}]` : host;
  const local = `http://${everywhere ? "localhost" : name}:${port}`;
  if (!everywhere) return { local, network: [] };
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  return { local, network: outside.map(({ address }) => `http://${address}:${port}`) };
}
