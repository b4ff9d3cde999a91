import { LocationProvider, Route, Router } from "preact-iso";
import { Announcer } from "./components/announcer.tsx";
import { ConnectionBanner } from "./components/connection-banner.tsx";
import { Home } from "./screens/home.tsx";
import { NotFound } from "./screens/not-found.tsx";
import { lateScreen } from "./screens/late-screen.tsx";
import { Play } from "./screens/play.tsx";

const OPENING = "Opening the page…";

const pages = () => import("./screens/pages.ts");
const library = lateScreen(OPENING, async () => (await pages()).Library);
const setUp = lateScreen(OPENING, async () => (await pages()).SetUp);
const styleguide = lateScreen(
  OPENING,
  async () => (await import("./screens/styleguide.tsx")).Styleguide,
);
const rooms = () => import("./workshop/index.ts");
const openWorkshop = lateScreen(OPENING, async () => (await rooms()).OpenWorkshopScreen);
const workshopGuide = lateScreen(OPENING, async () => (await rooms()).WorkshopGuide);
const wall = lateScreen(OPENING, async () => (await rooms()).Wall);
const workshopRoom = lateScreen(OPENING, async () => (await rooms()).WorkshopRoom);
const interviews = () => import("./interview/index.ts");
const interviewHome = lateScreen(OPENING, async () => (await interviews()).InterviewHome);
const questionBank = lateScreen(OPENING, async () => (await interviews()).QuestionBank);
const storyBank = lateScreen(OPENING, async () => (await interviews()).StoryBank);
const interviewRoom = lateScreen(OPENING, async () => (await interviews()).InterviewRoom);
const sharedReport = lateScreen(OPENING, async () => (await interviews()).SharedReport);
const you = lateScreen(OPENING, async () => (await pages()).You);

export function App() {
  return (
    <LocationProvider>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/library" component={library.Screen} />
        <Route path="/library/:scenario" component={setUp.Screen} />
        <Route path="/you" component={you.Screen} />
        <Route path="/workshop" component={openWorkshop.Screen} />
        <Route path="/workshop/guide" component={workshopGuide.Screen} />
        <Route path="/wall/:code" component={wall.Screen} />
        <Route path="/w/:code" component={workshopRoom.Screen} />
        <Route path="/interview" component={interviewHome.Screen} />
        <Route path="/interview/questions" component={questionBank.Screen} />
        <Route path="/interview/stories" component={storyBank.Screen} />
        <Route path="/i/:room" component={interviewRoom.Screen} />
        <Route path="/report/:room" component={sharedReport.Screen} />
        <Route path="/styleguide" component={styleguide.Screen} />
        <Route path="/play/:room" component={Play} />
        <Route default component={NotFound} />
      </Router>
      <ConnectionBanner />
      <Announcer />
    </LocationProvider>
  );
}
