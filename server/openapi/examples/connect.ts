import { configuration, filter, testResult } from './configurations.ts';

export const start = { eventTypes: ['task.created'], language: 'en', filter };

export const started = {
  location: 'https://outlook.office.com/connectors/Connect?state=…',
};

export const connection = {
  place: 'group',
  configuration: { ...configuration, host: { kind: 'browser', teamName: 'Kitchen' } },
};

export const session = {
  outcome: 'granted',
  pending: [{ id: 'Zk3uQ9xW1c8RtY5nB7vLpA', place: 'group', groupName: 'Kitchen' }],
  connections: [connection],
};

export const proof = { test: testResult, connection };
