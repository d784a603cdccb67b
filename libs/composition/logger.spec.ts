import { createLogger } from './logger';

describe('The log of the service', () => {
  it('says what it was given, in lines that no terminal obeys', () => {
    const lines: string[] = [];
    const logger = createLogger({ logLevel: 'info' }, { write: (line) => lines.push(line) });
    const agent = 'browser\u009b2J\u001b[31m\u202e\n';

    logger.info({ agent }, 'Request');

    expect(lines.join('')).toMatch(/^[^\p{Cc}\u202E]*\n$/u);
    expect(JSON.parse(lines.join(''))).toMatchObject({ agent, msg: 'Request' });
  });
});
