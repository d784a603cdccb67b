import type { FromParent, FromPart, Part } from './part';

/** Makes this process a part: opens it with the options given by the parent, then answers until it is closed. */
export function servePart<Options, Ready, Request, Answer>(
  open: (options: Options) => Promise<Part<Ready, Request, Answer>>,
): void {
  const { promise: given, resolve: opening } = Promise.withResolvers<Options>();
  const opened = given.then(open);
  process.on('disconnect', () => process.exit());
  process.on('message', (message: FromParent) => void handle(message));

  async function handle(message: FromParent): Promise<void> {
    // The parent types both ends.
    if (message.kind === 'open') opening(message.options as Options);
    await answering(async () => {
      const part = await opened;
      switch (message.kind) {
        case 'open':
          return part.ready;
        case 'ask':
          return part.ask(message.request as Request);
        case 'peakMemory':
          return process.resourceUsage().maxRSS * 1024;
        case 'close':
          await part.close?.();
          return undefined;
      }
    });
    if (message.kind === 'close') process.exit();
  }
}

async function answering(work: () => Promise<unknown>): Promise<void> {
  try {
    await say({ kind: 'answer', value: await work() });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await say({ kind: 'failed', reason });
  }
}

function say(message: FromPart): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve();
    });
  });
}
