import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsInvalid } from '.';

describe('settings', () => {
  it('have the documented defaults', () => {
    expect(readSettings({}, [])).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      ledger: { intervalMs: 10_000, isPublic: false, witnesses: [] },
      accessRecords: { days: 3_650 },
      keysDir: 'data/keys',
      localOperator: true,
      tokenMaxAgeSeconds: 34_560_000,
      commandTimeoutMs: 10_000,
      feedHeartbeatMs: 15_000,
      webSocketOperations: 50,
      webSocketConnections: 20,
      eventLogUrl: 'sqlite:data/log.db',
      readModelsUrl: 'sqlite:data/views.db',
      projections: true,
      dueDates: true,
      limits: {
        valuesPerMinute: 10_000_000,
        trustedProxies: [],
        operationTimeoutMs: 60_000,
        requestTimeoutMs: 120_000,
        connections: 5_000,
        connectionsPerAddress: 500,
      },
      webhooks: {
        retriesMs: [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map(
          (seconds) => seconds * 1_000,
        ),
        allowHttp: false,
        allowedHosts: [],
      },
      logLevel: 'info',
      sample: true,
    });
  });

  it('say what may be asked for, and whose word on addresses is taken', () => {
    const given = { RATE_LIMIT: 'off', TRUSTED_PROXIES: '10.0.0.7, fd00::/8', CONNECTIONS: '20' };
    const { limits } = readSettings(given, ['--operation-timeout', '2m']);

    expect(limits).toEqual({
      trustedProxies: ['10.0.0.7', 'fd00::/8'],
      operationTimeoutMs: 120_000,
      requestTimeoutMs: 120_000,
      connections: 20,
      connectionsPerAddress: 500,
    });
  });

  it.each<[Readonly<Record<string, string>>, readonly string[], boolean]>([
    [{}, [], true],
    [{}, ['--empty'], false],
    [{ EVENT_LOG_URL: 'esdb://store:2113' }, [], false],
    [{ EVENT_LOG_URL: 'sqlite:/srv/log.db' }, [], false],
    [{ EVENT_LOG_URL: 'esdb://store:2113' }, ['--sample'], true],
  ])(
    'give a sample year to the embedded log, to one that was named only if told: %p %p',
    (environment, flags, sample) => {
      expect(readSettings(environment, flags)).toMatchObject({ sample });
    },
  );

  it('say where webhooks may lead to, and when they are tried again', () => {
    const { webhooks } = readSettings(
      {
        WEBHOOK_RETRIES: '1s, 2m,3h',
        WEBHOOK_ALLOW_HOSTS: 'register.office, 10.1.0.0/16,fd00::1',
        WEBHOOK_ALLOW_HTTP: 'on',
      },
      [],
    );
    expect(webhooks).toEqual({
      retriesMs: [1_000, 120_000, 10_800_000],
      allowHttp: true,
      allowedHosts: ['register.office', '10.1.0.0/16', 'fd00::1'],
    });
  });

  it.each([
    ['WEBHOOK_RETRIES', '5s,,1h'],
    ['WEBHOOK_RETRIES', '5'],
    ['WEBHOOK_ALLOW_HOSTS', '10.1.0.0/33'],
    ['WEBHOOK_ALLOW_HOSTS', '300.1.1.1'],
    ['WEBHOOK_ALLOW_HOSTS', 'a b'],
    ['WEBHOOK_ALLOW_HTTP', 'yes'],
  ])(
    'are refused where they say nothing about webhooks that can be understood: %s %j',
    (variable, value) => {
      expect(() => readSettings({ [variable]: value }, [])).toThrow(SettingsInvalid);
    },
  );

  it.each([
    ['HOST', 'a\u001b[31m'],
    ['HOST', 'localhost\n'],
    ['DATA_DIR', '/srv/\u009b2J'],
    ['KEYS_DIR', '/srv/\r'],
    ['EVENT_LOG_URL', 'sqlite:log\u0000.db'],
    ['READ_MODELS_URL', 'sqlite:views\u001b.db'],
    ['PORT', '80\n'],
  ])('have no control characters: %s %j', (variable, value) => {
    expect(() => readSettings({ [variable]: value }, [])).toThrow(SettingsInvalid);
  });

  it('cannot ask for a sample and for none', () => {
    expect(() => readSettings({}, ['--empty', '--sample'])).toThrow(SettingsInvalid);
  });

  it('keep the stores in the data folder unless told otherwise', () => {
    const settings = readSettings(
      { DATA_DIR: '/srv/four-good', READ_MODELS_URL: 'sqlite:v.db' },
      [],
    );

    expect(settings.eventLogUrl).toBe('sqlite:/srv/four-good/log.db');
    expect(settings.readModelsUrl).toBe('sqlite:v.db');
    expect(settings.keysDir).toBe('/srv/four-good/keys');
  });

  it('keep the keys elsewhere when told, so that several services can share them', () => {
    const settings = readSettings({ DATA_DIR: '/srv/four-good', KEYS_DIR: '/srv/keys' }, []);

    expect(settings.keysDir).toBe('/srv/keys');
  });

  it('let an operation take longer than the command in it', () => {
    const { limits } = readSettings({ COMMAND_TIMEOUT: '100' }, []);

    expect(limits.operationTimeoutMs).toBe(110_000);
  });

  it('let flags win over the environment', () => {
    const settings = readSettings({ PORT: '4000' }, ['--port', '5000', '--empty']);

    expect(settings).toMatchObject({ port: 5000, sample: false });
  });

  it('take an empty variable as not set', () => {
    expect(readSettings({ PORT: '' }, []).port).toBe(3000);
  });

  it('take credentials of a store from the environment, never from the command line', () => {
    const given = { READ_MODELS_USER: 'views', READ_MODELS_PASSWORD: 'secret' };

    expect(readSettings(given, [])).toMatchObject({
      readModelsUser: 'views',
      readModelsPassword: 'secret',
    });
    expect(() => readSettings({}, ['--read-models-password', 'secret'])).toThrow(SettingsInvalid);
  });

  it('take the user of the event store from the environment', () => {
    const environment = { EVENT_LOG_USER: 'office', EVENT_LOG_PASSWORD: 'secret' };

    expect(readSettings(environment, []).eventLogUser).toEqual({
      user: 'office',
      password: 'secret',
    });
    expect(readSettings({}, [])).not.toHaveProperty('eventLogUser');
    expect(() => readSettings({ EVENT_LOG_USER: 'office' }, [])).toThrow(
      new SettingsInvalid('EVENT_LOG_PASSWORD', 'must be given with EVENT_LOG_USER'),
    );
  });

  describe('take a password from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    const path = join(folder, 'password');
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('without the end of its line', () => {
      writeFileSync(path, ' p@ss word \n');
      const files = { EVENT_LOG_PASSWORD_FILE: path, READ_MODELS_PASSWORD_FILE: path };
      const settings = readSettings({ ...files, EVENT_LOG_USER: 'office' }, []);

      expect(settings.eventLogUser).toEqual({ user: 'office', password: ' p@ss word ' });
      expect(settings.readModelsPassword).toBe(' p@ss word ');
    });

    it.each(['EVENT_LOG_PASSWORD', 'READ_MODELS_PASSWORD'])(
      'not besides %s, not when it is empty, and not when it is not there',
      (variable) => {
        const file = `${variable}_FILE`;
        const user = variable.replace('PASSWORD', 'USER');
        const read = (environment: Record<string, string>) => () =>
          readSettings({ ...environment, [user]: 'office' }, []);
        writeFileSync(path, '\n');

        expect(read({ [file]: path, [variable]: 'secret' })).toThrow(
          new SettingsInvalid(file, `must not be given with ${variable}`),
        );
        expect(read({ [file]: path })).toThrow(new SettingsInvalid(file, 'names an empty file'));
        expect(read({ [file]: join(folder, 'absent') })).toThrow(
          /_PASSWORD_FILE: cannot be read: .*ENOENT/,
        );
      },
    );
  });

  it.each([
    ['PORT', '70000', 'must be a number from 0 to 65535'],
    ['PORT', '-1', 'must be a number from 0 to 65535'],
    ['HOST', 'not a host', 'must be an address or a name'],
    ['PROJECTIONS', 'no', 'must be on or off'],
    ['LOCAL_OPERATOR', 'no', 'must be on or off'],
    ['TOKEN_MAX_AGE', '400', 'must be a number with a unit, as 12h or 400d'],
    [
      'OIDC_ISSUER',
      'http://id.example',
      'must be an https URL without a query (http on this machine)',
    ],
    ['DUE_DATES', 'yes', 'must be on or off'],
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'collector:4318',
      'must be an http or https URL, as http://collector:4318',
    ],
    ['RATE_LIMIT', '999', 'must be a number of values from 1000, or off'],
    ['RATE_LIMIT', 'on', 'must be a number of values from 1000, or off'],
    ['TRUSTED_PROXIES', 'nginx', 'must be addresses or networks, as 10.0.0.7,10.1.0.0/16'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'must be addresses or networks, as 10.0.0.7,10.1.0.0/16'],
    ['OPERATION_TIMEOUT', '60', 'must be a number with a unit, as 60s or 2m'],
    ['CONNECTIONS', '0', 'must be a number from 1 to 100000'],
    ['WEBSOCKET_OPERATIONS', '0', 'must be a number from 1 to 1000'],
    ['WEBSOCKET_CONNECTIONS', 'many', 'must be a number from 1 to 10000'],
    ['EVENT_LOG_URL', 'log.db', 'must be a URL with a scheme, as sqlite:data/log.db'],
  ])('refuse %s=%s with the name and the reason', (name, value, reason) => {
    expect(() => readSettings({ [name]: value }, [])).toThrow(new SettingsInvalid(name, reason));
  });

  it('name a provider together with what it calls this service', () => {
    const issuer = { OIDC_ISSUER: 'https://id.example/realm' };
    const audience = { OIDC_AUDIENCE: 'four-good' };

    expect(readSettings({ ...issuer, ...audience }, []).openId).toEqual({
      issuer: 'https://id.example/realm',
      audience: 'four-good',
    });
    expect(() => readSettings(issuer, [])).toThrow(
      new SettingsInvalid('OIDC_AUDIENCE', 'must be given with OIDC_ISSUER'),
    );
    expect(() => readSettings(audience, [])).toThrow(
      new SettingsInvalid('OIDC_ISSUER', 'must be given with OIDC_AUDIENCE'),
    );
  });

  it('refuse a flag that does not exist', () => {
    expect(() => readSettings({}, ['--prot', '4000'])).toThrow(SettingsInvalid);
  });
});
