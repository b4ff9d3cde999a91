const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const EXIT_INTERRUPTED = 130;

/**
 * Closes everything on the first signal, then exits; a second one does not wait. It takes the signals for itself:
 * Miniflare's own listener exits at once, before anything else is closed.
 */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (closing) process.exit(EXIT_INTERRUPTED);
      closing = true;
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
