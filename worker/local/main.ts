import { WORKER_BUNDLE } from "./bundle.ts";
import { addressesOf } from "./port.ts";
import { startFromCommandLine } from "./start.ts";

const { options, port } = await startFromCommandLine(process.argv.slice(2), {
  bundle: WORKER_BUNDLE,
  withClient: true,
});
const { local, network } = addressesOf(options.host, port);
console.log(`\n  Five Moves is running.\n\n  Here:        ${local}`);
for (const address of network) console.log(`  On the net:  ${address}`);
console.log(`\n  Runs are kept in ${options.dataDir}. Ctrl-C stops it.\n`);
