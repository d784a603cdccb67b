export * from './member.document';
export * from './member.view';
export * from './members.projection';
