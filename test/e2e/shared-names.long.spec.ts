import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, recordedEvents } from '../support';

type Tables = Readonly<Record<string, readonly string[]>>;

const ORGANISATIONS = 'id,kind,level,name,type,established_on,parent';
const PLEDGES = 'campaign,year,organisation,registered_on,signed_on,member,items';

function bundleIn(folder: string, tables: Tables): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of Object.entries(tables)) {
    writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
  return folder;
}

describe('an import whose ids look like parts of other names', () => {
  const installation = new Installation();

  beforeAll(async () => {
    const service = await installation.startWithSample();
    await service.stop();
  });

  afterAll(() => installation.remove());

  it.each<[string, Tables, number]>([
    [
      'an organisation and its member with one number both pledge',
      {
        organisations: [ORGANISATIONS, '1,SUBORDINATE_CELL,,Cell 1,neighbourhood,2005-06-01,ward'],
        members: ['id,organisation,admitted_on', '1,1,2000-01-01', '2,1,2000-01-01'],
        pledges: [
          PLEDGES,
          'four-good-2023-2025,2025,1,2025-01-10,2025-01-20,,A',
          'four-good-2023-2025,2025,1,2025-01-10,2025-01-20,1,B',
          'four-good-2023-2025,2025,1,2025-01-10,2025-01-20,2,C',
        ],
      },
      3,
    ],
    [
      'one campaign ends as the id of an organisation begins',
      {
        campaigns: [
          'id,framework,framework_version,root,launched_on,from_year,to_year,legal_basis',
          'bon-tot,an-giang-long-xuyen-my-long,1,city,2023-05-31,2023,2025,',
          'bon-tot-xa,an-giang-long-xuyen-my-long,1,city,2023-06-30,2023,2025,',
        ],
        organisations: [
          ORGANISATIONS,
          '10,SUBORDINATE_CELL,,Cell 10,neighbourhood,2005-06-01,ward',
          'xa-10,SUBORDINATE_CELL,,Cell xa 10,neighbourhood,2005-06-01,ward',
        ],
        pledges: [
          PLEDGES,
          'bon-tot-xa,2025,10,2025-01-10,2025-01-20,,A',
          'bon-tot,2025,xa-10,2025-01-11,2025-01-21,,B',
        ],
      },
      2,
    ],
  ])('records every pledge where %s', async (name, tables, pledges) => {
    const before = await recordedEvents(installation.dataDir);
    const imported = await installation.import(bundleIn(installation.path(name), tables));

    expect(imported).toMatchObject({
      code: 0,
      stdout: expect.not.stringMatching(/[1-9]\d* refused/),
    });
    const recorded = (await recordedEvents(installation.dataDir)).slice(before.length);
    const streams = recorded.flatMap(({ type, stream }) =>
      type === 'PledgeSigned' ? [stream] : [],
    );
    expect(new Set(streams).size).toBe(pledges);
  });
});
