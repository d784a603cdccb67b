export * from './meeting.document';
export * from './meetings.projection';
