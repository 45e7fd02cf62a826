// What a command is doing, in lines a newcomer can follow: a spinner with seconds on a terminal, plain lines elsewhere.
const terminal = process.stdout.isTTY && !process.env.CI;
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** An error whose message says all there is to say: shown without a stack. */
export class Explained extends Error {}

/** Runs `work` under a label; `work` gets a function that shows what it is at. */
export async function step(label, work) {
  const started = Date.now();
  let detail = "";
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const draw = (mark) =>
    process.stdout.write(`\r\x1b[2K${`${mark} ${label}  ${seconds()}  ${detail}`.slice(0, (process.stdout.columns || 80) - 1)}`);
  let frame = 0;
  const spinner = terminal && setInterval(() => draw(FRAMES[frame++ % FRAMES.length]), 100);
  if (!terminal) console.log(`· ${label}`);
  const end = (mark) => {
    if (spinner) clearInterval(spinner);
    console.log(`${terminal ? "\r\x1b[2K" : ""}${mark} ${label}  ${seconds()}`);
  };
  try {
    const result = await work((text) => (detail = String(text).trim().split("\n").pop()));
    end("✔");
    return result;
  } catch (error) {
    end("✘");
    throw error;
  }
}

/** The last words of a command: an explained error as its text, a bug with its stack; exit code 1 either way. */
export function fail(error) {
  console.error(`\n${error instanceof Explained ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
