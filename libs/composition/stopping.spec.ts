import { Stopping } from './stopping';

describe('stopping', () => {
  it('ends each part before those that it rests on, once', async () => {
    const stopping = new Stopping();
    const ended: string[] = [];
    for (const part of ['store', 'service', 'server']) {
      stopping.by(async () => {
        await Promise.resolve();
        ended.push(part);
      });
    }
    await stopping.stop();
    await stopping.stop();

    expect(ended).toEqual(['server', 'service', 'store']);
  });

  it('goes on when a part cannot be ended, and says so at the end', async () => {
    const stopping = new Stopping();
    const ended: string[] = [];
    stopping.by(() => {
      ended.push('store');
    });
    stopping.by(() => Promise.reject(new Error('the server hangs')));

    await expect(stopping.stop()).rejects.toThrow('the server hangs');
    expect(ended).toEqual(['store']);
  });
});
