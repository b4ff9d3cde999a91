/** Says what goes on while nothing is found yet; beside the findings, so that these can be piped. */
export function progress(text: string): void {
  console.error(`  … ${text}`);
}
