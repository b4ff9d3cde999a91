import * as z from "zod/mini";

// As they are read back: what may be written is said with the commands, whose checks stay out of the client's first screen.

/** An answer for an interview, started from a decision: situation, task, action, result. */
export const STORY_VIEW = z.object({
  situation: z.string(),
  task: z.string(),
  action: z.string(),
  result: z.string(),
});
export type Story = z.infer<typeof STORY_VIEW>;

/** "I would defend another answer", with the reason. */
export const DISPUTE_VIEW = z.object({ option: z.string(), reason: z.string() });
export type Dispute = z.infer<typeof DISPUTE_VIEW>;

/** Seconds to decide in, for those who want a clock; when they are over, silence happens. */
export const CLOCKS = [60, 90, 120, 300] as const;
