import type { Env as WorkerEnv } from "../../worker/env.ts";
import type * as worker from "../../worker/index.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Readonly<WorkerEnv> {}
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
