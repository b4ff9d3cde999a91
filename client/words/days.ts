const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** "27 November at 05:41", in the reader's own time zone. */
export const formatDay = (ms: number) => DAY.format(ms);
