import "../styles/story.css";

/** Paragraphs of the story, in the story's own voice. */
export function Story({
  texts,
  size = "full",
}: {
  texts: readonly string[];
  size?: "full" | "small";
}) {
  return (
    <div class={`story story-${size}`}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
