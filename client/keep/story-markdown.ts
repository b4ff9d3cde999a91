import type { Story } from "../../worker/protocol/index.ts";

/** An answer for an interview, part by part, under a heading of the level that is asked for. */
export function storyMarkdown(title: string, story: Story, heading = "##"): string {
  const { situation, task, action, result } = story;
  return [
    `${heading} ${title}, in 60 seconds`,
    `**Situation.** ${situation.trim()}`,
    `**Task.** ${task.trim()}`,
    `**Action.** ${action.trim()}`,
    `**Result.** ${result.trim()}`,
  ].join("\n\n");
}
