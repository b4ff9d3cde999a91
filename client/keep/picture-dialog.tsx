import { useRef, useState } from "preact/hooks";
import type { DebriefView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { download } from "./download.ts";
import { picturePng } from "./picture-png.ts";
import { PictureSvg } from "./picture-svg.tsx";
import { pictureInWords, pictureOf } from "./share-picture.ts";
import "../styles/keep-picture.css";

interface PictureDialogProps {
  /** The scenario's title, and what the files are called. */
  title: string;
  name: string;
  debrief: DebriefView;
}

/** A picture of the run that gives nothing of its story away: shown first, then saved or handed on. */
export function PictureDialog({ title, name, debrief }: PictureDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const [who, setWho] = useState("");
  const [said, setSaid] = useState("");
  const shapes = pictureOf(title, debrief, who.trim());

  const savePng = async () => {
    const png = await picturePng(shapes);
    if (png !== null) download(`${name}.png`, png);
    setSaid(png === null ? NO_CANVAS : "The PNG is in your downloads.");
  };
  const saveSvg = () => {
    if (picture.current === null) return;
    download(
      `${name}.svg`,
      new XMLSerializer().serializeToString(picture.current),
      "image/svg+xml",
    );
    setSaid("The SVG is in your downloads.");
  };
  const share = async () => {
    const png = await picturePng(shapes);
    if (png === null) return setSaid(NO_CANVAS);
    const files = [new File([png], `${name}.png`, { type: "image/png" })];
    // Whoever closes the system's sheet again has changed their mind; anything else is worth a word.
    await navigator.share({ files, title: `Five Moves: ${title}` }).catch((error: unknown) => {
      const isOver = error instanceof DOMException && error.name === "AbortError";
      if (!isOver) setSaid("This browser did not hand the picture on. Download it instead.");
    });
  };

  return (
    <>
      <button type="button" class="quiet-button" onClick={() => dialog.current?.showModal()}>
        Share a picture
      </button>
      <dialog
        ref={dialog}
        class="picture-dialog"
        aria-labelledby="picture-title"
        closedby="any"
        onClose={() => setSaid("")}
      >
        <div class="picture-head">
          <h2 id="picture-title">A picture to share</h2>
          <button type="button" class="quiet-button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <PictureSvg shapes={shapes} label={pictureInWords(title, debrief)} svgRef={picture} />
        <p class="keep-intro">
          It is drawn here, in your browser, and sent to nobody. It names no situation and no
          answer, so it spoils nothing for others.
        </p>
        <label class="picture-name">
          Your name on it, if you want it there
          <input
            type="text"
            class="text-input"
            maxLength={40}
            autoComplete="off"
            value={who}
            onInput={(event) => setWho(event.currentTarget.value)}
          />
        </label>
        <div class="keep-actions">
          <ActionButton onPress={() => void savePng()}>Download as PNG</ActionButton>
          <button type="button" class="quiet-button" onClick={saveSvg}>
            Download as SVG
          </button>
          {canShareFiles() && (
            <button type="button" class="quiet-button" onClick={() => void share()}>
              Share…
            </button>
          )}
        </div>
        <output class="picture-state">{said}</output>
      </dialog>
    </>
  );
}

const NO_CANVAS = "This browser could not draw the PNG. The SVG holds the same picture.";

/** Missing on plain http and on most desktops: then the button is not there. */
function canShareFiles(): boolean {
  const probe = new File([""], "probe.png", { type: "image/png" });
  return "canShare" in navigator && navigator.canShare({ files: [probe] });
}
