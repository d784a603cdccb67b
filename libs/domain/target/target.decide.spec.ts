import { established, given, on, someTree } from '../testing';

const ofYear = { organisation: 'k1', year: 2024 };
const target = {
  ...ofYear,
  code: 'T1',
  title: 'Households above the poverty line',
  unit: '%',
  assigned: '95.5',
  direction: 'AT_LEAST',
} as const;
const assigned = [...someTree(), on('2024-01-10', { type: 'TargetAssigned', data: target })];
const confirmed = [
  ...assigned,
  on('2024-12-05', {
    type: 'TargetResultConfirmed',
    data: { ...ofYear, code: 'T1', achieved: '96' },
  }),
];

describe('Assigning a target', () => {
  const assign = { type: 'AssignTarget', ...target } as const;

  it('fixes what is to be achieved', () => {
    given(...someTree())
      .when(assign)
      .then({ type: 'TargetAssigned', data: target });
  });

  it('takes one target of each code', () => {
    given(...assigned)
      .when(assign)
      .thenRefused('TARGET_ALREADY_ASSIGNED', { field: 'code', details: { code: 'T1' } });
    given(...assigned)
      .when({ ...assign, code: 'T2', assigned: '3', direction: 'AT_MOST' })
      .then({
        type: 'TargetAssigned',
        data: { ...target, code: 'T2', assigned: '3', direction: 'AT_MOST' },
      });
  });

  it('takes plain decimals only', () => {
    for (const amount of ['', '1e3', '1,5', ' 5', '.5', '5.', 'NaN', '+5', '0x10']) {
      given(...someTree())
        .when({ ...assign, assigned: amount })
        .thenRefused('VALUE_INVALID', { field: 'assigned' });
    }
  });

  it('is refused without a code, or for a year that cannot be meant', () => {
    given(...someTree())
      .when({ ...assign, code: ' ' })
      .thenRefused('VALUE_INVALID', { field: 'code' });
    given(...someTree())
      .when({ ...assign, year: 20_244 })
      .thenRefused('VALUE_INVALID', { field: 'year' });
  });

  it('is refused to an organisation that is unknown, not yet founded, or ended', () => {
    given().when(assign).thenRefused('ORGANISATION_UNKNOWN');
    given(established('k1', 'SUBORDINATE_CELL', undefined, '2024-07-01'))
      .when(assign)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
    given(
      ...someTree(),
      on('2024-02-01', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    )
      .when(assign)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });
});

describe('The result of a target', () => {
  const report = { type: 'ReportTargetProgress', ...ofYear, code: 'T1', achieved: '40' } as const;
  const confirm = { type: 'ConfirmTargetResult', ...ofYear, code: 'T1', achieved: '96' } as const;

  it('is reported as often as needed, then confirmed', () => {
    const data = { ...ofYear, code: 'T1', achieved: '40' };
    given(...assigned)
      .when(report)
      .then({ type: 'TargetProgressReported', data });
    given(...assigned, on('2024-05-01', { type: 'TargetProgressReported', data }))
      .when(report)
      .then({ type: 'TargetProgressReported', data });
    given(...assigned)
      .when(confirm)
      .then({ type: 'TargetResultConfirmed', data: { ...data, achieved: '96' } });
  });

  it('is not taken for a target that was not assigned', () => {
    for (const command of [report, confirm]) {
      given(...someTree())
        .when(command)
        .thenRefused('TARGET_UNKNOWN', { field: 'code' });
    }
  });

  it('is confirmed once, and no longer reported then', () => {
    for (const command of [report, confirm]) {
      given(...confirmed)
        .when(command)
        .thenRefused('TARGET_ALREADY_CONFIRMED', { field: 'code' });
    }
  });

  it('is an exact decimal', () => {
    given(...assigned)
      .when({ ...confirm, achieved: 'all' })
      .thenRefused('VALUE_INVALID', { field: 'achieved' });
  });

  it('may be confirmed after the organisation has ended', () => {
    given(
      ...assigned,
      on('2024-05-01', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    )
      .when(confirm)
      .then({
        type: 'TargetResultConfirmed',
        data: { ...ofYear, code: 'T1', achieved: '96' },
      });
  });
});

describe('The inspection plan of a year', () => {
  const items = [
    { code: 'P1', title: 'Party fees' },
    { code: 'P2', title: 'Working rules' },
  ];
  const adopt = { type: 'AdoptInspectionPlan', ...ofYear, items } as const;
  const complete = { type: 'CompleteInspectionPlanItem', ...ofYear, item: 'P1' } as const;
  const adopted = [
    ...someTree(),
    on('2024-01-20', { type: 'InspectionPlanAdopted', data: { ...ofYear, items } }),
  ];

  it('is adopted once', () => {
    given(...someTree())
      .when(adopt)
      .then({ type: 'InspectionPlanAdopted', data: { ...ofYear, items } });
    given(...adopted)
      .when(adopt)
      .thenRefused('INSPECTION_PLAN_ALREADY_ADOPTED');
  });

  it('has items, each with a code of its own', () => {
    given(...someTree())
      .when({ ...adopt, items: [] })
      .thenRefused('VALUE_INVALID', { field: 'items' });
    given(...someTree())
      .when({ ...adopt, items: [...items, { code: 'P1', title: 'Again' }] })
      .thenRefused('LISTED_TWICE', { field: 'items', details: { value: 'P1' } });
    given(...someTree())
      .when({ ...adopt, items: [{ code: '', title: 'Nameless' }] })
      .thenRefused('VALUE_INVALID', { field: 'items' });
  });

  it('is adopted by an organisation that exists, for a year that can be meant', () => {
    given().when(adopt).thenRefused('ORGANISATION_UNKNOWN');
    given(...someTree())
      .when({ ...adopt, year: 24 })
      .thenRefused('VALUE_INVALID', { field: 'year' });
  });

  it('is carried out item by item, each once', () => {
    const data = { ...ofYear, item: 'P1' };
    given(...adopted)
      .when(complete)
      .then({ type: 'InspectionPlanItemDone', data });
    given(...adopted, on('2024-03-01', { type: 'InspectionPlanItemDone', data }))
      .when(complete)
      .thenRefused('ALREADY_DONE', { field: 'item' });
  });

  it('knows no item that was not planned', () => {
    given(...adopted)
      .when({ ...complete, item: 'P9' })
      .thenRefused('INSPECTION_PLAN_ITEM_UNKNOWN', { field: 'item' });
    given(...someTree())
      .when(complete)
      .thenRefused('INSPECTION_PLAN_ITEM_UNKNOWN');
  });
});
