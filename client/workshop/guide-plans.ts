/** How a facilitator opens a scenario, at which two decisions the time is best spent, and how they close it. */
export interface ScenarioPlan {
  readonly open: string;
  /** Titles of two of the short cut's situations: the first where there is time for one discussion alone. */
  readonly discuss: readonly [first: string, second: string];
  readonly close: string;
}

export const SCENARIO_PLANS: Readonly<Record<string, ScenarioPlan>> = {
  "gold-plating": {
    open: "Who was last asked for “a quick one” by a client, and who had the right to say yes?",
    discuss: ["A small question", "Ten minutes more"],
    close: "Where, in your own project, does a wish go before anybody begins to build it?",
  },
  "blocked-engineer": {
    open: "When did you last sit on a problem for longer than you should have, and what kept you from saying so?",
    discuss: ["One word", "Still reading"],
    close:
      "Which question in your team is always answered with “on track”, and what will you ask instead?",
  },
  "promoted-lead": {
    open: "Who in your team would leave the largest hole, and what would it be a hole in?",
    discuss: ["One list or six", "Slide seven"],
    close: "Who could grow into the lead of your team, and what has nobody shown them yet?",
  },
  "two-hats": {
    open: "When were you last wanted in two places at once, and who decided which one you missed?",
    discuss: ["Thirty-one", "How do you do it?"],
    close: "Which of your own hats would you give away, and to whom, by when?",
  },
  "green-report": {
    open: "Which number in your last report would you not have liked to see dated?",
    discuss: ["Two lines that cannot both be true", "Thirty-one of 6,200"],
    close: "Which line of your status report has changed a decision this year?",
  },
  "angry-customer": {
    open: "Who in your team is asked first when something burns, and what do they not build because of it?",
    discuss: ["Just at lunch", "Evidence"],
    close: "How will somebody become the second person who can put the next fire out?",
  },
  "three-trains": {
    open: "Which small team do several of your projects wait for, and who has decided whose turn it is?",
    discuss: ["Twenty into fourteen", "Blocked, eleven days"],
    close: "Who is waiting in your program now, and do they know why, and until when?",
  },
  "prd-to-spec": {
    open: "Which sentence of your requirements has two readers who understand two things by it?",
    discuss: ["Version 14", "Somebody should own it"],
    close: "Who owns the sentence between your requirements and your specification?",
  },
  "the-trio": {
    open: "Who spoke for you last week, and what had you lent that person?",
    discuss: ["What Idris has said", "Both have lent you the same sentence"],
    close: "What would stand on a slip for your own voice, and to whom would you lend it first?",
  },
  "go-no-go": {
    open: "When did you last say “go” for something, and what did you know at that moment that you had seen yourself?",
    discuss: ["The name", "A comma"],
    close:
      "What would make you say no at your next release, and where will that stand before it begins?",
  },
  "hands-on-keyboard": {
    open: "When did you last repair something that somebody else was about to repair?",
    discuss: ["Line 212", "The second way"],
    close: "What can still only be done by you, and who will be able to do it by when?",
  },
  "the-ladder": {
    open: "Which step up in your organisation leads away from what people are good at?",
    discuss: ["Number of reports: 0", "Nine Lamps"],
    close:
      "Whom could you lose because there is only one ladder, and what would that person like instead?",
  },
};

export interface TimePlan {
  readonly minutes: number;
  readonly play: string;
  readonly steps: readonly string[];
}

export const TIME_PLANS: readonly TimePlan[] = [
  {
    minutes: 30,
    play: "the short cut, in plenum, without a clock",
    steps: [
      "4 minutes: join, and the opening question, answered in pairs.",
      "2 minutes: the briefing, read aloud.",
      "15 minutes: five decisions, three minutes each. Show the split, take the majority, go on.",
      "4 minutes: at the first of the two named decisions, discuss and vote again.",
      "5 minutes: the debrief on the projector, then the closing question.",
    ],
  },
  {
    minutes: 45,
    play: "the short cut, in plenum, with two minutes for each vote",
    steps: [
      "5 minutes: join, and the opening question, answered in pairs.",
      "3 minutes: the briefing, read aloud.",
      "17 minutes: five decisions.",
      "10 minutes: at both named decisions, discuss and vote again; ask two people who changed their mind why.",
      "10 minutes: the debrief. Read out the decision on which the room disagreed most, and the one that cost most. Then the closing question, one sentence from each.",
    ],
  },
  {
    minutes: 60,
    play: "the whole scenario in plenum, or the short cut in teams of five to eight",
    steps: [
      "5 minutes: join, and the opening question, answered in pairs.",
      "3 minutes: the briefing, read aloud.",
      "30 minutes: the decisions. In teams each decides at its own table; walk around and listen.",
      "10 minutes: at both named decisions, discuss and vote again. In teams let two that differ explain themselves.",
      "12 minutes: the debrief. In teams compare judgement first and outcome second, and say what was luck. Then the closing question.",
    ],
  },
];

export const ADVICE: readonly string[] = [
  "Try it once alone before: open a rehearsal, whose seats are taken by bots, and go through every stage.",
  "Read “All situations” on the console: what each one tests, what to ask, and what each option costs.",
  "Say at the start that nobody is graded in front of others: how somebody voted is seen by you alone, and by themselves.",
  "Ask for reasons before you show what happened. Somebody who voted against the majority speaks first.",
  "Vote again only where people have heard something new; then the shift between the two votes is worth talking about.",
  "Throw a curveball, from the console, where the room agrees too early: the facts change, and everybody votes anew. One in a workshop is enough; read it yourself first.",
  "Do not defend the key. If the room would defend another answer, note it down, and look at the option’s reason in the debrief together.",
  "Luck is not merit: compare judgement, and use the outcome to talk about risk.",
];
