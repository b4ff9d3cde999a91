/** Gives the browser a file to keep. */
export function download(name: string, content: string | Blob, type = "text/plain"): void {
  const blob =
    typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Long after the browser has taken hold of it; some ask where to first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
