/** Asks the program in this container: health.mjs /livez | /readyz. Ends with 0 if it answers 200. */
const PATIENCE_MS = 4_000;

const [path = '/livez'] = process.argv.slice(2);
const { status } = await fetch(`http://127.0.0.1:${process.env.PORT ?? '3000'}${path}`, {
  signal: AbortSignal.timeout(PATIENCE_MS),
});
process.exitCode = status === 200 ? 0 : 1;
