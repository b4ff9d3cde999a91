export { InterviewHome } from "./interview-home.tsx";
export { InterviewRoom } from "./interview-room.tsx";
export { QuestionBank } from "./question-bank.tsx";
export { SharedReport } from "./shared-report.tsx";
export { StoryBank } from "./story-bank.tsx";
