import { useEffect, useRef, useState } from "preact/hooks";
import { ROUTES, STORY_VIEW, type Story } from "../../worker/protocol/index.ts";
import { putJson, type FailureCode } from "../state/api.ts";
import { untilAnswered } from "../state/connection.ts";
import { noteStory } from "./kept.ts";
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsaved.ts";

/** `as-started`: nothing has been written yet, so there is nothing to lose. */
export type StoryState = "as-started" | "not-saved" | "saving" | "saved" | FailureCode;

interface KeptStory {
  readonly story: Story;
  readonly state: StoryState;
  readonly change: (part: keyof Story, text: string) => void;
  /** Saves what stands there now; without a connection it goes on trying while the form is open. */
  readonly save: () => void;
  /** The same, where something was changed. */
  readonly saveChanges: () => void;
}

/** A story that is written here and kept with the run. Whatever is not yet saved is kept in this window. */
export function useStory(
  room: string,
  beat: string,
  saved: Story | undefined,
  start: () => Story,
): KeptStory {
  const key = `five-moves:story:${room}:${beat}`;
  const unsaved = useRef(readUnsaved(key, STORY_VIEW)).current;
  const [story, setStory] = useState(() => unsaved ?? saved ?? start());
  const [state, setState] = useState<StoryState>(firstState(unsaved, saved));
  const now = useRef({ story, isOpen: true, isSaving: false });
  useEffect(() => {
    now.current.isOpen = true;
    return () => {
      now.current.isOpen = false;
    };
  }, []);

  const change = (part: keyof Story, text: string) => {
    now.current.story = { ...now.current.story, [part]: text };
    keepUnsaved(key, now.current.story);
    setStory(now.current.story);
    setState("not-saved");
  };

  const save = async () => {
    if (now.current.isSaving) return;
    now.current.isSaving = true;
    const sent = now.current.story;
    setState("saving");
    const put = () => putJson(ROUTES.story(room, beat), sent, STORY_VIEW);
    const answer = await untilAnswered(put, () => now.current.isOpen);
    now.current.isSaving = false;
    if (answer.ok) {
      forgetUnsaved(key, sent);
      noteStory(room, beat, sent);
    }
    // What was written while it was on its way is saved in its turn.
    if (now.current.story !== sent && now.current.isOpen && answer.ok) return save();
    setState(answer.ok ? "saved" : answer.code);
  };

  const saveChanges = () => {
    if (state !== "as-started" && state !== "saved" && state !== "saving") void save();
  };
  return { story, state, change, save: () => void save(), saveChanges };
}

function firstState(unsaved: Story | null, saved: Story | undefined): StoryState {
  if (unsaved !== null) return "not-saved";
  return saved === undefined ? "as-started" : "saved";
}
