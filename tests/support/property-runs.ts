import { configureGlobal, readConfigureGlobal } from "fast-check";

// `npm run test:full` sets FC_RUNS: every property is then tried as often.
if (process.env.FC_RUNS) configureGlobal({ ...readConfigureGlobal(), numRuns: Number(process.env.FC_RUNS) });
