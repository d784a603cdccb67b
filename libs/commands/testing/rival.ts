import type { EventLog } from '#event-log';

/** A log into which another writer gets in between the loading of a stream and the append to it. */
export function withRival(
  log: EventLog,
  rival: (stream: string, attempt: number) => Promise<void>,
): EventLog {
  let attempt = 0;
  const append: EventLog['append'] = async (stream, expected, events) => {
    attempt += 1;
    await rival(stream, attempt);
    return log.append(stream, expected, events);
  };
  return new Proxy(log, {
    get: (target, name) => {
      if (name === 'append') return append;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
