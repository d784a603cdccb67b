import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../support';

interface ComposedService {
  readonly image?: string;
  readonly build?: object;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
}

interface Composed {
  readonly services: Readonly<Record<string, ComposedService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const OURS = /^(api|projector)/;
const DOOR = /^(api|proxy)$/;
const EXACT_TAG = /:\d+\.\d+\.\d+[a-z0-9.-]*$/;
const PASSWORD = /PASSWORD(?!_FILE)/;

const read = (file: string): string => readFileSync(join(PROJECT, 'docker', file), 'utf8');

describe.each(['compose.yml', 'compose.cluster.yml'])('the containers of %s', (file) => {
  const composed = parse(read(file), { merge: true }) as Composed;
  const services = Object.entries(composed.services);
  const ours = services.filter(([name]) => OURS.test(name));
  const namesWhere = (isSo: (service: ComposedService, name: string) => boolean) =>
    services.filter(([name, service]) => isSo(service, name)).map(([name]) => name);

  it('have no rights they do not need', () => {
    const mayMore = namesWhere(
      ({ cap_drop: dropped, security_opt: options }) =>
        dropped?.includes('ALL') !== true || options?.includes('no-new-privileges:true') !== true,
    );

    expect(mayMore).toEqual([]);
    expect(ours.filter(([, service]) => service.read_only !== true)).toEqual([]);
  });

  it('are of exact versions', () => {
    const inexact = namesWhere(
      ({ image = '', build }) => build === undefined && !EXACT_TAG.test(image),
    );

    expect(inexact).toEqual([]);
  });

  it('say how they are, if they stay', () => {
    const silent = namesWhere(
      ({ build, restart, healthcheck }) =>
        // The image has a health check of its own.
        build === undefined && restart === 'unless-stopped' && healthcheck?.test === undefined,
    );

    expect(silent).toEqual([]);
  });

  it('are reached from outside by one door, on this machine, and the stores by none', () => {
    const published = services.filter(([, { ports = [] }]) => ports.length > 0);
    const onStores = ({ networks = [] }: ComposedService) => networks.includes('stores');

    expect(published.map(([name]) => name)).toEqual([expect.stringMatching(DOOR)]);
    expect(published.flatMap(([, { ports = [] }]) => ports)).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:/),
    ]);
    expect(composed.networks.stores).toEqual({ internal: true });
    expect(namesWhere((service) => onStores(service) && service.networks?.length === 1)).toEqual(
      expect.arrayContaining(
        namesWhere((_, name) => /^(eventstore-?\d?|mongodb-?\d?)$/.test(name)),
      ),
    );
  });

  it('start as the office means it: empty, and with one owner of the read models', () => {
    const apis = ours.filter(([name]) => name.startsWith('api'));

    for (const [, { environment, volumes }] of apis) {
      expect(environment).toMatchObject({
        PROJECTIONS: 'off',
        KEYS_DIR: '/var/lib/four-good-keys',
      });
      expect(volumes).toContain('keys:/var/lib/four-good-keys');
      // What was signed must not be forgotten when a container is made anew: it is in that store.
      expect(environment).toMatchObject({ READ_MODELS_URL: expect.stringMatching(/^mongodb:/) });
    }
    expect(read('Dockerfile')).toMatch(/^CMD .*"--empty"\]$/m);
    expect(read('Dockerfile')).toMatch(/LOCAL_OPERATOR=off/);
  });

  it('are given secrets as files outside of what is kept in the repository', () => {
    const told = services.flatMap(([, { environment = {} }]) =>
      Object.keys(environment).filter((variable) => PASSWORD.test(variable)),
    );

    expect(told).toEqual([]);
    for (const { file: path } of Object.values(composed.secrets)) {
      expect(path).toMatch(/^\.\/secrets\//);
    }
    expect(readFileSync(join(PROJECT, '.gitignore'), 'utf8')).toContain('docker/secrets/\n');
  });
});
