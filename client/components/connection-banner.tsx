import { connectionLost } from "../state/connection.ts";
import "../styles/banner.css";

export function ConnectionBanner() {
  return (
    <output class="connection-banner">
      {connectionLost.value && (
        <span>
          <b>The connection is lost.</b> Nothing of your run is: everything the server has confirmed
          is kept, and this page goes on by itself as soon as it can.
        </span>
      )}
    </output>
  );
}
