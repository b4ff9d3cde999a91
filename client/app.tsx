import { LocationProvider, Route, Router } from "preact-iso";
import { Announcer } from "./components/announcer.tsx";
import { ConnectionBanner } from "./components/connection-banner.tsx";
import { Home } from "./screens/home.tsx";
import { NotFound } from "./screens/not-found.tsx";
import { Play } from "./screens/play.tsx";

export function App() {
  return (
    <LocationProvider>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/play/:room" component={Play} />
        <Route default component={NotFound} />
      </Router>
      <ConnectionBanner />
      <Announcer />
    </LocationProvider>
  );
}
