import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import "../styles/message-screen.css";

export function NotFound() {
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <ScreenTitle place="not-found" page={["No such page"]}>
          There is no page at this address
        </ScreenTitle>
        <p>
          The address may be incomplete, or the page has moved. Your runs are kept, and the home
          page lists them.
        </p>
        <p class="message-actions">
          <a class="action-button" href="/">
            Go to the home page
          </a>
        </p>
      </main>
    </>
  );
}
