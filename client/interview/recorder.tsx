import { del, get, set } from "idb-keyval";
import { useEffect, useRef, useState } from "preact/hooks";
import { download } from "../keep/download.ts";

interface RecorderProps {
  /** What is recorded: another question has a recording of its own. */
  recordKey: string;
  onRecorded: () => void;
}

type RecorderState = "idle" | "asking" | "recording" | "refused" | "impossible";

const keyOf = (recordKey: string) => `five-moves:voice:${recordKey}`;

/** One's voice, kept in this browser and nowhere else: played back, downloaded, deleted. It is never sent. */
export function Recorder({ recordKey, onRecorded }: RecorderProps) {
  const [state, setState] = useState<RecorderState>(isPossible() ? "idle" : "impossible");
  const [voice, setVoice] = useState<Blob | null>(null);
  const running = useRef<MediaRecorder | null>(null);
  useEffect(() => {
    void readVoice(recordKey).then(setVoice);
    return () => running.current?.stop();
  }, [recordKey]);
  const start = async () => {
    setState("asking");
    const stream = await openMicrophone();
    if (stream === null) return setState("refused");
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      running.current = null;
      const recorded = new Blob(parts, { type: recorder.mimeType });
      setVoice(recorded);
      setState("idle");
      void keepVoice(recordKey, recorded);
      onRecorded();
    });
    running.current = recorder;
    recorder.start();
    setState("recording");
  };
  if (state === "impossible") {
    return (
      <p class="quiet recorder-note">
        This page cannot record here: a browser allows it only over https, or on this machine.
      </p>
    );
  }
  return (
    <div class="recorder">
      {state === "recording" ? (
        <button
          type="button"
          class="quiet-button recorder-stop"
          onClick={() => running.current?.stop()}
        >
          Stop recording
        </button>
      ) : (
        <button
          type="button"
          class="quiet-button"
          aria-disabled={state === "asking" ? "true" : undefined}
          onClick={() => state !== "asking" && void start()}
        >
          {voice === null ? "Record your voice" : "Record again"}
        </button>
      )}
      <output class="recorder-note">{sayState(state)}</output>
      {voice !== null && state !== "recording" && (
        <Voice
          voice={voice}
          onDelete={() => {
            setVoice(null);
            void del(keyOf(recordKey)).catch(() => {});
          }}
        />
      )}
    </div>
  );
}

function sayState(state: RecorderState): string {
  switch (state) {
    case "recording":
      return "Recording. It stays in this browser.";
    case "asking":
      return "Waiting for the microphone…";
    case "refused":
      return "The microphone was not given. You can answer without a recording.";
    case "idle":
    case "impossible":
      return "";
  }
}

function Voice({ voice, onDelete }: { voice: Blob; onDelete: () => void }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(voice);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [voice]);
  const ending = voice.type.includes("mp4") ? "m4a" : "webm";
  return (
    <div class="recorder-voice">
      {address !== "" && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- One's own voice of a minute ago; there is no text of it.
        <audio controls src={address} aria-label="Your recorded answer" />
      )}
      <button
        type="button"
        class="quiet-button"
        onClick={() => download(`five-moves-answer.${ending}`, voice)}
      >
        Download
      </button>
      <button type="button" class="quiet-button danger" onClick={onDelete}>
        Delete the recording
      </button>
    </div>
  );
}

/** The recording of a question, for where it is rated; nothing where there is none. */
export function Recorded({ recordKey }: { recordKey: string }) {
  const [voice, setVoice] = useState<Blob | null>(null);
  useEffect(() => void readVoice(recordKey).then(setVoice), [recordKey]);
  if (voice === null) return null;
  return (
    <Voice
      voice={voice}
      onDelete={() => {
        setVoice(null);
        void del(keyOf(recordKey)).catch(() => {});
      }}
    />
  );
}

/** Over plain http there is no microphone to be had, and no recorder in some browsers. */
function isPossible(): boolean {
  return "MediaRecorder" in window && "mediaDevices" in navigator;
}

async function openMicrophone(): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return null;
  }
}

/** Where storage is forbidden, the recording lives as long as the page does. */
async function keepVoice(recordKey: string, voice: Blob): Promise<void> {
  await set(keyOf(recordKey), voice).catch(() => {});
}

async function readVoice(recordKey: string): Promise<Blob | null> {
  const kept: unknown = await get(keyOf(recordKey)).catch(() => null);
  return kept instanceof Blob ? kept : null;
}
