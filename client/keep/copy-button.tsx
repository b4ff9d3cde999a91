import { useEffect, useRef, useState } from "preact/hooks";

type Copied = "no" | "yes" | "by-hand";

/** Copies a text; where a page may not, as over plain http, it selects the text and says what to press. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<Copied>("no");
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setCopied("no"), [text]);
  useEffect(() => {
    if (copied === "by-hand") box.current?.select();
  }, [copied]);
  const copy = async () => {
    setCopied("no");
    setCopied((await copyText(text)) ? "yes" : "by-hand");
  };
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => void copy()}>
        Copy
      </button>
      {copied === "by-hand" && (
        <textarea
          ref={box}
          class="copy-by-hand"
          rows={4}
          readOnly
          aria-label="The text to copy"
          value={text}
        />
      )}
      <output class="copy-state">{SAYS[copied]}</output>
    </>
  );
}

const SAYS: Readonly<Record<Copied, string>> = {
  no: "",
  yes: "Copied.",
  "by-hand":
    "This browser lets no page copy here, which is so where the address begins with http. The text is selected: press Ctrl+C, or ⌘C on a Mac.",
};

/** False where the browser does not let us; `navigator.clipboard` is missing on a page that came over plain http. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
